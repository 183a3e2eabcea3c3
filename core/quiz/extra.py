"""Practice that leaves the schedule as it is: reviewing ahead, and cramming. Pure."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from core.quiz.days import day_end
from core.quiz.scheduling import Card, recall
from core.quiz.settings import ReviewSettings

ROUND = 20
"""Items in a round."""


def ahead_ids(cards: Iterable[Card], settings: ReviewSettings, now: datetime, size: int = ROUND) -> tuple[str, ...]:
    """The items that fall due after today, soonest first."""
    end = day_end(now, settings)
    coming = sorted((card for card in cards if card.due >= end), key=lambda card: (card.due, card.item_id))
    return tuple(card.item_id for card in coming[:size])


def cram_ids(cards: Iterable[Card], now: datetime, size: int = ROUND) -> tuple[str, ...]:
    """The begun items that are least likely to be known a day from now, least known first.

    As of now all that was answered today would be known alike, also what was missed.
    """
    moment = now.astimezone(UTC) + timedelta(days=1)
    weakest = sorted(cards, key=lambda card: (recall(card, moment), card.item_id))
    return tuple(card.item_id for card in weakest[:size])
