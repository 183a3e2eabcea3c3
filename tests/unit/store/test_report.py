"""The report of Progress: every figure from the log, nothing for a newcomer; and what is remembered of the unseen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.decks import node_of, reviewable_ids
from core.quiz.interview_plan import planned_due
from core.quiz.log import Answered, Confidence, Mode
from core.quiz.progress import Level
from core.quiz.scheduling import Memory, recall
from core.store.report import Bank, read_report
from core.store.store import Store
from tests.history import SETTINGS, history, keep_history
from tests.read_once import load_content
from tests.unit.quiz.moments import PLAIN, START, answered, later
from tests.unit.store.counts import ANNA, BEN

CONTENT = load_content()
BANK = Bank(reviewable_ids(CONTENT), node_of(CONTENT))
SMALL = Bank(("a1", "a2", "b1"), lambda name: name[0])


def test_newcomer_has_nothing_but_the_questions_that_wait(store: Store) -> None:
    report = read_report(store, ANNA, PLAIN, BANK, START)
    assert (report.begun, report.items) == (0, len(BANK.ids))
    assert (report.recall.enough, report.stated, report.weak, report.stuck) == (False, (), (), ())
    assert (report.active_days, report.days_in_a_row) == (0, 0)
    assert report.is_blank
    assert sum(load.due for load in report.coming) == 0
    assert {node.level(0.9) for node in report.nodes} == {Level.NEW}
    assert not store.learners.known(ANNA)


def test_sixty_days_give_every_figure(store: Store) -> None:
    keep_history(store, ANNA, CONTENT, START)
    report = read_report(store, ANNA, store.learners.settings(ANNA), BANK, START)
    given = [one for one in history(CONTENT, START) if isinstance(one, Answered)]
    assert report.begun == len({one.item_id for one in given})
    assert report.recall.enough
    assert {point.confidence for point in report.stated} == set(Confidence)
    assert report.sure_but_wrong
    assert report.weak
    assert report.stuck
    assert 0 < report.active_days <= 30
    assert sum(load.due for load in report.coming) <= report.begun


@pytest.mark.parametrize("hour", [0, 2, 3, 4, 12, 23])
def test_history_of_the_tests_leaves_the_day_that_goes_on_empty_at_any_hour(hour: int) -> None:
    now = START.replace(hour=hour, minute=30)
    days = {one.day for one in history(CONTENT, now) if isinstance(one, Answered)}
    assert max(days) < day_of(now, SETTINGS)


def test_forecast_holds_in_the_last_two_days_what_an_interview_brings_forward(store: Store) -> None:
    keep_history(store, ANNA, CONTENT, START)
    settings = store.learners.settings(ANNA)
    report = read_report(store, ANNA, settings, BANK, START)
    due = [load.due for load in report.coming]
    assert report.plan
    assert report.plan.days_left == 12
    held = [planned_due(card, report.plan, settings) >= report.plan.window_start for card in report.cards]
    assert sum(due[10:12]) == sum(held) == 38
    assert sum(due[12:]) == 0
    assert sum(due) == len(report.cards)
    plain = read_report(store, ANNA, settings.model_copy(update={"interview_on": None}), BANK, START)
    assert (plain.plan, plain.cards) == (None, ())
    assert [load.due for load in plain.coming[:10]] == due[:10]
    assert sum(load.due for load in plain.coming[12:]) > 0


def test_recall_of_a_node_is_that_of_its_cards(store: Store) -> None:
    store.log.append(ANNA, answered(1, "a1", Rating.EASY, later(days=-20)))
    store.log.append(ANNA, answered(2, "a2", Rating.EASY, later(days=-3)))
    report = read_report(store, ANNA, PLAIN, SMALL, START)
    cards = store.cards.all(ANNA)
    node = report.node("a")
    assert node
    assert node.recall == pytest.approx(sum(recall(card, later(days=1)) for card in cards) / 2)
    assert report.node("b") == ("b", 0, 1, None)
    assert report.node("c") is None


def test_memory_recalls_as_the_package_does(store: Store) -> None:
    for n, days in enumerate((-400, -31, -1, 0)):
        store.log.append(ANNA, answered(n, f"x{n}", Rating.GOOD, later(days=days, hours=-1)))
    memories = {memory.item_id: memory for memory in store.cards.memories(ANNA, START)}
    for card in store.cards.all(ANNA):
        assert memories[card.item_id].recall == pytest.approx(recall(card, START), abs=1e-12)
    assert Memory("x", 3.0, -5).recall == 1.0


def test_items_that_left_the_bank_are_in_no_figure(store: Store) -> None:
    for n in range(5):
        store.log.append(ANNA, answered(n, "gone", Rating.AGAIN, later(minutes=n)))
    sure = replace(answered(9, "gone", Rating.AGAIN, later(hours=1), Mode.DRILL), confidence=Confidence.SURE)
    store.log.append(ANNA, sure)
    report = read_report(store, ANNA, PLAIN, SMALL, later(hours=2))
    assert (report.begun, report.stuck, report.sure_but_wrong) == (0, (), ())


def test_unseen_items_are_right_after_answers_undoing_and_deletion(store: Store) -> None:
    ids = tuple(f"x{n}" for n in range(230))

    def first() -> tuple[str, ...]:
        return store.cards.queue(ANNA, ids, replace_new(3), START).new

    store.log.merge(ANNA, [answered(n, name) for n, name in enumerate(ids[:210]) if n != 4], START - timedelta(days=9))
    yesterday = later(days=-1)
    assert store.cards.unseen(ANNA, ids)[:2] == ("x4", "x210")
    store.log.append(ANNA, answered(500, "x4", at=yesterday))
    assert store.cards.unseen(ANNA, ids)[0] == "x210"
    assert first() == first()
    store.log.append(ANNA, answered(501, "x211", at=yesterday))
    assert store.cards.unseen(ANNA, ids)[:2] == ("x210", "x212")
    store.log.undo(ANNA, START)
    store.log.undo(ANNA, START)
    assert store.cards.unseen(ANNA, ids)[:2] == ("x4", "x210")
    store.learners.delete(ANNA)
    store.log.append(BEN, answered(1, "x1"))
    store.log.append(ANNA, answered(2, "x0"))
    assert store.cards.queue(ANNA, ids, replace_new(3), later(days=1)).new == ("x1", "x2", "x3")
    assert store.cards.queue(BEN, ids, replace_new(3), later(days=1)).new == ("x0", "x2", "x3")


def replace_new(count: int):
    return PLAIN.model_copy(update={"new_per_day": count})


def test_unseen_items_of_a_changed_bank_are_found(store: Store) -> None:
    store.log.merge(ANNA, [answered(n, f"x{n}") for n in range(10)], START)
    settings, tomorrow = replace_new(2), later(days=1)
    first = tuple(f"x{n}" for n in range(12))
    assert store.cards.queue(ANNA, first, settings, tomorrow).new == ("x10", "x11")
    longer = ("new", *first)
    assert store.cards.queue(ANNA, longer, settings, tomorrow).new == ("new", "x10")


def test_answer_that_moves_no_schedule_makes_a_report_and_begins_no_item(store: Store) -> None:
    store.log.append(ANNA, answered(1, "a1", mode=Mode.INTERVIEW))
    report = read_report(store, ANNA, PLAIN, SMALL, START)
    assert (report.begun, report.answers, report.interviewed, report.is_blank) == (0, 1, True, False)


def test_day_that_was_ahead_before_a_flight_west_is_none_of_the_last_thirty(store: Store) -> None:
    for ago in range(-1, 30):
        store.log.append(ANNA, answered(ago, "a1", at=START - timedelta(days=ago)))
    report = read_report(store, ANNA, PLAIN, SMALL, START)
    assert (report.active_days, report.days_in_a_row) == (30, 30)


def test_log_of_long_ago_is_no_newcomers_and_a_streak_of_years_is_told_whole(store: Store) -> None:
    store.log.append(ANNA, answered(1, "a1", at=later(days=-900), mode=Mode.EXAM))
    assert not read_report(store, ANNA, PLAIN, SMALL, START).is_blank
    store.log.merge(BEN, [answered(ago, "a1", at=START - timedelta(days=ago)) for ago in range(400)], START)
    report = read_report(store, BEN, PLAIN, SMALL, START)
    assert (report.answers, report.days_in_a_row) == (400, 400)


@pytest.mark.parametrize("interview", [None, START.date() + timedelta(days=20)])
def test_forecast_leaves_out_what_left_the_bank_and_holds_what_was_added_by_hand(
    store: Store, interview: date | None
) -> None:
    for number, name in enumerate(("a1", "gone", "asked")):
        store.log.append(ANNA, answered(number, name, Rating.EASY))
    bank = Bank(SMALL.ids, SMALL.node_of, added=("asked",))
    report = read_report(store, ANNA, PLAIN.model_copy(update={"interview_on": interview}), bank, START)
    assert sum(load.due for load in report.coming) == 2
    assert {card.item_id for card in report.cards} == ({"a1", "asked"} if interview else set())
