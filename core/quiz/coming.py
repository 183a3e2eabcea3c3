"""When the next reviews come, and how that is said. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.language.numbers import day_and_month, weekday
from core.language.text import t
from core.quiz.days import day_end, day_of, day_start
from core.quiz.interview_plan import interview_plan, new_per_day, planned_due
from core.quiz.queue import Queue
from core.quiz.scheduling import Card
from core.quiz.settings import ReviewSettings


@dataclass(frozen=True)
class Coming:
    """The moment at which the next cards can be reviewed, and how many: `reviews` are begun ones, `new` new ones.

    `held_back` is what today's limits leave for later: reviews, then new items.
    """

    at: datetime | None
    reviews: int
    new: int
    held_back: tuple[int, int]


def coming(cards: Sequence[Card], unseen: int, queue: Queue, settings: ReviewSettings, now: datetime) -> Coming:
    """What comes next once nothing is left for now; `cards` are all cards begun, `unseen` counts the others."""
    if queue.next_step_at:
        return Coming(queue.next_step_at, len(queue.later), 0, (0, 0))
    plan, end = interview_plan(settings, now), day_end(now, settings)
    due = [planned_due(card, plan, settings) for card in cards]
    per_day = new_per_day(plan, unseen + queue.done.new, settings)
    held_back = sum(at < end for at in due), unseen if queue.done.new >= per_day else 0
    days = [day_of(max(at, end), settings) for at in due]
    new = min(unseen, per_day)
    if not days and not new:
        return Coming(None, 0, 0, held_back)
    first = min([*days, day_of(end, settings)] if new else days)
    reviews = min(days.count(first), settings.reviews_per_day)
    return Coming(day_start(first, settings), reviews, new, held_back)


def coming_words(what: Coming, now: datetime, settings: ReviewSettings) -> str:
    """When the next cards come, as every page says it.

    >>> from datetime import UTC
    >>> now, then = (datetime(2026, 3, day, 4, tzinfo=UTC) for day in (2, 3))
    >>> coming_words(Coming(then, 2, 15, (0, 0)), now, ReviewSettings())
    'Your next questions come tomorrow at 4:00: 2 due and 15 new.'
    """
    if not what.at:
        return t("New questions are off. Raise “New questions a day” in the settings to begin.")
    when = when_words(what.at, now, settings)
    if what.reviews + what.new == 1:
        return t("Your next question comes {when}.", when=when)
    if not what.new:
        return t("Your next questions come {when}: {reviews} due.", when=when, reviews=what.reviews)
    if not what.reviews:
        return t("Your next questions come {when}: {new} new.", when=when, new=what.new)
    both = {"reviews": what.reviews, "new": what.new}
    return t("Your next questions come {when}: {reviews} due and {new} new.", when=when, **both)


def when_words(at: datetime, now: datetime, settings: ReviewSettings) -> str:
    """A future moment, as people say it.

    >>> from datetime import UTC, timedelta
    >>> at = lambda day, hour: datetime(2026, 3, day, hour, tzinfo=UTC)
    >>> [when_words(at(day, 4), at(2, 9), ReviewSettings()) for day in (3, 5, 20)]
    ['tomorrow at 4:00', 'on Thursday at 4:00', 'on 20 March at 4:00']
    >>> when_words(at(2, 9) + timedelta(minutes=4), at(2, 9), ReviewSettings())
    'in 4 min'
    """
    minutes = -(-(at - now).total_seconds() // 60)
    if minutes < 60:
        return t("in {minutes} min", minutes=max(1, int(minutes)))
    local, here = at.astimezone(settings.zone_info), now.astimezone(settings.zone_info)
    clock = f"{local.hour}:{local.minute:02}"
    days = (local.date() - here.date()).days
    if days < 2:
        return t("tomorrow at {clock}", clock=clock) if days else t("today at {clock}", clock=clock)
    if days < 7:
        return t("on {weekday} at {clock}", weekday=weekday(local.date()), clock=clock)
    return t("on {day} at {clock}", day=day_and_month(local.date()), clock=clock)


def done_share(queue: Queue) -> tuple[int, int]:
    """How many of today's answers are done, and how many there are with those still left."""
    return queue.done.answers, queue.done.answers + sum(queue.counts)
