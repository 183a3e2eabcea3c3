"""A learner with sixty days behind them: a plausible log, the same every time, for tests and pictures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from itsdangerous import URLSafeSerializer

from core.content.models import Content
from core.quiz.answers import Picked, Rating
from core.quiz.days import day_of
from core.quiz.decks import reviewable_ids
from core.quiz.generated import find_item
from core.quiz.log import Answered, Confidence, Mode, Undone
from core.quiz.scheduling import Card, after, recall
from core.quiz.settings import ReviewSettings
from core.store.store import Store
from core.web.cookie import COOKIE, learner_key

DAYS = 60
NEW_A_DAY = 2
SMALL_HOURS = 6
SETTINGS = ReviewSettings(confidence=True)
_RATINGS = {True: Rating.GOOD, False: Rating.AGAIN}


def cookie(name: str, secret: str) -> dict[str, str]:
    """A signed cookie of a learner of that name: what the browser has, as name and value."""
    return {"name": COOKIE, "value": URLSafeSerializer(secret, salt="learner").dumps(name)}


def key_of(name: str, secret: str) -> str:
    """The key by which the store knows that learner."""
    key = learner_key(cookie(name, secret)["value"], secret)
    assert key
    return key


def keep_history(store: Store, key: str, content: Content, now: datetime) -> None:
    """Fills the store for a learner: sixty days, some of them off, and an interview in twelve days."""
    store.log.merge(key, history(content, now), now)
    interview = day_of(now, SETTINGS) + timedelta(days=12)
    store.learners.set_settings(key, SETTINGS.model_copy(update={"interview_on": interview}), now)


def history(content: Content, now: datetime) -> list[Answered | Undone]:
    """The log: a few new items a day, reviews when they are due, two items that never stick, one answer taken back."""
    chance = Random(7)
    ids = list(reviewable_ids(content))
    hard = {*ids[3::9]}
    cards: dict[str, Card] = {}
    log: list[Answered | Undone] = []
    evening = now - timedelta(hours=SMALL_HOURS) if _is_small_hour(now) else now
    for ago in range(DAYS, 0, -1):
        if chance.random() < 0.2:
            continue
        at = evening - timedelta(days=ago) + timedelta(minutes=chance.randrange(90))
        due = [name for name, card in cards.items() if card.due <= at]
        fresh = [name for name in ids[:-4] if name not in cards][:NEW_A_DAY]
        for name in [*due, *fresh]:
            for answer in _answers(content, name, cards.get(name), at, chance, hard=name in hard):
                cards[name] = after(cards.get(name), answer)
                log.append(answer)
                at = answer.at + timedelta(seconds=30)
    last = log[-1]
    drilled = [_drilled(content, name, now - timedelta(hours=30 - place)) for place, name in enumerate(ids[2:20:6])]
    return [*log, Undone(f"undo.{last.id}", last.id, now), *drilled]


def _is_small_hour(now: datetime) -> bool:
    """Whether a sitting that began a day ago would last into the learner's day that is still going on."""
    return now.astimezone(SETTINGS.zone_info).hour < SETTINGS.day_starts_at


def _drilled(content: Content, name: str, at: datetime) -> Answered:
    """An answer in a drill that was sure and wrong."""
    wrong = _answer(content, name, at, False, f"{name}.drill")
    return replace(wrong, mode=Mode.DRILL, confidence=Confidence.SURE, quiz="drill")


def _answers(
    content: Content, name: str, card: Card | None, at: datetime, chance: Random, *, hard: bool
) -> Iterator[Answered]:
    """The answers of one sitting, until the item has left its learning steps."""
    for number in range(4):
        known = 0.4 if card is None else recall(card, at) - (0.3 if hard and not card.in_steps else 0.0)
        passed = chance.random() < known
        answer = _answer(content, name, at, passed, f"{name}.{at:%m%d%H%M%S}.{number}")
        yield replace(answer, confidence=_said(passed, chance), seconds=6 + 20 * chance.random())
        card = after(card, answer)
        if not card.in_steps:
            return
        at = card.due


def _answer(content: Content, name: str, at: datetime, passed: bool, answer_id: str) -> Answered:
    item = find_item(content, name)
    assert item
    return Answered(
        id=answer_id,
        item_id=name,
        kind=item.kind,
        at=at,
        day=day_of(at, SETTINGS),
        rating=_RATINGS[passed],
        score=float(passed),
        mode=Mode.REVIEW,
        answer=Picked(options=("a",)) if item.kind == "single-choice" else None,
    )


def _said(passed: bool, chance: Random) -> Confidence:
    """Surer than right, as people are."""
    sure = chance.random() + (0.25 if passed else 0.0)
    return Confidence.SURE if sure > 0.7 else Confidence.FAIRLY if sure > 0.35 else Confidence.GUESS
