"""Marks what was picked: single and multiple choice, true or false, cases, spot the error. Pure."""

from collections.abc import Iterable

from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.item_base import Choice
from core.language.text import marked, t
from core.quiz.answers import Judged, Picked
from core.quiz.mark import Feedback, InvalidAnswerError, Mark


def mark_single(item: SingleChoice, answer: Picked) -> Mark:
    """All or nothing."""
    return _mark_one(item.options, answer)


def mark_case(item: Case, answer: Picked) -> Mark:
    """All or nothing."""
    return _mark_one(item.choices, answer)


def mark_multiple(item: MultipleChoice, answer: Picked) -> Mark:
    """The share of right options that were picked, less the share of wrong ones; never below 0.

    Two of three right ones and one of two wrong ones -> 2/3 − 1/2 = 0.17. Everything, or nothing -> 0.
    """
    picked = _known(item.options, answer.options)
    right = [option for option in item.options if option.correct]
    wrong = [option for option in item.options if not option.correct]
    hits = sum(option.id in picked for option in right)
    slips = sum(option.id in picked for option in wrong)
    score = max(0.0, hits / len(right) - slips / len(wrong))
    return _marked(score, item.options, picked)


def mark_true_false(item: TrueFalse, answer: Judged) -> Mark:
    """Half for the verdict, half for the reason; a wrong verdict earns nothing."""
    held = answer.holds == item.answer
    verdict = Feedback(
        id="verdict",
        text=_verdict_words(answer.holds),
        given=True,
        right=held,
        why=item.explanation if held else item.why_not,
        misconception=None if held else item.misconception,
        expected=_verdict_words(item.answer),
    )
    picked = _known(item.reasons, [answer.reason] if answer.reason else [])
    reasoned = any(reason.correct and reason.id in picked for reason in item.reasons)
    score = (0.5 + 0.5 * reasoned) if held else 0.0
    rest = _marked(score, item.reasons, picked)
    beliefs = (() if held else (item.misconception,)) + rest.misconceptions
    return Mark(score, (verdict, *rest.feedback), tuple(dict.fromkeys(beliefs)))


def _verdict_words(holds: bool) -> str:
    return t("True") if holds else t("False")


def mark_spot_error(item: SpotError, answer: Picked) -> Mark:
    """Right when the wrong passage, and no other, was picked."""
    known = {passage.id for passage in item.passages}
    picked = set(answer.options)
    if not picked <= known or len(picked) != 1:
        raise InvalidAnswerError(marked("Pick one passage."))
    found = any(passage.wrong and passage.id in picked for passage in item.passages)
    feedback = tuple(
        Feedback(
            id=passage.id,
            text=passage.text,
            given=passage.id in picked,
            right=passage.wrong,
            why=passage.why,
            expected=item.correction if passage.wrong else None,
        )
        for passage in item.passages
    )
    return Mark(1.0 if found else 0.0, feedback, () if found else (item.misconception,))


def _mark_one(options: tuple[Choice, ...], answer: Picked) -> Mark:
    picked = _known(options, answer.options)
    if len(picked) != 1:
        raise InvalidAnswerError(marked("Pick one option."))
    right = any(option.correct and option.id in picked for option in options)
    return _marked(1.0 if right else 0.0, options, picked)


def _known(options: tuple[Choice, ...], given: Iterable[str]) -> set[str]:
    picked = set(given)
    if not picked <= {option.id for option in options}:
        raise InvalidAnswerError(marked("This question has no such option; open it again."))
    return picked


def _marked(score: float, options: tuple[Choice, ...], picked: set[str]) -> Mark:
    feedback = tuple(
        Feedback(
            id=option.id,
            text=option.text,
            given=option.id in picked,
            right=option.correct,
            why=option.why,
            misconception=option.misconception,
        )
        for option in options
    )
    beliefs = (option.misconception for option in options if option.id in picked and option.misconception)
    return Mark(score, feedback, tuple(dict.fromkeys(beliefs)))
