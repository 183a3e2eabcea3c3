"""The order in which the parts of an item are shown, drawn from a seed. Pure."""

import hashlib
from collections.abc import Sequence

from core.content.arranged_items import Match, Order
from core.content.choice_items import MultipleChoice, SingleChoice, TrueFalse
from core.content.items import AnyItem


def shown_order(item: AnyItem, seed: str) -> tuple[str, ...]:
    """The ids of an item's movable parts as they are to be shown; empty when it has none.

    Options, reasons, steps, or the right sides of a match, extras among them. The same seed gives the same order, on
    every machine; steps never come in the right order already. Cases keep one order, so that hands learn it.
    """
    match item:
        case SingleChoice() | MultipleChoice():
            return _shuffled([option.id for option in item.options], seed)
        case TrueFalse():
            return _shuffled([reason.id for reason in item.reasons], seed)
        case Match():
            return _shuffled(tuple(item.rights), seed)
        case Order():
            right = tuple(step.id for step in item.steps)
            shown = _shuffled(right, seed)
            return shown if shown != right else shown[1:] + shown[:1]
        case _:
            return ()


def _shuffled(ids: Sequence[str], seed: str) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda name: hashlib.sha256(f"{seed}~{name}".encode()).digest()))
