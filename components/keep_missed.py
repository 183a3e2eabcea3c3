"""Puts an item that was missed elsewhere into the review."""

from components.keep_answer import keep_answer
from core.content.items import AnyItem
from core.quiz.answers import Rating
from core.store.answer_log import Appended


def keep_missed(answer_id: str, item: AnyItem, quiz: str) -> Appended:
    """Appends a review graded Again, so that the item falls due within minutes; undo takes it back like any other.

    It names where the item was missed: nobody answered it here, so it is none of the questions done today.

    Raises:
        StoreError: it was not kept.
    """
    return keep_answer(answer_id, item, Rating.AGAIN, 0.0, quiz=quiz)
