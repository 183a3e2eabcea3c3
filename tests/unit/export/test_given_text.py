"""What was answered, in words."""

import pytest

from core.export.given_text import given_text
from core.quiz.answers import AnyAnswer, Arranged, Judged, Matched, Picked, Rating, SelfGraded, Typed
from core.quiz.right_answer import right_answer
from tests.unit.quiz.examples import ITEMS, example


@pytest.mark.parametrize("name", ITEMS)
def test_right_answer_is_told_in_words(name: str) -> None:
    item = ITEMS[name]
    told = given_text(item, right_answer(item))
    assert bool(told) is (item.kind not in ("flashcard", "free-answer"))


@pytest.mark.parametrize(
    ("name", "answer", "told"),
    [
        ("single-choice", Picked(options=("nobody",)), "nobody"),
        ("short-text", Typed(text="rank"), "rank"),
        ("true-false", Judged(holds=True), "True"),
        ("order", Arranged(steps=("a", "b")), "a → b"),
        ("match", Matched(pairs=(("a", "b"),)), "a with b"),
        ("flashcard", SelfGraded(rating=Rating.GOOD), ""),
        ("flashcard", None, ""),
    ],
)
def test_what_an_item_does_not_know_stands_as_it_is(name: str, answer: AnyAnswer | None, told: str) -> None:
    assert given_text(example(name), answer) == told
