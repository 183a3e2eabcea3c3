"""Reads what is entered in the widgets of an item's form now; inside a callback too."""

from collections.abc import Callable
from typing import Any

from components import session
from components.reported_texts import reported_texts
from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.items import AnyItem
from core.content.typed_items import Cloze, Number, PredictNumber, ShortText
from core.language.catalogue import languages
from core.language.in_force import in_force, speaking
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Typed
from core.quiz.number_reading import typed_number


def answer_now(item: AnyItem, key: str) -> AnyAnswer | None:
    """The answer in the form that was drawn under `key`, or None while it is incomplete or cannot be read."""
    reader = _READERS.get(item.kind)
    return reader(item, key) if reader else None


def draft_now(item: AnyItem, key: str) -> AnyAnswer | None:
    """What is to be kept of the form: the answer, or the parts of one that is incomplete."""
    if isinstance(item, TrueFalse):
        verdict, reason = _judgement(key)
        return Judged(holds=verdict == "true", reason=reason) if verdict else None
    if isinstance(item, Number | PredictNumber):
        typed = _typed_number(key)
        return typed if typed.text.strip() else None
    return answer_now(item, key)


def _one(item: SingleChoice | Case | SpotError, key: str) -> Picked | None:
    return _picked(session.widget_value(f"{key}.pick"))


def _many(item: MultipleChoice, key: str) -> Picked | None:
    return _picked(*(option.id for option in item.options if session.widget_value(f"{key}.{option.id}")))


def _picked(*options: str | None) -> Picked | None:
    ids = tuple(option for option in options if option)
    return Picked(options=ids) if ids else None


def _judged(item: TrueFalse, key: str) -> Judged | None:
    verdict, reason = _judgement(key)
    return Judged(holds=verdict == "true", reason=reason) if verdict and reason else None


def _judgement(key: str) -> tuple[str | None, str | None]:
    return session.widget_value(f"{key}.verdict"), session.widget_value(f"{key}.reason")


def _word(item: ShortText, key: str) -> Typed | None:
    text = (reported_texts(f"{key}.typed", "texts") or {}).get("answer", "")
    return Typed(text=text) if text.strip() else None


def _number(item: Number | PredictNumber, key: str) -> Typed | None:
    typed = _typed_number(key)
    return None if typed.number is None else typed


def _typed_number(key: str) -> Typed:
    return typed_number((reported_texts(number_key(key), "texts") or {}).get("answer", ""))


def number_key(key: str) -> str:
    """The key of a field for a number: another in each language, since the same text is another number there."""
    return f"{key}.typed-{in_force()}"


def number_before(key: str) -> Typed | None:
    """What stood in the field when another language was chosen; None but in the first run in this language."""
    for language in languages():
        with speaking(language):
            if reported_texts(number_key(key), "texts") is not None:
                return _typed_number(key)
    return None


def _filled(item: Cloze, key: str) -> Filled | None:
    texts = reported_texts(f"{key}.typed", "texts") or {}
    filled = tuple((gap.id, texts[gap.id]) for gap in item.gaps if texts.get(gap.id, "").strip())
    return Filled(texts=filled) if filled else None


def _arranged(item: Order, key: str) -> Arranged | None:
    """None until a step was moved: the order in which steps are shown is nobody's answer."""
    steps = session.reported(f"{key}.steps", "steps")
    known = sorted(step.id for step in item.steps)
    whole = isinstance(steps, list) and all(isinstance(step, str) for step in steps) and sorted(steps) == known
    return Arranged(steps=tuple(steps)) if whole else None


def _matched(item: Match, key: str) -> Matched | None:
    pairs = reported_texts(f"{key}.pairs", "pairs") or {}
    given = tuple((pair.id, pairs[pair.id]) for pair in item.pairs if pairs.get(pair.id) in item.rights)
    return Matched(pairs=given) if given else None


_READERS: dict[str, Callable[[Any, str], AnyAnswer | None]] = {
    "single-choice": _one,
    "case": _one,
    "spot-error": _one,
    "multiple-choice": _many,
    "true-false": _judged,
    "short-text": _word,
    "number": _number,
    "predict-number": _number,
    "cloze": _filled,
    "order": _arranged,
    "match": _matched,
}
