"""The options of what is voted on, in words."""

from core.content.loader import load_content
from core.quiz.display import shown_order
from core.workshop.picks import option_words
from tests.unit.workshop.small_room import ITEM


def test_options_come_in_the_order_that_is_named() -> None:
    order = shown_order(ITEM, "ABC-234")
    assert set(order) == {"base", "adapter", "head"}
    assert tuple(option_words(ITEM, order)) == order
    assert tuple(option_words(ITEM)) == ("base", "adapter", "head")


def test_an_order_of_what_is_no_option_changes_nothing() -> None:
    judged = next(item for item in load_content().items if item.kind == "true-false")
    assert tuple(option_words(judged, shown_order(judged, "ABC-234"))) == ("true", "false")
