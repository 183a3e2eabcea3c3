"""Every kind of item is answered by keyboard alone and by thumb; forms and feedback read well everywhere."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from core.quiz.display import shown_order
from tests.browser.gallery.gallery_items import ALL
from tests.browser.gallery.gallery_server import running_gallery
from tests.browser.visit import Visit


@pytest.fixture(scope="module")
def app() -> Iterator[str]:
    with running_gallery() as address:
        yield address


def _ask(visit: Visit, item: str, **params: str) -> Visit:
    more = "".join(f"&{name}={value}" for name, value in params.items())
    visit.open(f"/?item={item}{more}")
    return visit


def _field(visit: Visit, label: str = "Your answer") -> Locator:
    return visit.page.get_by_label(label)


def _sees_verdict(visit: Visit, words: str) -> None:
    expect(visit.page.locator(".ll-said")).to_have_text(words)
    expect(visit.page.get_by_role("status")).to_contain_text(words.removeprefix("check_circle").removeprefix("cancel"))


def _check_by_keyboard(visit: Visit) -> None:
    visit.settle()
    visit.tab_to(visit.button("Check answer"))
    visit.press("Enter")


RIGHT = "check_circleRight."


@pytest.mark.parametrize(
    ("item", "option"),
    [
        ("example-single-choice", "adapters"),
        ("example-case-large-wiki", "rag"),
        ("example-spot-error", "how"),
        ("hard-code", "modules"),
    ],
)
def test_one_of_several_rows_is_picked_with_the_arrows(visit: Visit, item: str, option: str) -> None:
    _ask(visit, item)
    ids = [part.id for part in getattr(ALL[item], "choices", ())] or [
        part.id for part in getattr(ALL[item], "passages", ())
    ]
    place = (shown_order(ALL[item], "gallery") or tuple(ids)).index(option)
    visit.tab_to(visit.page.get_by_role("radio").first)
    visit.press("Space", *["ArrowDown"] * place)
    _check_by_keyboard(visit)
    _sees_verdict(visit, RIGHT)


def test_rows_are_ticked_with_space(visit: Visit) -> None:
    _ask(visit, "example-multiple-choice")
    for words in ("The current text of a refund policy", "Prices that change every week"):
        visit.tab_to(visit.page.get_by_role("checkbox", name=words))
        visit.press("Space")
        visit.settle()
        visit.page.evaluate("document.activeElement.blur()")
    _check_by_keyboard(visit)
    _sees_verdict(visit, RIGHT)


def test_row_is_ticked_wherever_it_is_pressed(visit: Visit) -> None:
    _ask(visit, "example-multiple-choice")
    row = visit.page.locator('[class*="st-key-row-"]').first
    box = row.bounding_box()
    assert box
    for ticked, x in ((True, box["width"] - 12), (False, 6.0)):
        row.click(position={"x": x, "y": box["height"] / 2})
        expect(row.get_by_role("checkbox")).to_be_checked(checked=ticked)


def test_verdict_then_reason_by_keyboard(visit: Visit) -> None:
    _ask(visit, "example-true-false")
    visit.tab_to(visit.page.get_by_role("radio", name="True", exact=True))
    visit.press("Space")
    reasons = visit.page.get_by_role("radiogroup", name="Why is it true?")
    expect(reasons).to_be_visible()
    visit.tab_to(reasons.get_by_role("radio").first)
    place = shown_order(ALL["example-true-false"], "gallery").index("pairs")
    visit.press("Space", *["ArrowDown"] * place)
    _check_by_keyboard(visit)
    _sees_verdict(visit, RIGHT)


@pytest.mark.parametrize(("item", "words"), [("example-short-text", "Rank"), ("example-number", "417")])
def test_enter_gives_what_was_typed(visit: Visit, item: str, words: str) -> None:
    _ask(visit, item)
    visit.tab_to(_field(visit))
    visit.page.keyboard.type(words)
    visit.press("Enter")
    _sees_verdict(visit, RIGHT)


def test_enter_goes_from_gap_to_gap_and_then_gives_them(visit: Visit) -> None:
    _ask(visit, "example-cloze")
    visit.tab_to(_field(visit, "Gap 1 of 2"))
    visit.page.keyboard.type("base")
    visit.press("Enter")
    expect(_field(visit, "Gap 2 of 2")).to_be_focused()
    visit.page.keyboard.type("four")
    visit.press("Enter")
    _sees_verdict(visit, RIGHT)


def test_steps_are_moved_by_button_and_by_alt_with_an_arrow(visit: Visit) -> None:
    _ask(visit, "example-order")
    rows = visit.page.get_by_role("list", name="Your order, first to last").get_by_role("listitem")
    shown = [visit.page.locator(f'li[data-id="{name}"]') for name in shown_order(ALL["example-order"], "gallery")]
    expect(rows.first).to_contain_text("RLHF or DPO")
    assert len(shown) == 3
    down = visit.button("Move down: RLHF or DPO")
    visit.tab_to(down)
    visit.press("Enter")
    expect(visit.page.get_by_role("status")).to_have_text("RLHF or DPO: now 2 of 3.")
    expect(down).to_be_focused()
    visit.press("Alt+ArrowDown")
    expect(visit.page.get_by_role("status")).to_have_text("RLHF or DPO: now 3 of 3.")
    visit.press("Alt+ArrowDown")
    expect(visit.page.get_by_role("status")).to_have_text("RLHF or DPO is already last.")
    _check_by_keyboard(visit)
    _sees_verdict(visit, RIGHT)


def test_steps_are_dragged_with_the_mouse(visit: Visit) -> None:
    _ask(visit, "example-order")
    first, last = (visit.page.locator("li .grip").nth(place).bounding_box() for place in (0, 2))
    assert first and last
    visit.page.mouse.move(first["x"] + 90, first["y"] + 20)
    visit.page.mouse.down()
    visit.page.mouse.move(last["x"] + 90, last["y"] + last["height"] - 6, steps=12)
    visit.page.mouse.up()
    expect(visit.page.locator("li .words")).to_have_text(["Pre-training", "Supervised fine-tuning", "RLHF or DPO"])
    visit.button("Check answer").click()
    _sees_verdict(visit, RIGHT)


def test_pairs_are_matched_by_keyboard(visit: Visit) -> None:
    _ask(visit, "example-match")
    for left, letter in (("It does not know our catalogue", "r"), ("It misses our tone", "f"), ("It is too slow", "a")):
        visit.tab_to(visit.page.get_by_label(left))
        visit.press(letter)
    expect(visit.page.get_by_text("3 of 3 matched")).to_be_visible()
    _check_by_keyboard(visit)
    _sees_verdict(visit, RIGHT)


def test_a_right_side_that_is_used_twice_is_told(visit: Visit) -> None:
    _ask(visit, "example-match")
    for left in ("It misses our tone", "It is too slow"):
        visit.page.get_by_label(left).select_option("facts")
    expect(visit.page.get_by_text("Also matched with “It is too slow”. Each has one match.")).to_be_visible()


def test_a_number_that_cannot_be_read_is_told_under_its_field(visit: Visit) -> None:
    _ask(visit, "example-number")
    field = _field(visit)
    field.press_sequentially("many")
    expect(visit.page.get_by_role("alert")).to_be_hidden()
    field.press("Enter")
    told = visit.page.get_by_role("alert")
    expect(told).to_contain_text("Write the number in digits, for example 5000, 5K or 3e23.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    field.fill("417")
    expect(told).to_be_hidden()
    field.press("Enter")
    _sees_verdict(visit, RIGHT)


def test_typing_goes_on_through_reruns_with_focus_and_caret(visit: Visit) -> None:
    _ask(visit, "example-short-text")
    field = _field(visit)
    field.press_sequentially("rnk, I think", delay=120)
    visit.press("Home", "ArrowRight")
    visit.page.keyboard.type("a", delay=400)
    visit.settle()
    expect(field).to_have_value("rank, I think")
    expect(field).to_be_focused()
    assert field.evaluate("input => input.selectionStart") == 2


def test_letters_typed_into_a_field_are_no_keys_of_the_page(visit: Visit) -> None:
    _ask(visit, "example-short-text")
    visit.page.evaluate("window.heard = []; document.addEventListener('keydown', (event) => heard.push(event.key))")
    _field(visit).press_sequentially("ru1 h")
    visit.press("Tab")
    assert visit.page.evaluate("heard") == ["Tab"]


def test_the_last_word_counts_however_quickly_it_is_checked(visit: Visit) -> None:
    _ask(visit, "example-short-text")
    _field(visit).press_sequentially("ran")
    expect(visit.button("Check answer")).to_be_enabled()
    _field(visit).press_sequentially("k")
    visit.button("Check answer").click()
    _sees_verdict(visit, RIGHT)


def test_a_draft_stands_in_the_fields_again(visit: Visit) -> None:
    draft = json.dumps({"kind": "filled", "texts": [["base", "frozen"]]})
    _ask(visit, "example-cloze", draft=draft)
    expect(_field(visit, "Gap 1 of 2")).to_have_value("frozen")
    expect(visit.button("Check answer")).to_be_enabled()


def test_long_right_sides_can_be_read_whole(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    _ask(visit, "hard-match")
    visit.page.locator("select").first.select_option("a")
    whole = "Retrieve the current documents at the moment of the question and put them into the context"
    expect(visit.page.locator(".whole").first).to_have_text(whole)


def test_sure_but_wrong_is_said_aloud(visit: Visit) -> None:
    _ask(visit, "example-single-choice", answer=json.dumps({"kind": "picked", "options": ["all"]}), sure="sure")
    _sees_verdict(visit, "cancelNot quite. You were sure, so this one is worth a second look.")


def test_a_list_of_feedback_is_not_read_out(visit: Visit) -> None:
    visit.open("/?all=feedback")
    visit.page.wait_for_timeout(400)
    assert set(visit.page.get_by_role("status").all_text_contents()) <= {"", "\n"}
