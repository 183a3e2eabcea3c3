"""Marks any answer to any item, and proposes the grade of the review. Pure."""

from collections.abc import Callable
from typing import Any

from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.interview_items import FreeAnswer
from core.content.item_base import ItemBase
from core.content.items import AnyItem
from core.content.typed_items import Cloze, Flashcard, Number, PredictNumber, ShortText
from core.language.text import marked
from core.quiz.answers import (
    AnyAnswer,
    Arranged,
    Filled,
    Judged,
    Matched,
    Picked,
    Rating,
    SelfGraded,
    Typed,
)
from core.quiz.mark import InvalidAnswerError, Mark
from core.quiz.marking_arranged import mark_match, mark_order
from core.quiz.marking_choice import mark_case, mark_multiple, mark_single, mark_spot_error, mark_true_false
from core.quiz.marking_typed import mark_cloze, mark_number, mark_prediction, mark_short_text

PARTLY = 0.5
"""From this credit on an answer counts as recalled, with effort."""


def _mark_recalled(item: Flashcard | FreeAnswer, answer: SelfGraded) -> Mark:
    return Mark(0.0 if answer.rating is Rating.AGAIN else 1.0)


_MARKERS: dict[type[ItemBase], tuple[type[AnyAnswer], Callable[[Any, Any], Mark]]] = {
    Flashcard: (SelfGraded, _mark_recalled),
    FreeAnswer: (SelfGraded, _mark_recalled),
    SingleChoice: (Picked, mark_single),
    MultipleChoice: (Picked, mark_multiple),
    TrueFalse: (Judged, mark_true_false),
    ShortText: (Typed, mark_short_text),
    Number: (Typed, mark_number),
    PredictNumber: (Typed, mark_prediction),
    Cloze: (Filled, mark_cloze),
    Order: (Arranged, mark_order),
    Match: (Matched, mark_match),
    Case: (Picked, mark_case),
    SpotError: (Picked, mark_spot_error),
}


def mark(item: AnyItem, answer: AnyAnswer) -> Mark:
    """The mark of an answer: score 0..1, a word on each option, misconceptions that it gave away.

    Hints are not in it: `Mark.credit(hints)` takes them off.

    Raises:
        InvalidAnswerError: the answer does not fit the item, or cannot be read; nothing is to be counted.
    """
    kind = next(kind for kind in type(item).__mro__ if kind in _MARKERS)
    expected, marker = _MARKERS[kind]
    if not isinstance(answer, expected):
        raise InvalidAnswerError(marked("This answer belongs to another kind of question; open the question again."))
    return marker(item, answer)


def given_up(item: AnyItem) -> Mark:
    """The mark of “I do not know”: nothing earned, no misconception given away, everything explained."""
    return Mark(0.0, note=item.explanation)


def mark_kept(item: AnyItem, answer: AnyAnswer | None) -> Mark:
    """The mark of a stored answer; one that no longer fits, since the item was rewritten, counts as given up."""
    try:
        return mark(item, answer) if answer else given_up(item)
    except InvalidAnswerError:
        return given_up(item)


def suggested_rating(found: Mark, hints: int = 0) -> Rating:
    """The review grade that a mark suggests; the learner may choose Hard or Easy instead of Good.

    >>> [suggested_rating(Mark(score)).name for score in (1.0, 0.6, 0.3)], suggested_rating(Mark(1.0), hints=1).name
    (['GOOD', 'HARD', 'AGAIN'], 'HARD')
    """
    credit = found.credit(hints)
    if credit >= 1:
        return Rating.GOOD
    return Rating.HARD if credit >= PARTLY else Rating.AGAIN
