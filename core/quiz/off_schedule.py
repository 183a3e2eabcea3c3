"""Practice that leaves the schedule as it is: reviewing ahead, and cramming. Pure."""

from collections.abc import Iterable
from datetime import datetime

from core.quiz.days import day_end
from core.quiz.recall_tomorrow import known_tomorrow
from core.quiz.scheduling import Card, Memory
from core.quiz.settings import ReviewSettings

ROUND = 20
"""Items in a round."""


def ahead_ids(cards: Iterable[Card], settings: ReviewSettings, now: datetime) -> tuple[str, ...]:
    """The items that fall due after today, soonest first."""
    end = day_end(now, settings)
    coming = sorted((card for card in cards if card.due >= end), key=lambda card: (card.due, card.item_id))
    return tuple(card.item_id for card in coming[:ROUND])


def cram_ids(cards: Iterable[Card], now: datetime) -> tuple[str, ...]:
    """The begun items that are least likely to be known a day from now, least known first.

    As of now all that was answered today would be known alike, also what was missed.
    """

    def known(card: Card) -> float:
        return known_tomorrow(Memory(card.item_id, card.stability, (now - card.reviewed).days), card.missed)

    return tuple(card.item_id for card in sorted(cards, key=lambda card: (known(card), card.item_id))[:ROUND])
