"""What is said to each option, gap, step or pair of an answered item, row by row. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from core.content.arranged_items import Match, Order
from core.content.choice_items import MultipleChoice, SpotError
from core.content.items import AnyItem
from core.content.typed_items import Cloze, Number, PredictNumber, ShortText
from core.quiz.answers import AnyAnswer, Arranged
from core.quiz.mark import Feedback, Mark
from core.quiz.marking import mark
from core.quiz.right_answer import right_answer


class Look(StrEnum):
    """How a row stands: right, right but missed, half right, wrong, or rightly passed over."""

    RIGHT = "right"
    MISSED = "missed"
    HALF = "half"
    WRONG = "wrong"
    PLAIN = "plain"


@dataclass(frozen=True)
class FeedbackRow:
    """One row: a word on it, its text, further lines of label and value (the last is what is right), and the reason.

    `own` says that the text is the learner's, to be shown as it was typed; else it may hold the marks of content.
    """

    look: Look
    said: str
    text: str
    why: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    place: str = ""
    own: bool = False


@dataclass(frozen=True)
class _Given:
    """An answer and what marking said to its parts, in the order shown; `answer` is None when it was passed."""

    answer: AnyAnswer | None
    parts: tuple[Feedback, ...]
    score: float


def feedback_rows(
    item: AnyItem, answer: AnyAnswer | None, found: Mark, order: tuple[str, ...] = ()
) -> tuple[FeedbackRow, ...]:
    """The rows in the order in which the parts were shown; with no answer, what would have been right."""
    if item.kind not in _ROWS:
        return ()
    parts, score = found.feedback, found.score
    if answer is None:
        parts = tuple(replace(one, given=False) for one in mark(item, right_answer(item)).feedback)
        score = 0.0
    if item.kind in _SHUFFLED:
        place = {name: index for index, name in enumerate(order)}
        parts = tuple(sorted(parts, key=lambda one: place.get(one.id, -1)))
    return _ROWS[item.kind](item, _Given(answer, parts, score))


def _choice_rows(item: AnyItem, given: _Given) -> tuple[FeedbackRow, ...]:
    several = isinstance(item, MultipleChoice) and given.answer is not None
    return tuple(_choice_row(part, several) for part in given.parts)


def _choice_row(part: Feedback, several: bool, what: str = "answer") -> FeedbackRow:
    if part.right:
        look = Look.MISSED if several and not part.given else Look.RIGHT
        said = f"Right {what}" + (", you chose it" if part.given else ", you left it out" if several else "")
    else:
        look = Look.WRONG if part.given else Look.PLAIN
        said = "You chose this" if part.given else ""
    return FeedbackRow(look, said, part.text, part.why)


def _judged_rows(item: AnyItem, given: _Given) -> tuple[FeedbackRow, ...]:
    verdict, *reasons = given.parts
    held = str(verdict.expected)
    first = FeedbackRow(Look.RIGHT, "Right verdict" + (", you gave it" if verdict.given else ""), held)
    if verdict.given and not verdict.right:
        first = FeedbackRow(Look.WRONG, "You said", verdict.text, verdict.why, (("Right verdict", held),))
    return (first, *(_choice_row(reason, several=False, what="reason") for reason in reasons))


def _spotted_rows(item: SpotError, given: _Given) -> tuple[FeedbackRow, ...]:
    return tuple(_spotted_row(part) for part in given.parts)


def _spotted_row(part: Feedback) -> FeedbackRow:
    if part.right:
        said = "The error, you found it" if part.given else "The error"
        return FeedbackRow(Look.RIGHT, said, part.text, part.why, (("Put right", str(part.expected)),))
    look = Look.WRONG if part.given else Look.PLAIN
    return FeedbackRow(look, "You chose this, and nothing is wrong with it" if part.given else "", part.text, part.why)


def _typed_rows(item: ShortText | Number | PredictNumber, given: _Given) -> tuple[FeedbackRow, ...]:
    (part,) = given.parts
    right = FeedbackRow(Look.RIGHT, "Right answer", _amount(str(part.expected), item))
    if not part.given:
        return (right,)
    look = Look.RIGHT if part.right else Look.HALF if given.score > 0 else Look.WRONG
    why = part.why if part.why != item.explanation else ""
    wrote = "you guessed" if isinstance(item, PredictNumber) else "you wrote"
    text = part.text.strip()
    if not isinstance(item, ShortText) and text[-1].isdigit():
        text = _amount(f"{text} {item.unit}".rstrip(), item)
    first = FeedbackRow(look, f"{_JUDGED[look]}, {wrote}", text, why, own=True)
    return (first,) if part.right and _same(text, right.text) else (first, right)


_DOLLARS = ("usd", "dollars", "US dollars")
_JUDGED = {Look.RIGHT: "Right", Look.HALF: "Partly right", Look.WRONG: "Not quite"}


def _amount(text: str, item: ShortText | Number | PredictNumber) -> str:
    """Money with its sign in front: 10–40 usd -> $10–40."""
    if isinstance(item, ShortText) or item.unit not in _DOLLARS:
        return text
    return f"${text.removesuffix(f' {item.unit}').removeprefix('$')}"


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _gap_rows(item: Cloze, given: _Given) -> tuple[FeedbackRow, ...]:
    passed = given.answer is None
    return tuple(_gap_row(part, str(index), passed) for index, part in enumerate(given.parts, start=1))


def _gap_row(part: Feedback, place: str, passed: bool) -> FeedbackRow:
    expected = str(part.expected)
    if not part.given:
        said = "Right answer" if passed else "Right answer, you left it empty"
        return FeedbackRow(Look.RIGHT if passed else Look.MISSED, said, expected, part.why, (), place)
    text = part.text.strip()
    if part.right:
        other = () if _same(text, expected) else (("As the text has it", expected),)
        return FeedbackRow(Look.RIGHT, "Right, you wrote", text, part.why, other, place, own=True)
    right = (("Right answer", expected),)
    return FeedbackRow(Look.WRONG, "Not quite, you wrote", text, part.why, right, place, own=True)


def _step_rows(item: Order, given: _Given) -> tuple[FeedbackRow, ...]:
    put: dict[str, int] = {}
    if isinstance(given.answer, Arranged):
        put = {name: index for index, name in enumerate(given.answer.steps, start=1)}
    return tuple(_step_row(part, put.get(part.id)) for part in given.parts)


def _step_row(part: Feedback, put: int | None) -> FeedbackRow:
    right = put is None or part.right
    said = "" if put is None else "Right, you put it here" if part.right else f"Not quite, you put it in place {put}"
    return FeedbackRow(Look.RIGHT if right else Look.WRONG, said, part.text, part.why, (), str(part.expected))


def _pair_rows(item: Match, given: _Given) -> tuple[FeedbackRow, ...]:
    lefts = {pair.id: pair.left for pair in item.pairs}
    return tuple(_pair_row(part, lefts[part.id], given.answer is None) for part in given.parts)


def _pair_row(part: Feedback, left: str, passed: bool) -> FeedbackRow:
    expected = ("Right match", str(part.expected))
    if part.given and part.right:
        return FeedbackRow(Look.RIGHT, "Right", left, part.why, (("You chose", part.text),))
    if part.given:
        return FeedbackRow(Look.WRONG, "Not quite", left, part.why, (("You chose", part.text), expected))
    if passed:
        return FeedbackRow(Look.RIGHT, "", left, part.why, (expected,))
    return FeedbackRow(Look.MISSED, "Left open", left, part.why, (expected,))


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
