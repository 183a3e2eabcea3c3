"""What stands in the widgets of an item's form now; inside a callback too."""

from collections.abc import Callable
from typing import Any

from components import session
from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.items import AnyItem
from core.content.typed_items import Cloze, Number, PredictNumber, ShortText
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Typed
from core.quiz.number_reading import read_number

MOST_CHARACTERS = 400
"""What a field takes; longer text from a browser is cut."""


def answer_now(item: AnyItem, key: str) -> AnyAnswer | None:
    """The answer in the form that was drawn under `key`, or None while it is incomplete or cannot be read."""
    reader = _READERS.get(item.kind)
    return reader(item, key) if reader else None


def _one(item: SingleChoice | Case | SpotError, key: str) -> Picked | None:
    return _picked(session.widget_value(f"{key}.pick"))


def _many(item: MultipleChoice, key: str) -> Picked | None:
    return _picked(*(option.id for option in item.options if session.widget_value(f"{key}.{option.id}")))


def _picked(*options: str | None) -> Picked | None:
    ids = tuple(option for option in options if option)
    return Picked(options=ids) if ids else None


def _judged(item: TrueFalse, key: str) -> Judged | None:
    verdict, reason = session.widget_value(f"{key}.verdict"), session.widget_value(f"{key}.reason")
    return Judged(holds=verdict == "true", reason=reason) if verdict and reason else None


def _typed(item: ShortText | Number | PredictNumber, key: str) -> Typed | None:
    text = _reported(f"{key}.typed", "texts").get("answer", "")
    readable = bool(text.strip()) if isinstance(item, ShortText) else read_number(text) is not None
    return Typed(text=text) if readable else None


def _filled(item: Cloze, key: str) -> Filled | None:
    texts = _reported(f"{key}.typed", "texts")
    filled = tuple((gap.id, texts[gap.id]) for gap in item.gaps if texts.get(gap.id, "").strip())
    return Filled(texts=filled) if filled else None


def _arranged(item: Order, key: str) -> Arranged | None:
    """None until a step was moved: the order in which steps are shown is nobody's answer."""
    steps = session.reported(f"{key}.steps", "steps")
    known = sorted(step.id for step in item.steps)
    whole = isinstance(steps, list) and all(isinstance(step, str) for step in steps) and sorted(steps) == known
    return Arranged(steps=tuple(steps)) if whole else None


def _matched(item: Match, key: str) -> Matched | None:
    pairs = _reported(f"{key}.pairs", "pairs")
    rights = {pair.id for pair in item.pairs} | {extra.id for extra in item.extras}
    given = tuple((pair.id, pairs[pair.id]) for pair in item.pairs if pairs.get(pair.id) in rights)
    return Matched(pairs=given) if given else None


def _reported(widget: str, name: str) -> dict[str, str]:
    """A mapping of texts that a component reported; what is no text is left out."""
    found = session.reported(widget, name)
    pairs = found.items() if isinstance(found, dict) else ()
    return {str(key): value[:MOST_CHARACTERS] for key, value in pairs if isinstance(value, str)}


_READERS: dict[str, Callable[[Any, str], AnyAnswer | None]] = {
    "single-choice": _one,
    "case": _one,
    "spot-error": _one,
    "multiple-choice": _many,
    "true-false": _judged,
    "short-text": _typed,
    "number": _typed,
    "predict-number": _typed,
    "cloze": _filled,
    "order": _arranged,
    "match": _matched,
}
