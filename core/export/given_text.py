"""A learner's answer as words, for a note on a question. Pure."""

from core.content.arranged_items import Match, Order
from core.content.choice_items import TrueFalse
from core.content.items import AnyItem
from core.language.in_force import ENGLISH, speaking
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Typed
from core.quiz.number_reading import typed_words
from core.quiz.option_texts import option_texts


def given_text(item: AnyItem, answer: AnyAnswer | None) -> str:
    """The answer in one line; empty when nothing was given, or when the learner graded themselves.

    Ids that are none of the item's stand as they are.
    """
    words = _words(item)
    match answer:
        case Picked(options=options):
            text = "; ".join(words.get(name, name) for name in options)
        case Judged(holds=holds, reason=reason):
            verdict = "True" if holds else "False"
            text = f"{verdict}, because: {words.get(reason, reason)}" if reason else verdict
        case Typed():
            with speaking(ENGLISH):
                text = typed_words(answer)
        case Filled(texts=texts):
            text = "; ".join(f"{name}: {text}" for name, text in texts)
        case Arranged(steps=steps):
            text = " → ".join(words.get(name, name) for name in steps)
        case Matched(pairs=pairs):
            text = "; ".join(f"{words.get(left, left)} with {_right(item, right)}" for left, right in pairs)
        case _:
            text = ""
    return text


def _words(item: AnyItem) -> dict[str, str]:
    match item:
        case TrueFalse():
            found = {reason.id: reason.text for reason in item.reasons}
        case Order():
            found = {step.id: step.text for step in item.steps}
        case Match():
            found = item.lefts
        case _:
            found = option_texts(item)
    return found


def _right(item: AnyItem, name: str) -> str:
    return item.rights.get(name, name) if isinstance(item, Match) else name
