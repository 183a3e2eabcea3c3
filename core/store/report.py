"""Everything that the progress page shows about a learner, read at once. Does I/O."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.quiz.calibration import CalibrationPoint, calibration, sure_but_wrong
from core.quiz.days import day_of
from core.quiz.drills import WeakSpot, weak_spots
from core.quiz.forecast import DayLoad, day_edges, forecast
from core.quiz.interview_plan import InterviewPlan, interview_plan, planned_counts
from core.quiz.log import Mode
from core.quiz.progress import MeasuredRecall, NodeRecall, measured_recall, recall_by_node, streak
from core.quiz.queue import Queue
from core.quiz.recall_tomorrow import Known, recall_tomorrow
from core.quiz.scheduling import Card
from core.quiz.settings import ReviewSettings
from core.store.store import Store

DAYS = 30
_STATED = 200
"""How many of the last answers with a stated confidence the calibration is computed from."""


@dataclass(frozen=True)
class Report:
    """A learner's standing at a moment. `active_days` counts those of the last 30 with an answer.

    `known` is the recall of each item begun, and `nodes` that of each node, both as of a day later. `cards` are read
    where there is a plan to an interview, which `coming` follows; else there are none. `answers` counts all,
    in review or not; `interviewed` says whether an interview is among the last ones.
    """

    settings: ReviewSettings
    plan: InterviewPlan | None
    cards: tuple[Card, ...]
    queue: Queue
    coming: tuple[DayLoad, ...]
    recall: MeasuredRecall
    known: tuple[Known, ...]
    nodes: tuple[NodeRecall, ...]
    weak: tuple[WeakSpot, ...]
    stated: tuple[CalibrationPoint, ...]
    sure_but_wrong: tuple[str, ...]
    stuck: tuple[Card, ...]
    answers: int
    interviewed: bool
    active_days: int
    days_in_a_row: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing was answered: no review, no drill, no exam and no interview."""
        return not self.begun and not self.answers

    @property
    def begun(self) -> int:
        """Items that were reviewed at least once."""
        return sum(node.begun for node in self.nodes)

    @property
    def items(self) -> int:
        """All items of the bank."""
        return sum(node.items for node in self.nodes)

    def node(self, name: str) -> NodeRecall | None:
        """What is known of a node; None when no item stands on it."""
        return next((node for node in self.nodes if node.node == name), None)


@dataclass(frozen=True)
class Bank:
    """The items that a report is about, in the order of learning, and the node that each stands on.

    `added` are those that come into the review by hand: see `Cards.queue`.
    """

    ids: Sequence[str]
    node_of: Callable[[str], str | None]
    added: Collection[str] = ()


def read_report(store: Store, key: str, settings: ReviewSettings, bank: Bank, now: datetime) -> Report:
    """The report of a learner over the items of a bank.

    Raises:
        StoreError: the store cannot be read.
    """
    today = day_of(now, settings)
    lately, stated = store.log.recent(key), store.log.recent(key, _STATED, stated=True)
    active = store.activity.since(key, date.min)
    days = [one.day for one in active]
    ids, asked = set(bank.ids), {*bank.ids, *bank.added}
    queue = store.cards.queue(key, bank.ids, settings, now, bank.added)
    known = recall_tomorrow(store.cards.memories(key, now), queue)
    plan, edges = interview_plan(settings, now), day_edges(DAYS, settings, now)
    cards = tuple(card for card in store.cards.all(key) if card.item_id in asked) if plan else ()
    coming = planned_counts(cards, plan, settings, edges) if plan else store.cards.due_counts(key, edges, asked)
    return Report(
        settings=settings,
        plan=plan,
        cards=cards,
        queue=queue,
        coming=forecast(coming, settings, now),
        recall=measured_recall(store.cards.recalls(key), settings.desired_retention),
        known=known,
        nodes=recall_by_node(known, bank.ids, bank.node_of),
        weak=weak_spots(lately, bank.node_of),
        stated=calibration(stated),
        sure_but_wrong=tuple(name for name in sure_but_wrong(stated) if name in ids),
        stuck=tuple(card for card in store.cards.stuck(key) if card.item_id in ids),
        answers=sum(one.answers for one in active),
        interviewed=any(one.mode is Mode.INTERVIEW for one in lately),
        active_days=sum(1 for day in days if today - timedelta(days=DAYS) < day <= today),
        days_in_a_row=streak(days, today),
    )
