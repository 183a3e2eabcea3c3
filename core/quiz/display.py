"""What of an item is shown beside its question, and its parts in an order that is drawn from a seed. Pure."""

from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, TrueFalse
from core.content.items import AnyItem
from core.content.typed_items import Cloze
from core.quiz.shuffled import shuffled


def shown_order(item: AnyItem, seed: str) -> tuple[str, ...]:
    """The ids of an item's movable parts as they are to be shown; empty when it has none.

    Options, reasons, steps, or the right sides of a match, extras among them. The same seed gives the same order, on
    every machine; steps never come in the right order already. Cases keep one order, so that hands learn it.
    """
    match item:
        case SingleChoice() | MultipleChoice():
            return shuffled([option.id for option in item.options], seed)
        case TrueFalse():
            return shuffled([reason.id for reason in item.reasons], seed)
        case Match():
            return shuffled(tuple(item.rights), seed)
        case Order():
            right = tuple(step.id for step in item.steps)
            shown = shuffled(right, seed)
            return shown if shown != right else shown[1:] + shown[:1]
        case _:
            return ()


def told_text(item: AnyItem) -> str:
    """The text beside a question: a case's situation, a text with gaps; empty when the question says it all."""
    match item:
        case Case():
            return item.situation
        case Cloze():
            return item.stem
        case _:
            return ""
