"""What comes next for the learner of this browser, once nothing is left for now."""

from collections.abc import Sequence
from datetime import datetime

from components import session
from core.quiz.coming import Coming, coming
from core.quiz.queue import Queue
from core.quiz.scheduling import Card
from core.quiz.settings import ReviewSettings


def next_cards(cards: Sequence[Card], queue: Queue, settings: ReviewSettings, now: datetime) -> Coming:
    """What comes next, and when; `cards` are all of the learner's. `coming_words` says it."""
    known = set(session.reviewable())
    unseen = len(known) - sum(card.item_id in known for card in cards)
    asked = [card for card in cards if card.item_id in known or card.item_id in session.by_hand()]
    return coming(asked, unseen, queue, settings, now)
