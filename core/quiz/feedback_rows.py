"""What is said to each option, gap, step or pair of an answered item, row by row. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from core.content.arranged_items import Match, Order
from core.content.choice_items import MultipleChoice, SpotError
from core.content.items import AnyItem
from core.content.typed_items import Cloze, Number, PredictNumber, ShortText
from core.language.text import marked, t
from core.numbers.number_format import DOLLARS, unit_words
from core.quiz.answers import AnyAnswer, Arranged
from core.quiz.mark import Feedback, Mark
from core.quiz.marking import mark
from core.quiz.number_reading import figures_told, names_no_unit, number_in, with_cents
from core.quiz.right_answer import right_answer


class Look(StrEnum):
    """How a row of feedback looks: right, right but missed, half right, wrong, or rightly left out."""

    RIGHT = "right"
    MISSED = "missed"
    HALF = "half"
    WRONG = "wrong"
    PLAIN = "plain"


@dataclass(frozen=True)
class FeedbackRow:
    """One row: a word on it, its text, further lines of label and value (the last is what is right), and the reason.

    `own` says that the text is the learner's, to be shown as it was typed; else it may hold the marks of content.
    `misconception` is the belief behind a wrong option.
    """

    look: Look
    said: str
    text: str
    why: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    place: str = ""
    own: bool = False
    misconception: str | None = None


@dataclass(frozen=True)
class _Given:
    """An answer and what marking said to its parts, in the order shown; `answer` is None when it was passed."""

    answer: AnyAnswer | None
    parts: tuple[Feedback, ...]
    score: float


def feedback_rows(
    item: AnyItem, answer: AnyAnswer | None, found: Mark, order: tuple[str, ...] = ()
) -> tuple[FeedbackRow, ...]:
    """The rows in the order in which the parts were shown; with no answer, what would have been right.

    So too with one that fits no more since the item was rewritten: marking had nothing to say to its parts.
    """
    if item.kind not in _ROWS:
        return ()
    parts, score = found.feedback, found.score
    if not parts:
        parts = tuple(replace(one, given=False) for one in mark(item, right_answer(item)).feedback)
        answer, score = None, 0.0
    if item.kind in _SHUFFLED:
        place = {name: index for index, name in enumerate(order)}
        parts = tuple(sorted(parts, key=lambda one: place.get(one.id, -1)))
    return _ROWS[item.kind](item, _Given(answer, parts, score))


_ANSWER = (marked("Right answer"), marked("Right answer, you chose it"))
_REASON = (marked("Right reason"), marked("Right reason, you chose it"))


def _choice_rows(item: AnyItem, given: _Given) -> tuple[FeedbackRow, ...]:
    several = isinstance(item, MultipleChoice) and given.answer is not None
    return tuple(_choice_row(part, several) for part in given.parts)


def _choice_row(part: Feedback, several: bool, words: tuple[str, str] = _ANSWER) -> FeedbackRow:
    if part.right:
        look = Look.MISSED if several and not part.given else Look.RIGHT
        left_out = t("Right answer, you left it out") if several else t(words[0])
        said = t(words[1]) if part.given else left_out
    else:
        look = Look.WRONG if part.given else Look.PLAIN
        said = t("You chose this") if part.given else ""
    return FeedbackRow(look, said, part.text, part.why, misconception=part.misconception)


def _judged_rows(item: AnyItem, given: _Given) -> tuple[FeedbackRow, ...]:
    verdict, *reasons = given.parts
    held = str(verdict.expected)
    first = FeedbackRow(Look.RIGHT, t("Right verdict, you gave it") if verdict.given else t("Right verdict"), held)
    if verdict.given and not verdict.right:
        first = FeedbackRow(Look.WRONG, t("You said"), verdict.text, verdict.why, ((t("Right verdict"), held),))
    return (first, *(_choice_row(reason, several=False, words=_REASON) for reason in reasons))


def _spotted_rows(item: SpotError, given: _Given) -> tuple[FeedbackRow, ...]:
    return tuple(_spotted_row(part) for part in given.parts)


def _spotted_row(part: Feedback) -> FeedbackRow:
    if part.right:
        said = t("The error, you found it") if part.given else t("The error")
        return FeedbackRow(Look.RIGHT, said, part.text, part.why, ((t("Corrected"), str(part.expected)),))
    look = Look.WRONG if part.given else Look.PLAIN
    said = t("You chose this, and nothing is wrong with it") if part.given else ""
    return FeedbackRow(look, said, part.text, part.why)


def _typed_rows(item: ShortText | Number | PredictNumber, given: _Given) -> tuple[FeedbackRow, ...]:
    (part,) = given.parts
    right = FeedbackRow(Look.RIGHT, t("Right answer"), _amount(str(part.expected), item))
    if not part.given:
        return (right,)
    look = Look.RIGHT if part.right else Look.HALF if given.score > 0 else Look.WRONG
    why = part.why if part.why != item.explanation else ""
    text = part.text.strip()
    if not isinstance(item, ShortText) and names_no_unit(text):
        text = _number_told(given.answer, item)
    first = FeedbackRow(look, t((_GUESSED if isinstance(item, PredictNumber) else _WROTE)[look]), text, why, own=True)
    return (first,) if part.right and _same(text, right.text) else (first, right)


_WROTE = {
    Look.RIGHT: marked("Right, you wrote"),
    Look.HALF: marked("Partly right, you wrote"),
    Look.WRONG: marked("Not quite, you wrote"),
}
_GUESSED = {
    Look.RIGHT: marked("Right, you guessed"),
    Look.HALF: marked("Partly right, you guessed"),
    Look.WRONG: marked("Not quite, you guessed"),
}


def _number_told(answer: Any, item: Number | PredictNumber) -> str:
    """The number that was read, in its unit: a guess of “5 k” in dollars is $5,000."""
    number = figures_told(number_in(answer, item.unit) or 0.0)
    return number if number == "1" else _amount(f"{number} {unit_words(item.unit)}".rstrip(), item)  # "1 parameters"


def _amount(text: str, item: ShortText | Number | PredictNumber) -> str:
    """Money with its sign in front, and with its cents: 10–40 usd -> $10–40, 2.5 usd -> $2.50."""
    if isinstance(item, ShortText) or item.unit not in DOLLARS:
        return text
    amount = text.removesuffix(f" {unit_words(item.unit)}").removeprefix("$").removesuffix("$").rstrip()
    return t("${amount}", amount=with_cents(amount))


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _gap_rows(item: Cloze, given: _Given) -> tuple[FeedbackRow, ...]:
    passed = given.answer is None
    return tuple(_gap_row(part, str(index), passed) for index, part in enumerate(given.parts, start=1))


def _gap_row(part: Feedback, place: str, passed: bool) -> FeedbackRow:
    expected = str(part.expected)
    if not part.given:
        said = t("Right answer") if passed else t("Right answer, you left it empty")
        return FeedbackRow(Look.MISSED, said, expected, part.why, (), place)
    text = part.text.strip()
    if part.right:
        other = () if _same(text, expected) else ((t("As in the text"), expected),)
        return FeedbackRow(Look.RIGHT, t(_WROTE[Look.RIGHT]), text, part.why, other, place, own=True)
    right = ((t("Right answer"), expected),)
    look = Look.HALF if part.partly else Look.WRONG
    return FeedbackRow(look, t(_WROTE[look]), text, part.why, right, place, own=True)


def _step_rows(item: Order, given: _Given) -> tuple[FeedbackRow, ...]:
    put: dict[str, int] = {}
    if isinstance(given.answer, Arranged):
        put = {name: index for index, name in enumerate(given.answer.steps, start=1)}
    return tuple(_step_row(part, put.get(part.id)) for part in given.parts)


def _step_row(part: Feedback, put: int | None) -> FeedbackRow:
    if put is None:
        look, said = Look.MISSED, ""
    elif part.right:
        look, said = Look.RIGHT, t("Right, you put it here")
    else:
        look, said = Look.WRONG, t("Not quite, you put it in place {place}", place=put)
    return FeedbackRow(look, said, part.text, part.why, (), str(part.expected))


def _pair_rows(item: Match, given: _Given) -> tuple[FeedbackRow, ...]:
    lefts = item.lefts
    return tuple(_pair_row(part, lefts[part.id], given.answer is None) for part in given.parts)


def _pair_row(part: Feedback, left: str, passed: bool) -> FeedbackRow:
    expected = (t("Right match"), str(part.expected))
    if part.given and part.right:
        return FeedbackRow(Look.RIGHT, t("Right"), left, part.why, ((t("You chose"), part.text),))
    if part.given:
        return FeedbackRow(Look.WRONG, t("Not quite"), left, part.why, ((t("You chose"), part.text), expected))
    return FeedbackRow(Look.MISSED, "" if passed else t("Left open"), left, part.why, (expected,))


_SHUFFLED = ("single-choice", "multiple-choice", "true-false")
_ROWS: dict[str, Callable[[Any, _Given], tuple[FeedbackRow, ...]]] = {
    "single-choice": _choice_rows,
    "multiple-choice": _choice_rows,
    "case": _choice_rows,
    "true-false": _judged_rows,
    "spot-error": _spotted_rows,
    "short-text": _typed_rows,
    "number": _typed_rows,
    "predict-number": _typed_rows,
    "cloze": _gap_rows,
    "order": _step_rows,
    "match": _pair_rows,
}
