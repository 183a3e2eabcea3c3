"""Settings, drafts, deletion, and the way to another device."""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from threading import Event

import pytest

from core.quiz.answers import Typed
from core.quiz.scheduling import replay
from core.quiz.settings import ReviewSettings
from core.store.store import Store
from core.web.codes import ALPHABET, new_code
from tests.unit.quiz.moments import MONDAY, START, answered, later
from tests.unit.store.counts import ANNA, BEN, rows


def test_settings_and_drafts_are_kept_until_they_change(store: Store) -> None:
    mine = ReviewSettings(desired_retention=0.85, zone="Asia/Kathmandu", interview_on=MONDAY)
    store.learners.set_settings(ANNA, mine, START)
    assert store.learners.settings(ANNA) == mine
    store.drafts.put(ANNA, "quiz", '{"place": 3}', START)
    store.drafts.put(ANNA, "quiz", '{"place": 4}', START)
    assert store.drafts.get(ANNA, "quiz") == '{"place": 4}'
    assert store.drafts.get(BEN, "quiz") is None
    store.drafts.clear(ANNA, "quiz")
    assert store.drafts.get(ANNA, "quiz") is None
    with pytest.raises(ValueError, match="a draft may have 200,000 characters"):
        store.drafts.put(ANNA, "quiz", "x" * 200_001, START)


def test_deleting_leaves_no_trace_and_touches_nobody_else(store: Store) -> None:
    for key in (ANNA, BEN):
        store.log.append(key, answered(1, "x"))
        store.log.append(key, answered(2, "x", at=later(days=30)))
        store.drafts.put(key, "quiz", "{}", START)
        store.learners.offer_code(key, f"{key[:4]}-2222", START)
    half = {name: count // 2 for name, count in rows(store).items()}
    assert store.learners.delete(ANNA)
    assert rows(store) == half
    assert store.log.entries(ANNA) == ()
    assert len(store.log.entries(BEN)) == 2


def test_code_lets_one_other_device_go_on_within_ten_minutes(store: Store) -> None:
    store.log.append(ANNA, answered(1, "x"))
    store.log.append(BEN, replace(answered(2, "y"), answer=Typed(text="own")))
    ends = store.learners.offer_code(ANNA, "K7QM-2XWD", START)
    assert ends == later(minutes=10)
    assert not store.learners.redeem_code(BEN, "K7QM-2XWE", START)
    assert store.learners.redeem_code(BEN, " k7qm 2xwd", later(minutes=9, seconds=59))
    assert [entry.id for entry in store.log.entries(BEN)] == ["a1", "a2"]
    assert store.log.entries(ANNA) == store.log.entries(BEN)
    assert {card.item_id: card for card in store.cards.all(ANNA)} == replay(store.log.entries(ANNA))
    assert not store.learners.redeem_code("c" * 64, "K7QM-2XWD", later(minutes=9))
    store.log.append(BEN, answered(3, "z"))
    assert len(store.log.entries(ANNA)) == 3
    assert rows(store)["learners"] == 1


def test_answer_that_another_tab_is_giving_comes_along_to_the_other_device(store: Store) -> None:
    store.log.append(ANNA, answered(1, "x"))
    store.log.append(BEN, answered(2, "y"))
    store.learners.offer_code(ANNA, "K7QM-2XWD", START)
    given, may_go = Event(), Event()

    def give() -> None:
        assert store.log.append(BEN, answered(3, "z")).counted
        given.set()
        may_go.wait(10)

    with ThreadPoolExecutor(2) as pool:
        tab = pool.submit(store.together, give)
        assert given.wait(10)
        joined = pool.submit(store.learners.redeem_code, BEN, "K7QM-2XWD", later(minutes=1))
        wait([joined], timeout=0.5)  # it has begun, and waits for the tab or should have
        may_go.set()
        tab.result(10)
        assert joined.result(10)
    assert {entry.id for entry in store.log.entries(BEN)} == {"a1", "a2", "a3"}


def test_answer_that_waits_while_two_devices_are_joined_goes_to_both(store: Store) -> None:
    store.log.append(ANNA, answered(1, "x"))
    store.log.append(BEN, answered(2, "y"))
    store.learners.offer_code(ANNA, "K7QM-2XWD", START)
    joined, may_go = Event(), Event()

    def join() -> None:
        assert store.learners.redeem_code(BEN, "K7QM-2XWD", later(minutes=1))
        joined.set()
        may_go.wait(10)

    with ThreadPoolExecutor(2) as pool:
        device = pool.submit(store.together, join)
        assert joined.wait(10)
        tab = pool.submit(store.log.append, BEN, answered(3, "z"))
        wait([tab], timeout=0.5)  # it has begun, and waits for the joining
        may_go.set()
        device.result(10)
        assert tab.result(10).counted
    assert {entry.id for entry in store.log.entries(ANNA)} == {"a1", "a2", "a3"}


def test_code_ends_after_ten_minutes_and_with_the_next_code(store: Store) -> None:
    store.learners.offer_code(ANNA, "AAAA-2222", START)
    assert not store.learners.redeem_code(BEN, "AAAA-2222", later(minutes=10))
    store.learners.offer_code(ANNA, "AAAA-3333", later(minutes=11))
    store.learners.offer_code(ANNA, "AAAA-4444", later(minutes=12))
    assert not store.learners.redeem_code(BEN, "AAAA-3333", later(minutes=13))
    assert store.learners.redeem_code(ANNA, "AAAA-4444", later(minutes=13))
    assert rows(store)["codes"] == 0


def test_codes_that_have_ended_go_with_the_next_one_of_anybody(store: Store) -> None:
    store.learners.offer_code(ANNA, "AAAA-2222", START)
    store.learners.offer_code(BEN, "AAAA-3333", later(minutes=9))
    assert rows(store)["codes"] == 2
    store.learners.offer_code(BEN, "AAAA-4444", later(minutes=10))
    assert rows(store)["codes"] == 1


def test_device_that_has_kept_nothing_goes_on_as_the_other_by_its_own_key_and_a_fresh_one(store: Store) -> None:
    store.log.append(ANNA, answered(1, "x"))
    store.learners.offer_code(ANNA, "AAAA-2222", START)
    fresh = "f" * 64
    assert store.learners.redeem_code(BEN, "AAAA-2222", START, fresh)
    assert store.log.entries(BEN) == store.log.entries(fresh) == store.log.entries(ANNA)
    assert store.learners.holdings(ANNA).browsers == 3


def test_code_is_made_of_signs_that_nobody_mixes_up() -> None:
    made = {new_code() for _ in range(50)}
    assert len(made) == 50
    assert all(len(code) == 9 and set(code) <= {*ALPHABET, "-"} for code in made)


def test_open_code_is_known_until_it_is_used_or_ends(store: Store) -> None:
    assert store.learners.open_code_ends(ANNA, START) is None
    ends = store.learners.offer_code(ANNA, "AAAA-2222", START)
    assert store.learners.open_code_ends(ANNA, later(minutes=9)) == ends
    assert store.learners.open_code_ends(ANNA, later(minutes=10)) is None
    store.learners.redeem_code(BEN, "AAAA-2222", later(minutes=9))
    assert store.learners.open_code_ends(ANNA, later(minutes=9)) is None


def test_joining_gives_a_fresh_key_and_moves_open_drafts(store: Store) -> None:
    store.log.append(ANNA, answered(1, "x"))
    store.drafts.put(ANNA, "quiz", "hers", START)
    for name in ("quiz", "drill"):
        store.drafts.put(BEN, name, "his", START)
    store.learners.offer_code(ANNA, "AAAA-2222", START)
    fresh = "f" * 64
    assert store.learners.redeem_code(BEN, "AAAA-2222", START, fresh)
    for key in (ANNA, BEN, fresh):
        assert store.drafts.all(key) == {"quiz": "hers", "drill": "his"}
    assert store.learners.holdings(fresh) == (1, 1, 2, 3)
    assert store.learners.delete(fresh)
    assert set(rows(store).values()) == {0}


def test_holdings_of_a_stranger_are_nothing(store: Store) -> None:
    assert store.learners.holdings(ANNA) == (0, 0, 0, 0)


def test_holdings_count_answers_and_not_what_takes_one_back(store: Store) -> None:
    for number in (1, 2):
        store.log.append(ANNA, answered(number, "x", at=later(minutes=number)))
    assert store.log.undo(ANNA, later(minutes=3))
    assert (len(store.log.entries(ANNA)), store.learners.holdings(ANNA).answers) == (3, 2)


@pytest.mark.parametrize("hers", [None, ReviewSettings(new_per_day=3)], ids=["none there", "settings there"])
def test_joining_brings_the_settings_along_where_none_were_set(store: Store, hers: ReviewSettings | None) -> None:
    store.log.append(ANNA, answered(1, "x"))
    if hers:
        store.learners.set_settings(ANNA, hers, START)
    mine = ReviewSettings(interview_on=MONDAY)
    store.learners.set_settings(BEN, mine, START)
    store.learners.offer_code(ANNA, "AAAA-2222", START)
    assert store.learners.redeem_code(BEN, "AAAA-2222", START)
    assert store.learners.own_settings(BEN) == store.learners.own_settings(ANNA) == (hers or mine)
