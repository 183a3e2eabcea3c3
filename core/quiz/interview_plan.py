"""The plan up to an interview date: what is due is brought forward, the schedule itself is never changed. Pure.

Every item is seen once in the last two days before the interview. Until then reviews come as FSRS sets them; a gap
that would reach beyond those days ends in them. Each day lets in as many new items as the settings say, or more where
it takes more to begin them all before those days.
"""

import hashlib
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from core.quiz.answers import Rating
from core.quiz.days import day_of, day_start, days_until
from core.quiz.scheduling import Card, recall, review
from core.quiz.settings import ReviewSettings

LAST_DAYS = 2
MOST_SIMULATED = 240
"""With more cards than this, a sample of them is simulated; our bank is simulated whole."""
_INTERVIEW_AFTER = timedelta(hours=6)
"""When the interview is assumed to be, after the day begins: 10 in the morning, for a day that begins at 4."""
_BEGUN_AFTER = timedelta(hours=8)
"""When a day's new items are assumed to be begun, after the day begins."""
_MOST_REVIEWS = 40
"""A card is followed for so many reviews at most, however far off the interview is."""


@dataclass(frozen=True)
class InterviewPlan:
    """The days that are left. `window` is where every item is seen once more; times are in UTC.

    `days_off` is what one says of the date: from midnight on one day less than there are days left to practise.
    """

    day: date
    today: date
    days_off: int
    window_start: datetime
    window_end: datetime

    @property
    def days_left(self) -> int:
        """Whole days until the interview, today included."""
        return (self.day - self.today).days

    @property
    def days_for_new(self) -> int:
        """Days on which new items may come: those before the window, or all that are left when it has begun."""
        return max(1, self.days_left - LAST_DAYS) if self.days_left > LAST_DAYS else self.days_left


@dataclass(frozen=True)
class PlanDay:
    """What one day of the plan holds; `held_back` are the reviews that its limit leaves for the day after."""

    day: date
    reviews: int
    new: int
    held_back: int = 0


def interview_plan(settings: ReviewSettings, now: datetime) -> InterviewPlan | None:
    """The plan of a moment; None when no date is set, or it is today or past."""
    today, day = day_of(now, settings), settings.interview_on
    if day is None or day <= today:
        return None
    start = day_start(day - timedelta(days=LAST_DAYS), settings)
    return InterviewPlan(day, today, days_until(day, now, settings), start, day_start(day, settings))


def planned_due(card: Card, plan: InterviewPlan | None, settings: ReviewSettings) -> datetime:
    """When a card is to be shown: as FSRS says, or earlier for the sake of the interview."""
    if plan is None or card.in_steps or card.due < plan.window_start or card.reviewed >= plan.window_start:
        return card.due
    chosen = hashlib.sha256(card.item_id.encode()).digest()[0] % LAST_DAYS
    return min(card.due, day_start(plan.day - timedelta(days=LAST_DAYS - chosen), settings))


def brought_forward(
    cards: Sequence[Card], plan: InterviewPlan | None, settings: ReviewSettings, before: datetime
) -> int:
    """How many cards a plan shows sooner than FSRS would, at a moment before `before`; 0 with no plan."""
    dues = ((planned_due(card, plan, settings), card.due) for card in cards)
    return sum(planned < min(due, before) for planned, due in dues)


def planned_counts(
    cards: Sequence[Card], plan: InterviewPlan, settings: ReviewSettings, edges: Sequence[datetime]
) -> tuple[int, ...]:
    """How many cards are to be shown before the first edge, then before each further one: see `forecast.day_edges`."""
    found = Counter(bisect_right(edges, planned_due(card, plan, settings)) for card in cards)
    return tuple(found[place] for place in range(len(edges)))


def new_needed_per_day(plan: InterviewPlan | None, unseen: int) -> int:
    """New items a day that bring every item in before the window; 0 with no plan.

    `unseen` are those that were unseen when the day began.
    """
    return math.ceil(unseen / plan.days_for_new) if plan and unseen else 0


def new_per_day(plan: InterviewPlan | None, unseen: int, settings: ReviewSettings) -> int:
    """New items that a day lets in: as many as the settings say, or those that the plan needs where they are more.

    `unseen` are those that were unseen when the day began.
    """
    return max(settings.new_per_day, new_needed_per_day(plan, unseen))


def plan_days(
    cards: Sequence[Card], unseen: int, settings: ReviewSettings, now: datetime, today: tuple[int, int]
) -> tuple[PlanDay, ...]:
    """Reviews and new items for each day until the interview, if every review is passed; empty with no plan.

    A question that comes twice on a day counts once, and one that is begun on it as new. `today` is what the review
    still holds, reviews and new items. What the limit of a day leaves over is counted for the next one.
    """
    plan = interview_plan(settings, now)
    if plan is None:
        return ()
    days = [plan.today + timedelta(days=offset) for offset in range(plan.days_left)]
    new = _new_by_day(plan, unseen, settings, today[1])
    sample = _sample(cards)
    seen = Counter(day for card in sample for day in _days_seen(card, plan, settings, now))
    again: Counter[date] = Counter()
    for begun in filter(new.__getitem__, days):
        for day in _days_seen(_introduced(begun, settings), plan, settings, now) - {begun}:
            again[day] += new[begun]
    scale = len(cards) / len(sample) if sample else 1
    reviews = {day: round(seen[day] * scale) + again[day] for day in days}
    due = sum(day_of(max(planned_due(card, plan, settings), now), settings) == plan.today for card in cards)
    found = [PlanDay(plan.today, today[0], new[plan.today], max(0, due - today[0]))]
    for day in days[1:]:
        asked = reviews[day] + found[-1].held_back
        done = min(asked, settings.reviews_per_day)
        found.append(PlanDay(day, done, new[day], asked - done))
    return tuple(found)


def _new_by_day(plan: InterviewPlan, unseen: int, settings: ReviewSettings, today: int) -> Counter[date]:
    """New items of each day, as the review lets them in: `today` of them now."""
    new = Counter({plan.today: today})
    left = unseen - today
    for offset in range(1, plan.days_left):
        day = plan.today + timedelta(days=offset)
        new[day] = min(left, new_per_day(replace(plan, today=day), left, settings))
        left -= new[day]
    return new


def _days_seen(card: Card, plan: InterviewPlan, settings: ReviewSettings, now: datetime) -> set[date]:
    return {day_of(one.reviewed, settings) for one in _trajectory(card, plan, settings, now)[1:]}


def expected_recall(cards: Sequence[Card], settings: ReviewSettings, now: datetime) -> float | None:
    """The mean probability, 0..1, that an item that was begun is known at the interview; None with no plan or card.

    Reviews before the last count as passed; the last one as passed with the recall that is then expected, else as
    failed and learned again. What was missed counts as not known until it is passed: as of now the schedule says 100 %
    of it.
    """
    plan = interview_plan(settings, now)
    sample = _sample(cards)
    if plan is None or not sample:
        return None
    at = plan.window_end + _INTERVIEW_AFTER
    return sum(_recall_on_the_day(card, plan, settings, now, at) for card in sample) / len(sample)


def _recall_on_the_day(card: Card, plan: InterviewPlan, settings: ReviewSettings, now: datetime, at: datetime) -> float:
    if card.missed:
        return 0.0
    way = _trajectory(card, plan, settings, now)
    if len(way) < 2:
        return recall(card, at)
    before, last = way[-2], way[-1]
    passed = recall(before, last.reviewed)
    failed = review(before, card.item_id, Rating.AGAIN, last.reviewed)
    again = review(failed, card.item_id, Rating.GOOD, failed.due)
    return passed * recall(last, at) + (1 - passed) * recall(again, at)


def _trajectory(card: Card, plan: InterviewPlan, settings: ReviewSettings, now: datetime) -> list[Card]:
    """The card, and the card after each review until the interview, every one passed."""
    way = [card]
    while len(way) < _MOST_REVIEWS:
        at = max(planned_due(way[-1], plan, settings), now.astimezone(UTC))
        if at >= plan.window_end:
            break
        way.append(review(way[-1], card.item_id, Rating.GOOD, at, settings.desired_retention))
    return way


def _introduced(day: date, settings: ReviewSettings) -> Card:
    at = day_start(day, settings) + _BEGUN_AFTER
    return review(None, f"new-{day}", Rating.GOOD, at, settings.desired_retention)


def _sample(cards: Sequence[Card]) -> list[Card]:
    step = max(1, math.ceil(len(cards) / MOST_SIMULATED))
    return list(cards[::step])
