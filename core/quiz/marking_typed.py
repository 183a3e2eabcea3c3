"""Marks what was typed: short texts, gaps, numbers, predictions. Pure."""

from dataclasses import dataclass
from math import ceil, inf
from sys import float_info

from core.content.item_base import NearMiss
from core.content.typed_items import GAP, Cloze, Gap, Number, NumberRange, PredictNumber, ShortText
from core.language.half_up import fixed
from core.language.numbers import in_figures, written
from core.language.text import marked, t
from core.numbers.number_format import compact, exact, percent, unit_words
from core.quiz.answers import Filled, Typed
from core.quiz.mark import Feedback, InvalidAnswerError, Mark
from core.quiz.number_reading import number_in, predicted_figures, typed_words, whole_figures
from core.quiz.text_match import bare, brings_in, is_same, is_slip, ways_said, with_setting, without_reason

_WRITTEN_OUT = 1e4
"""From here on four figures would cut off digits of a whole number."""
NEAR = 0.1
"""Up to this share, how far off a guess is is told in per cent; beyond, as “times too high”."""


@dataclass(frozen=True)
class _Judgement:
    score: float
    why: str
    misconception: str | None = None
    note: str = ""


def mark_short_text(item: ShortText, answer: Typed) -> Mark:
    """1 for a right wording, what a near-miss earns, else 0."""
    if not answer.text.strip():
        raise InvalidAnswerError(marked("Write a word or two, or press “I do not know”."))
    found = _judge_text(answer.text, (item.answer, *item.variants), item.near_misses, item.explanation)
    feedback = Feedback("answer", answer.text, True, found.score >= 1, found.why, found.misconception, item.answer)
    return Mark(found.score, (feedback,), _beliefs(found), found.note)


def mark_cloze(item: Cloze, answer: Filled) -> Mark:
    """The mean over its gaps; an empty gap is wrong."""
    texts = dict(answer.texts)
    if not set(texts) <= {gap.id for gap in item.gaps}:
        raise InvalidAnswerError(marked("This question has no such gap; open it again."))
    if not any(text.strip() for text in texts.values()):
        raise InvalidAnswerError(marked("Fill at least one gap, or press “I do not know”."))
    beside = _beside(item.text)
    judged = [(gap, texts.get(gap.id, ""), _judge_gap(gap, texts.get(gap.id, ""), beside[gap.id])) for gap in item.gaps]
    feedback = tuple(_gap_feedback(gap, text, found) for gap, text, found in judged)
    beliefs = dict.fromkeys(belief for _, _, found in judged for belief in _beliefs(found))
    notes = " ".join(found.note for _, _, found in judged if found.note)
    return Mark(sum(found.score for _, _, found in judged) / len(item.gaps), feedback, tuple(beliefs), notes)


def _gap_feedback(gap: Gap, text: str, found: _Judgement) -> Feedback:
    given, right, partly = bool(text.strip()), found.score >= 1, 0 < found.score < 1
    return Feedback(gap.id, text, given, right, found.why, found.misconception, gap.answer, partly)


def mark_number(item: Number, answer: Typed) -> Mark:
    """1 within the accepted range or the tolerance, what a range of wrong numbers earns, else 0."""
    number = _read(answer, item.unit)
    allowed = abs(item.answer) * item.tolerance_percent / 100
    right = abs(number - item.answer) <= max(allowed, abs(item.answer) * 1e-9)
    if right or (item.accepted and item.accepted.holds(number)):
        found = _Judgement(1.0, item.explanation)
    else:
        found = _judge_range(number, item.ranges, item.explanation)
    expected = _with_unit(_accepted_words(item), item.unit)
    said = typed_words(answer)
    feedback = Feedback("answer", said, True, found.score >= 1, found.why, found.misconception, expected)
    return Mark(found.score, (feedback,), _beliefs(found))


def mark_prediction(item: PredictNumber, answer: Typed) -> Mark:
    """1 within the factor, part of it within its square, else 0; the note says how many times too high or low."""
    number = _read(answer, item.unit)
    high = item.upper
    ratio = max(item.answer / number, number / high, 1.0) if number > 0 else inf
    score = 1.0 if ratio <= item.within_factor else item.near_credit if ratio <= item.near_factor else 0.0
    found = _judge_range(number, () if score == 1 else item.ranges, item.explanation)
    expected = predicted_figures(item)
    feedback = Feedback(
        "answer", typed_words(answer), True, score >= 1, found.why, found.misconception, _with_unit(expected, item.unit)
    )
    if score < 1 or ratio == 1:
        note = _ratio_words(number, item.answer, high)
    elif item.high:
        note = _near_range_words(number, item.answer, high, item.within_factor)
    else:
        note = _near_words(number, item.answer, item.within_factor)
    return Mark(score, (feedback,), _beliefs(found), note)


def _near_words(number: float, answer: float, factor: float) -> str:
    """How near a right guess is: in whole per cent, or, further off, as many times as there are."""
    off = abs(number / answer - 1)
    if off <= NEAR:
        return t("Your guess is within {share} of the number.", share=percent(ceil(off * 100) / 100))
    told = {"times": times_off(max(number / answer, answer / number)), "most": written(factor, ".2g")}
    if number > answer:
        return t("Your guess is {times} times the number; up to {most} times counts.", **told)
    return t("The number is {times} times your guess; up to {most} times counts.", **told)


def _near_range_words(number: float, low: float, high: float, factor: float) -> str:
    """How far a right guess is from the nearer end of a range."""
    told = {"times": times_off(max(number / high, low / number)), "most": written(factor, ".2g")}
    if number > high:
        return t("Your guess is {times} times the upper end; up to {most} times counts.", **told)
    return t("The lower end is {times} times your guess; up to {most} times counts.", **told)


def times_off(ratio: float) -> str:
    """How many times a right guess is off, never told as more than it is.

    >>> times_off(1.65)
    '1.6'
    """
    return compact(float(fixed(float(f"{ratio:.12g}"), 1, half_down=True)))


def _ratio_words(number: float, low: float, high: float) -> str:
    if number <= 0:
        return t("The number is above zero.")
    if low <= number <= high:
        return t("Your guess is in the range.") if low < high else t("Your guess is exact.")
    if number > high:
        return t("Your guess is {times} times too high.", times=_times(number / high))
    return t("Your guess is {times} times too low.", times=_times(low / number))


def _times(value: float) -> str:
    """Two figures: 2.5, 38, 1,200; a letter that stands for millions would read as a unit.

    The largest number that there is stands for all beyond: somebody may have typed 1e-320.
    """
    return exact(float(f"{value:.2g}")) if 1000 <= value < 1e15 else compact(min(value, float_info.max))


def _read(answer: Typed, unit: str) -> float:
    number = number_in(answer, unit)
    if number is None:
        raise InvalidAnswerError(marked("Write the number in digits, for example 5000, 5K or 3e23."))
    return number


def _beside(text: str) -> dict[str, tuple[str, str]]:
    """What stands before and after each gap, up to the next one."""
    parts = GAP.split(text)
    return {name: (parts[place - 1], parts[place + 1]) for place, name in enumerate(parts) if place % 2}


def _judge_gap(gap: Gap, text: str, beside: tuple[str, str]) -> _Judgement:
    if not text.strip():
        return _Judgement(0.0, gap.why)
    return _judge_text(text, (gap.answer, *gap.variants), gap.near_misses, gap.why, beside)


def _judge_text(
    text: str, right: tuple[str, ...], near: tuple[NearMiss, ...], why: str, beside: tuple[str, str] = ("", "")
) -> _Judgement:
    if found := _read_as(text, right, near, why, beside):
        return found
    named, setting = with_setting(without_reason(text))
    if setting and not brings_in(setting, tuple(wording for miss in near for wording in miss.texts), right):
        return _read_as(named, right, (), why, beside) or _Judgement(0.0, why)
    return _Judgement(0.0, why)


def _read_as(
    text: str, right: tuple[str, ...], near: tuple[NearMiss, ...], why: str, beside: tuple[str, str]
) -> _Judgement | None:
    """What a text earns if it is a known wording, has one behind other words, or names only right ones; else None."""
    for said in (text, bare(text, *beside), bare(without_reason(text), *beside)):
        if found := _found(said, right, near, why):
            return found
    ways = [_found(bare(way), right, (), why) for way in ways_said(text)]
    return _Judgement(1.0, why) if ways and all(ways) else None


def _found(text: str, right: tuple[str, ...], near: tuple[NearMiss, ...], why: str) -> _Judgement | None:
    """What a text earns if it is one of the known wordings; else None."""
    if any(is_same(text, wording) for wording in right):
        return _Judgement(1.0, why)
    for miss in near:
        if any(is_same(text, wording) for wording in miss.texts):
            return _Judgement(miss.credit, miss.why, miss.misconception)
    slipped = next((wording for wording in right if is_slip(text, wording)), None)
    if slipped is not None:
        return _Judgement(1.0, why, note=t("Counted as right; it is spelled “{word}”.", word=slipped))
    for miss in near:
        if any(is_slip(text, wording) for wording in miss.texts):
            return _Judgement(miss.credit, miss.why, miss.misconception)
    return None


def _judge_range(number: float, ranges: tuple[NumberRange, ...], why: str) -> _Judgement:
    fitting = next((wrong for wrong in ranges if wrong.holds(number)), None)
    return _Judgement(fitting.credit, fitting.why, fitting.misconception) if fitting else _Judgement(0.0, why)


def _accepted_words(item: Number) -> str:
    if item.accepted and item.accepted.low is not None and item.accepted.high is not None:
        return in_figures(f"{item.accepted.low:,.10g}–{item.accepted.high:,.10g}")
    if item.tolerance_percent and item.answer % 1 and abs(item.answer) < _WRITTEN_OUT:
        return written(item.answer, ",.4g")  # as a working has it: 133.3 hours, not 133.3333333
    return whole_figures(item.answer)


def _with_unit(number: str, unit: str) -> str:
    return f"{number} {unit_words(unit)}".rstrip()


def _beliefs(found: _Judgement) -> tuple[str, ...]:
    return (found.misconception,) if found.misconception else ()
