"""The options of what is voted on, in words."""

from core.content.arranged_items import Match, Order
from core.language.in_force import speaking
from core.quiz.answers import Arranged, Filled, Matched
from core.quiz.display import shown_order
from core.workshop.picks import answer_words, option_words, pick_words
from tests.read_once import load_content
from tests.unit.workshop.small_room import ITEM


def test_options_come_in_the_order_that_is_named() -> None:
    order = shown_order(ITEM, "ABC-234")
    assert set(order) == {"base", "adapter", "head"}
    assert tuple(option_words(ITEM, order)) == order
    assert tuple(option_words(ITEM)) == ("base", "adapter", "head")


def test_an_order_of_what_is_no_option_changes_nothing() -> None:
    judged = next(item for item in load_content().items if item.kind == "true-false")
    assert tuple(option_words(judged, shown_order(judged, "ABC-234"))) == ("true", "false")


def test_steps_in_their_right_order_are_told_apart_by_semicolons() -> None:
    item = next(one for one in load_content().items if isinstance(one, Order))
    assert answer_words(item).split("; ") == [step.text for step in item.steps]


def test_what_was_arranged_is_said_as_it_was_arranged() -> None:
    order = next(one for one in load_content().items if isinstance(one, Order))
    steps = order.steps[::-1]
    assert pick_words(order, Arranged(steps=tuple(step.id for step in steps))) == "; ".join(one.text for one in steps)
    match = next(one for one in load_content().items if isinstance(one, Match))
    first, second = match.pairs[:2]
    pick = Matched(pairs=((first.id, second.id), ("gone", first.id)))
    assert pick_words(match, pick) == f"{first.left}: {second.right}"


def test_range_of_dollars_has_its_sign_once_in_front() -> None:
    item = load_content().item_by_id["cost-of-full-7b"]
    assert answer_words(item) == "$160–960"
    with speaking("de"):
        assert answer_words(item) == "160–960\N{NO-BREAK SPACE}$"


def test_gaps_are_said_as_they_were_filled() -> None:
    cloze = load_content().item_by_id["split-at-a-date"]
    assert pick_words(cloze, Filled(texts=(("a", " before "), ("b", "after")))) == "before; after"
    assert answer_words(cloze) == "before; after; high"
