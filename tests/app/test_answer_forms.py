"""The form of every kind without a browser: empty, filled, filled from a draft, and its feedback."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.quiz.answers import (
    SELF_GRADED,
    AnyAnswer,
    Arranged,
    Filled,
    Judged,
    Matched,
    Picked,
    Rating,
    SelfGraded,
    Typed,
    answer_json,
)
from core.quiz.right_answer import right_answer
from tests.app.pages import TIMEOUT_S, data_of, html_of, ran
from tests.browser.gallery.gallery_items import ALL

SCRIPT = "from tests.browser.gallery.gallery import gallery\n\ngallery()\n"
ALL_TO_TICK = """
from components.answer_forms.pick_many import pick_many
from core.content.loader import load_content

for item in load_content().items:
    if item.kind == "multiple-choice":
        pick_many(item, (), item.id, None)
"""
ANSWERED = [name for name, item in ALL.items() if item.kind not in SELF_GRADED]
every_answered_item = pytest.mark.parametrize("name", ANSWERED)


def _opened(item: str, **params: str) -> AppTest:
    app = AppTest.from_string(SCRIPT, default_timeout=TIMEOUT_S)
    for key, value in {"item": item, **params}.items():
        app.query_params[key] = value
    return ran(app)


def _can_check(app: AppTest) -> bool:
    return not app.button(key="check").disabled


def _checked(app: AppTest) -> AnyAnswer:
    app.button(key="check").click()
    answer: AnyAnswer = ran(app).session_state["checked"]
    return answer


def _reported(app: AppTest, item: str, field: str, name: str, value: Any) -> AppTest:
    app.session_state[f"gallery.{item}.{field}"] = {name: value}
    return ran(app)


@pytest.mark.parametrize("name", ALL)
def test_an_empty_form_is_no_answer(name: str) -> None:
    assert not _can_check(_opened(name))


@every_answered_item
def test_a_draft_stands_in_the_form_again(name: str) -> None:
    item = ALL[name]
    draft = right_answer(item)
    app = _opened(name, draft=answer_json(draft))
    assert _can_check(app)
    given = _checked(app)
    if isinstance(draft, Picked) and isinstance(given, Picked):
        assert set(given.options) == set(draft.options)
    else:
        assert given == draft
    assert "Right." in html_of(app)


def test_a_draft_of_another_kind_is_passed_over() -> None:
    draft = answer_json(SelfGraded(rating=Rating.GOOD))
    assert not any(_can_check(_opened(name, draft=draft)) for name in ANSWERED)


def test_a_picked_option_is_the_answer() -> None:
    app = _opened("example-single-choice")
    app.radio(key="gallery.example-single-choice.pick").set_value("all")
    assert _checked(ran(app)) == Picked(options=("all",))
    assert "Not quite." in html_of(app)
    assert "The belief behind it: “LoRA updates all weights, only faster”." in html_of(app)


def test_ticked_options_are_the_answer_and_can_be_taken_back() -> None:
    app = _opened("example-multiple-choice")
    for name in ("prices", "tone"):
        app.checkbox(key=f"gallery.example-multiple-choice.{name}").check()
    ran(app).checkbox(key="gallery.example-multiple-choice.tone").uncheck()
    assert _checked(ran(app)) == Picked(options=("prices",))


def test_the_reasons_come_after_the_verdict() -> None:
    app = _opened("example-true-false")
    assert [radio.key for radio in app.radio] == ["gallery.example-true-false.verdict"]
    app.radio(key="gallery.example-true-false.verdict").set_value("true")
    assert not _can_check(ran(app))
    app.radio(key="gallery.example-true-false.reason").set_value("pairs")
    assert _checked(ran(app)) == Judged(holds=True, reason="pairs")


def test_a_case_keeps_its_approaches_in_one_order() -> None:
    (radio,) = _opened("example-case-large-wiki").radio
    assert radio.options == ["Better prompting", "Prompt stuffing", "RAG", "Fine\\-tuning", "A smaller model"]


def test_typed_words_are_the_answer() -> None:
    app = _reported(_opened("example-short-text"), "example-short-text", "typed", "texts", {"answer": "rank"})
    assert _checked(app) == Typed(text="rank")


def test_a_number_that_cannot_be_read_is_told_and_is_no_answer() -> None:
    app = _reported(_opened("example-number"), "example-number", "typed-en", "texts", {"answer": "many"})
    assert not _can_check(app)
    problem = data_of(app, "example-number.typed-en")["problem"]
    assert problem == "Write the number in digits, for example 5000, 5K or 3e23."


def test_a_number_drafted_in_german_keeps_its_size_in_an_english_form() -> None:
    app = _opened("example-number", draft='{"kind":"typed","text":"4.587","number":4587}')
    assert data_of(app, "example-number.typed-en")["texts"] == {"answer": "4,587"}
    assert _checked(app) == Typed(text="4,587", number=4587.0)


@pytest.mark.parametrize(
    ("name", "keyboard"),
    [("example-number", "decimal"), ("window-tokens", "text"), ("run-cost", "text"), ("pretraining-compute", "text")],
)
def test_a_phone_opens_the_keyboard_that_the_unit_asks_for(name: str, keyboard: str) -> None:
    (field,) = data_of(_opened(name), f"{ALL[name].id}.typed-en")["parts"]
    assert field["keyboard"] == keyboard
    assert ("3e23" in field["note"]) == (keyboard == "text")


def test_one_gap_of_two_is_an_answer() -> None:
    app = _reported(_opened("example-cloze"), "example-cloze", "typed", "texts", {"base": "frozen", "bits": " "})
    assert _checked(app) == Filled(texts=(("base", "frozen"),))


def test_steps_are_an_answer_once_one_was_moved() -> None:
    steps = ["pre-training", "sft", "rlhf"]
    app = _reported(_opened("example-order"), "example-order", "steps", "steps", steps)
    assert _checked(app) == Arranged(steps=tuple(steps))


def test_one_pair_of_three_is_an_answer() -> None:
    app = _reported(_opened("example-match"), "example-match", "pairs", "pairs", {"slow": "slow"})
    assert _checked(app) == Matched(pairs=(("slow", "slow"),))


HOSTILE = [
    ("example-order", "steps", "steps", ["pre-training", "pre-training", "rlhf"]),
    ("example-order", "steps", "steps", "pre-training"),
    ("example-order", "steps", "steps", [{"id": 1}]),
    ("example-match", "pairs", "pairs", {"slow": "nothing", "other": "slow"}),
    ("example-match", "pairs", "pairs", ["slow"]),
    ("example-cloze", "typed", "texts", {"other": "base"}),
    ("example-cloze", "typed", "texts", {"base": 4}),
    ("example-short-text", "typed", "texts", {"answer": ["rank"]}),
    ("example-number", "typed-en", "texts", 416.7),
]


@pytest.mark.parametrize(("item", "field", "name", "value"), HOSTILE)
def test_what_no_form_would_report_is_no_answer(item: str, field: str, name: str, value: Any) -> None:
    assert not _can_check(_reported(_opened(item), item, field, name, value))


def test_a_field_takes_a_text_of_bounded_length() -> None:
    app = _reported(_opened("example-short-text"), "example-short-text", "typed", "texts", {"answer": "x" * 9_000})
    answer = _checked(app)
    assert isinstance(answer, Typed)
    assert len(answer.text) == 400


@pytest.mark.parametrize("strange", ["\ud83d", "\udd8a\ud83d", "\x00"])
def test_half_an_emoji_and_nul_in_what_is_typed_are_dropped(strange: str) -> None:
    app = _reported(_opened("example-short-text"), "example-short-text", "typed", "texts", {"answer": f"ra{strange}nk"})
    assert _checked(app) == Typed(text="rank")
    app = _reported(_opened("example-cloze"), "example-cloze", "typed", "texts", {"base": f"{strange}frozen"})
    assert _checked(app) == Filled(texts=(("base", "frozen"),))


def test_options_are_taken_as_they_are_written() -> None:
    (radio,) = _opened("hard-words").radio
    assert sorted(radio.options) == [
        "It costs \\$5 to \\$10\\, not \\$160 \\* 2",
        "The argument `r=16` with **rank** 16\\: a\\_b\\_c",
        "\\<b\\>bold\\<\\/b\\> and \\[a link\\]\\(javascript\\:alert\\(1\\)\\)",
    ]


def test_what_a_learner_typed_is_shown_as_text() -> None:
    hostile = "<img src=x onerror=alert(1)> **rank**"
    app = _opened("example-short-text", answer=json.dumps({"kind": "typed", "text": hostile}))
    assert "&lt;img src=x onerror=alert(1)&gt; **rank**" in html_of(app)


@pytest.mark.parametrize("name", ALL)
def test_who_passes_gets_the_answer_and_no_blame(name: str) -> None:
    app = _opened(name, answer="none")
    assert "Here is the answer." in html_of(app)
    assert "Not quite" not in html_of(app)
    assert data_of(app, f"announcement.{ALL[name].id}")["words"].startswith("Here is the answer.")


def test_a_card_shows_its_answer_and_says_it() -> None:
    app = _opened("example-flashcard", answer="none")
    assert "Which of two answers people will prefer." in html_of(app)
    assert data_of(app, "announcement.example-flashcard")["words"].endswith("people will prefer.")


def test_a_generated_number_shows_its_working_line_by_line() -> None:
    drawn = html_of(_opened("run-cost", answer="none"))
    assert "<div><em>GPU-hours</em></div><div>2 × 5 = <b>10</b></div>" in drawn
    assert "<mark><b>$25</b></mark>" in drawn


def test_a_belief_is_named_once_however_often_it_was_given_away() -> None:
    answer = json.dumps({"kind": "judged", "holds": False, "reason": "reward"})
    assert html_of(_opened("example-true-false", answer=answer)).count("The belief behind it") == 1


def test_screen_readers_hear_no_backslash_in_what_is_to_be_ticked() -> None:
    labels = [box.label for box in ran(AppTest.from_string(ALL_TO_TICK, default_timeout=TIMEOUT_S)).checkbox]
    assert labels
    assert [label for label in labels if "\\" in label] == []
