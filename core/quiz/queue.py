"""What to review now: steps first, then due and new items mixed, within the day's limits. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.quiz.days import day_end
from core.quiz.interview_plan import interview_plan, new_per_day, planned_due
from core.quiz.scheduling import Card
from core.quiz.settings import ReviewSettings

LEARN_AHEAD = timedelta(minutes=20)
"""Steps that fall due within this time are shown at once when nothing else is left."""


@dataclass(frozen=True)
class DoneToday:
    """What was already done on the learner's day.

    `drilled` are answers in drills, exams, cases and rounds, `put` the reviews that no one answered: what was missed
    elsewhere and put into the review. These two are counted while there is an interview date.
    """

    new: int = 0
    reviews: int = 0
    drilled: int = 0
    put: int = 0

    @property
    def answers(self) -> int:
        """First reviews and further ones."""
        return self.new + self.reviews

    @property
    def practised(self) -> int:
        """All questions that were answered, wherever that was."""
        return max(0, self.answers - self.put) + self.drilled


@dataclass(frozen=True)
class Queue:
    """The items of now. `later` are steps that fall due today, but not yet."""

    steps: tuple[Card, ...]
    due: tuple[Card, ...]
    new: tuple[str, ...]
    later: tuple[Card, ...]
    done: DoneToday

    @property
    def counts(self) -> tuple[int, int, int]:
        """New, learning and due, as shown above a review."""
        return len(self.new), len(self.steps) + len(self.later), len(self.due)

    @property
    def next_step_at(self) -> datetime | None:
        """When the next step falls due, if nothing is due now."""
        return min((card.due for card in self.later), default=None)


def build_queue(
    cards: Iterable[Card], unseen: Sequence[str], done: DoneToday, settings: ReviewSettings, now: datetime
) -> Queue:
    """The queue of a moment. `cards` may hold cards that are not due; `unseen` are ids in the order of learning."""
    plan = interview_plan(settings, now)
    end, moment = day_end(now, settings), now.astimezone(UTC)
    steps: list[Card] = []
    later: list[Card] = []
    due: list[tuple[datetime, Card]] = []
    for card in cards:
        at = planned_due(card, plan, settings)
        if at >= end:
            continue
        if card.in_steps:
            (steps if at <= moment else later).append(card)
        else:
            due.append((at, card))
    room = max(0, settings.reviews_per_day - done.reviews)
    per_day = new_per_day(plan, len(unseen) + done.new, settings)
    fresh = max(0, per_day - done.new)
    oldest_first = [card for _, card in sorted(due, key=lambda pair: (pair[0], pair[1].item_id))]
    return Queue(
        steps=tuple(sorted(steps, key=lambda card: card.due)),
        due=tuple(oldest_first[:room]),
        new=tuple(unseen[:fresh]),
        later=tuple(sorted(later, key=lambda card: card.due)),
        done=done,
    )


def next_up(queue: Queue, node_of: Callable[[str], str | None], last_node: str | None, now: datetime) -> str | None:
    """The item to show next; None when nothing is left for now.

    Steps come when they are due. New items are spread over the reviews. Among reviews the first that stands on
    another node than the last one is taken, so that topics alternate.
    """
    if queue.steps:
        return queue.steps[0].item_id
    due, new = [card.item_id for card in queue.due], list(queue.new)
    if due and new:
        every = len(due) // len(new) + 2
        turn_of_new = queue.done.answers % every == every - 1
        return _other_node(new if turn_of_new else due, node_of, last_node)
    if due or new:
        return _other_node(due or new, node_of, last_node)
    soon = [card for card in queue.later if card.due <= now.astimezone(UTC) + LEARN_AHEAD]
    return soon[0].item_id if soon else None


def nothing_left(queue: Queue, now: datetime) -> bool:
    """Whether nothing is left for now: steps that fall due later today are not yet."""
    return next_up(queue, lambda _: None, None, now) is None


def _other_node(ids: list[str], node_of: Callable[[str], str | None], last_node: str | None) -> str:
    return next((name for name in ids[:20] if node_of(name) != last_node), ids[0])
