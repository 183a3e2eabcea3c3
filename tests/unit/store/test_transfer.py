"""From one device to another by file: everything arrives, and arrives once."""

from dataclasses import replace

import pytest

from core.export.learner_json import ImportRefusedError, read_learner_json
from core.quiz.scheduling import replay
from core.quiz.settings import ReviewSettings
from core.store.store import Store
from tests.unit.quiz.moments import START, answered, later
from tests.unit.store.counts import ANNA, BEN, rows

MINE = ReviewSettings(desired_retention=0.8)


def test_everything_arrives_and_a_second_import_changes_nothing(store: Store) -> None:
    for n in range(6):
        store.log.append(ANNA, answered(n, "xyz"[n % 3], at=later(days=n)))
    store.log.undo(ANNA, later(days=9))
    store.learners.set_settings(ANNA, MINE, START)
    store.drafts.put(ANNA, "quiz", "{}", START)
    file = read_learner_json(store.transfer.export(ANNA, START).encode())
    preview = store.transfer.preview(BEN, file, {"x", "y"})
    assert (preview.new, preview.known, preview.strange, preview.drafts) == (7, 0, ("z",), ("quiz",))
    assert not store.learners.known(BEN)
    assert store.transfer.take(BEN, file, START) == 7
    assert store.log.entries(BEN) == store.log.entries(ANNA)
    assert store.cards.all(BEN) == store.cards.all(ANNA)
    assert store.learners.settings(BEN) == MINE
    before = rows(store)
    assert store.transfer.preview(BEN, file, {"x", "y", "z"}).changes_nothing
    assert store.transfer.take(BEN, file, START) == 0
    assert rows(store) == before


def test_two_logs_are_put_together_by_time(store: Store) -> None:
    store.log.append(ANNA, replace(answered(1, "x", at=later(days=3)), id="anna"))
    store.log.append(BEN, replace(answered(1, "x"), id="ben"))
    store.transfer.take(BEN, read_learner_json(store.transfer.export(ANNA, START).encode()), START)
    log = store.log.entries(BEN)
    assert {card.item_id: card for card in store.cards.all(BEN)} == replay(log) == replay(reversed(log))


def test_own_settings_and_open_drafts_stay_unless_asked(store: Store) -> None:
    store.learners.set_settings(ANNA, MINE, START)
    store.drafts.put(ANNA, "quiz", "hers", START)
    file = read_learner_json(store.transfer.export(ANNA, START).encode())
    own = ReviewSettings(two_buttons=True)
    store.learners.set_settings(BEN, own, START)
    store.drafts.put(BEN, "quiz", "his", START)
    store.transfer.take(BEN, file, START)
    assert (store.learners.settings(BEN), store.drafts.get(BEN, "quiz")) == (own, "his")
    store.transfer.take(BEN, file, START, settings=True)
    assert store.learners.settings(BEN) == MINE


def test_answer_with_the_longest_id_can_be_taken_back(store: Store) -> None:
    store.log.append(ANNA, replace(answered(1, "x"), id="a" * 195))
    file = store.transfer.export(ANNA, START)
    store.transfer.take(BEN, read_learner_json(file.encode()), START)
    assert store.log.undo(BEN, later(days=1))
    assert store.cards.all(BEN) == ()
    again = store.transfer.export(BEN, START)
    assert len(read_learner_json(again.encode()).log) == 2
    with pytest.raises(ImportRefusedError):
        read_learner_json(file.replace("a" * 195, "a" * 196).encode())


def test_file_of_somebody_who_set_nothing_keeps_the_day_of_their_time_zone(store: Store) -> None:
    store.log.append(ANNA, answered(1, "x"))
    there = "America/Los_Angeles"
    file = read_learner_json(store.transfer.export(ANNA, START, there).encode())
    assert store.transfer.preview(ANNA, file, {"x"}, there).changes_nothing
    store.transfer.take(BEN, file, START)
    assert store.learners.settings(BEN).zone == there
