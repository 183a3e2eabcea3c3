"""What a store promises, whatever database it stands on."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from core.quiz.answers import Picked, Rating
from core.quiz.forecast import day_edges
from core.quiz.log import Confidence, Mode, Undone
from core.quiz.queue import DoneToday
from core.quiz.scheduling import replay
from core.quiz.settings import ReviewSettings
from core.store.store import Store, open_store
from tests.unit.quiz.moments import MONDAY, PLAIN, START, answered, later
from tests.unit.store.counts import ANNA, BEN, rows


def derived(store: Store, key: str) -> object:
    return store.cards.all(key), store.cards.recalls(key), store.activity.since(key, MONDAY - timedelta(days=999))


def test_reading_makes_no_row(store: Store) -> None:
    assert not store.learners.known(ANNA)
    assert store.learners.settings(ANNA) == PLAIN
    assert store.log.recent(ANNA) == store.log.entries(ANNA) == store.cards.all(ANNA) == store.cards.stuck(ANNA) == ()
    assert store.cards.queue(ANNA, ("x", "y"), PLAIN, START).new == ("x", "y")
    assert store.drafts.get(ANNA, "quiz") is None
    assert store.log.undo(ANNA, START) is None
    assert not store.learners.delete(ANNA)
    assert set(rows(store).values()) == {0}


def test_answer_comes_back_as_it_was(store: Store) -> None:
    plain = answered(1, "x")
    full = replace(
        plain, id="full", answer=Picked(options=("ä", "ж")), confidence=Confidence.SURE, hints=2, seconds=3.25, quiz="q"
    )
    store.log.append(ANNA, plain)
    store.log.append(ANNA, full)
    assert store.log.entries(ANNA) == (plain, full)
    assert store.log.recent(BEN) == ()


def test_same_id_counts_once_whatever_it_says(store: Store) -> None:
    first = store.log.append(ANNA, answered(1, "x"))
    again = store.log.append(ANNA, replace(answered(1, "x"), rating=Rating.AGAIN, score=0.0))
    assert (first.counted, again.counted) == (True, False)
    assert again.card == first.card
    assert len(store.log.entries(ANNA)) == 1
    assert store.log.append(BEN, answered(1, "x")).counted


def test_two_tabs_that_show_one_item_count_it_once(store: Store) -> None:
    tabs = [store.log.showing_id(ANNA, "x") for _ in range(2)]
    assert tabs[0] == tabs[1]
    found = [store.log.append(ANNA, replace(answered(n, "x"), id=tab)).counted for n, tab in enumerate(tabs)]
    assert found == [True, False]
    assert store.log.showing_id(ANNA, "x") not in tabs
    store.log.undo(ANNA, START)
    assert store.log.append(ANNA, replace(answered(3, "x"), id=store.log.showing_id(ANNA, "x"))).counted


def test_many_threads_lose_and_double_nothing(store: Store) -> None:
    barrier = Barrier(8)

    def tab(number: int) -> None:
        barrier.wait()
        for n in range(10):
            store.log.append(ANNA, answered(n, f"x{n}"))
            store.log.append(ANNA, answered(1000 * (number + 1) + n, f"y{number}", at=later(minutes=n)))

    threads = [Thread(target=tab, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.log.entries(ANNA)) == 10 + 80
    assert rows(store)["learners"] == rows(store)["keys"] == 1
    assert sum(day.answers for day in store.activity.since(ANNA, MONDAY)) == 90


STEP = some.tuples(
    some.sampled_from(["x", "y", "undo"]),
    some.sampled_from(list(Rating)),
    some.sampled_from([Mode.REVIEW, Mode.REVIEW, Mode.DRILL]),
    some.integers(-3, 40),
)


@given(steps=some.lists(STEP, max_size=25))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_replay_of_the_log_gives_the_same_cards(store: Store, steps: list[tuple[str, Rating, Mode, int]]) -> None:
    store.learners.delete(ANNA)
    now = START
    for number, (what, rating, mode, days) in enumerate(steps):
        now += timedelta(days=days, hours=1)  # at times the clock goes backwards
        if what == "undo":
            store.log.undo(ANNA, now)
        else:
            store.log.append(ANNA, answered(number, what, rating, now, mode))
    assert {card.item_id: card for card in store.cards.all(ANNA)} == replay(store.log.entries(ANNA))
    before = derived(store, ANNA)
    store.log.rebuild(ANNA)
    assert derived(store, ANNA) == before


def test_undo_goes_back_to_the_beginning_and_the_log_keeps_all(store: Store) -> None:
    for n in range(5):
        store.log.append(ANNA, answered(n, "xy"[n % 2], at=later(days=n)))
    store.log.append(ANNA, answered(9, "z", mode=Mode.DRILL))
    undone = [store.log.undo(ANNA, later(days=9)) for _ in range(6)]
    assert [one.id if one else None for one in undone] == ["a4", "a3", "a2", "a1", "a0", None]
    assert store.cards.all(ANNA) == ()
    assert [entry.id for entry in store.log.recent(ANNA)] == ["a9"]
    assert len(store.log.entries(ANNA)) == 11
    assert store.cards.queue(ANNA, (), PLAIN, START).done == DoneToday(0, 0)


def test_undo_pressed_in_two_tabs_at_once_takes_back_two_answers(store: Store) -> None:
    for n in range(40):
        store.log.append(ANNA, answered(n, f"x{n}", at=later(minutes=n)))
    barrier = Barrier(2)
    taken: list[str | None] = []

    def tab() -> None:
        for _ in range(20):
            barrier.wait()
            last = store.log.undo(ANNA, later(days=1))
            taken.append(last.id if last else None)

    tabs = [Thread(target=tab) for _ in range(2)]
    for one in tabs:
        one.start()
    for one in tabs:
        one.join()
    assert sorted(map(str, taken)) == sorted(f"a{n}" for n in range(40))
    kept = derived(store, ANNA)
    store.log.rebuild(ANNA)
    assert derived(store, ANNA) == kept


def test_recent_answers_are_the_last_that_stand_oldest_first(store: Store) -> None:
    for n in range(6):
        entry = answered(n, f"x{n}", at=later(minutes=n))
        store.log.append(ANNA, replace(entry, kind="case" if n % 2 else "number", quiz="q" if n == 3 else None))
    store.log.append(ANNA, replace(answered(7, "x7", at=later(hours=1)), confidence=Confidence.GUESS))
    store.log.append(ANNA, answered(8, "x8", at=later(hours=2)))
    store.log.undo(ANNA, later(hours=3))
    assert [entry.id for entry in store.log.recent(ANNA, 3)] == ["a4", "a5", "a7"]
    assert [entry.id for entry in store.log.recent(ANNA, kind="case")] == ["a1", "a3", "a5"]
    assert [entry.id for entry in store.log.recent(ANNA) if entry.quiz == "q"] == ["a3"]
    assert [entry.id for entry in store.log.recent(ANNA, stated=True)] == ["a7"]


def test_right_since_a_moment_are_the_items_that_were_right_in_full_and_stand(store: Store) -> None:
    store.log.append(ANNA, answered(1, "before", at=later(minutes=-1)))
    store.log.append(ANNA, replace(answered(2, "drilled", at=later(minutes=0)), mode=Mode.DRILL, score=1.0))
    store.log.append(ANNA, replace(answered(3, "half", at=later(minutes=1)), score=0.9))
    store.log.append(ANNA, replace(answered(4, "taken-back", at=later(minutes=2)), score=1.0))
    store.log.undo(ANNA, later(minutes=3))
    assert store.log.right_since(ANNA, START) == {"drilled"}
    assert store.log.right_since(BEN, START) == frozenset()


def test_queue_counts_what_was_done_today_and_skips_what_is_no_more(store: Store) -> None:
    ids = tuple(f"x{n}" for n in range(30))
    store.log.append(ANNA, answered(1, "x0", Rating.EASY, later(days=-20)))
    store.log.append(ANNA, answered(2, "gone", Rating.EASY, later(days=-20)))
    for n in (3, 4):
        store.log.append(ANNA, answered(n, f"x{n}", Rating.EASY))
    queue = store.cards.queue(ANNA, ids, ReviewSettings(new_per_day=5), START)
    assert [card.item_id for card in queue.due] == ["x0"]
    assert queue.new == ("x1", "x2", "x5")
    assert queue.done == DoneToday(new=2)
    assert store.cards.unseen(ANNA, ids)[:3] == ("x1", "x2", "x5")


def test_what_is_put_into_the_review_is_not_among_the_answers_of_the_day(store: Store) -> None:
    plan = ReviewSettings(interview_on=MONDAY + timedelta(days=1))
    for n, mode in enumerate((Mode.DRILL, Mode.DRILL, Mode.REVIEW, Mode.REVIEW)):
        store.log.append(ANNA, replace(answered(n, f"x{n}", Rating.AGAIN, mode=mode), quiz="of-the-evening"))
    assert store.cards.queue(ANNA, (), plan, START).done.practised == 2
    store.log.undo(ANNA, later(minutes=1))
    store.log.append(ANNA, answered(9, "x3"))
    assert store.cards.queue(ANNA, (), plan, START).done.practised == 3


def test_queue_of_the_last_days_before_the_interview_asks_everything(store: Store) -> None:
    for n in range(12):
        store.log.append(ANNA, answered(n, f"x{n}", Rating.EASY, later(days=-2)))
    plan = ReviewSettings(interview_on=MONDAY + timedelta(days=1))
    assert store.cards.queue(ANNA, tuple(f"x{n}" for n in range(12)), PLAIN, START).counts == (0, 0, 0)
    assert store.cards.queue(ANNA, tuple(f"x{n}" for n in range(12)), plan, START).counts == (0, 0, 12)


def test_last_new_items_of_a_large_bank_are_found(store: Store) -> None:
    ids = tuple(f"x{n}" for n in range(450))
    store.log.merge(ANNA, [answered(n, f"x{n}") for n in range(430)], START)
    assert store.cards.queue(ANNA, ids, ReviewSettings(new_per_day=5), later(days=1)).new == ids[430:435]
    assert store.cards.unseen(ANNA, ids) == ids[430:]


def test_stuck_items_and_dues_and_recalls_are_found(store: Store) -> None:
    for n in range(5):
        store.log.append(ANNA, answered(n, "hard", Rating.AGAIN, later(minutes=n)))
    for n, rating in enumerate((Rating.EASY, Rating.AGAIN, Rating.GOOD)):
        store.log.append(ANNA, answered(10 + n, "easy", rating, later(days=10 * n)))
    assert [card.item_id for card in store.cards.stuck(ANNA)] == ["hard"]
    assert store.cards.recalls(ANNA) == (False,)
    assert store.cards.due_counts(ANNA, day_edges(3, PLAIN, START)) == (1, 0, 0)
    assert sum(store.cards.due_counts(ANNA, day_edges(60, PLAIN, START))) == 2
    assert store.cards.card(ANNA, "hard") == store.cards.stuck(ANNA)[0]
    assert store.cards.card(ANNA, "none") is None


def test_merging_twice_changes_nothing(store: Store) -> None:
    theirs = [answered(n, f"x{n % 3}", at=later(days=n)) for n in range(12)]
    log = [*theirs, Undone("u1", "a11", later(days=20))]
    store.log.append(ANNA, answered(99, "x0", at=later(days=5)))
    assert store.log.known(ANNA, [entry.id for entry in log]) == set()
    assert store.log.merge(ANNA, log, START) == 13
    before = derived(store, ANNA)
    assert store.log.merge(ANNA, log, START) == 0
    assert derived(store, ANNA) == before
    assert {card.item_id: card for card in store.cards.all(ANNA)} == replay(store.log.entries(ANNA))
    assert len(store.log.known(ANNA, [entry.id for entry in log])) == 13


def test_store_is_what_it_was_after_it_is_opened_again(store: Store, url: str | None, tmp_path: Path) -> None:
    store.log.append(ANNA, answered(1, "x"))
    store.close()
    again = open_store(url, tmp_path / "data")
    assert [entry.id for entry in again.log.entries(ANNA)] == ["a1"]
    again.close()
