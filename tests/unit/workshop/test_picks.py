"""The options of what is voted on, in words."""

from core.content.arranged_items import Order
from core.content.loader import load_content
from core.quiz.display import shown_order
from core.workshop.picks import answer_words, option_words
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
