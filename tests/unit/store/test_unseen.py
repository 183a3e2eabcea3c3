"""What is remembered of the unseen outlives no transaction that was taken back."""

import pytest

from core.quiz.answers import Rating
from core.store.errors import StoreError
from core.store.store import Store
from tests.unit.quiz.moments import PLAIN, START, answered
from tests.unit.store.counts import ANNA

IDS = tuple(f"x{n}" for n in range(60))


def answer_and_look(store: Store, number: int, *, fails: bool = False) -> None:
    """A press of a review: the answer and what comes next, in one transaction."""

    def press() -> None:
        store.log.append(ANNA, answered(number, f"x{number}", Rating.EASY))
        store.cards.queue(ANNA, IDS, PLAIN, START)
        if fails:
            raise StoreError("The disk is full.")

    store.database.together(press)


@pytest.mark.parametrize("before", [0, 1, 4])
def test_item_whose_answer_was_taken_back_is_still_new(store: Store, before: int) -> None:
    store.cards.queue(ANNA, IDS, PLAIN, START)
    for number in range(before):
        answer_and_look(store, number)
    with pytest.raises(StoreError):
        answer_and_look(store, before, fails=True)
    assert store.cards.queue(ANNA, IDS, PLAIN, START).new[0] == f"x{before}"
    answer_and_look(store, before)
    assert store.cards.queue(ANNA, IDS, PLAIN, START).new[0] == f"x{before + 1}"


def test_item_taken_back_before_one_begun_out_of_turn_is_still_new(store: Store) -> None:
    store.log.append(ANNA, answered(1, "x1"))
    store.cards.queue(ANNA, IDS, PLAIN, START)
    with pytest.raises(StoreError):
        answer_and_look(store, 0, fails=True)
    assert store.cards.queue(ANNA, IDS, PLAIN, START).new[:2] == ("x0", "x2")
