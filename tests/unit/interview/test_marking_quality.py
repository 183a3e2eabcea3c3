"""Floors under what docs/marking.md states, on sets of every kind; a change that marks worse fails here."""

from collections.abc import Callable
from functools import cache

import pytest

from benchmarks.marking import (
    ALL_SEALED,
    CANDIDATES,
    DEVELOPMENT,
    HALVES,
    NEWEST,
    SEALED,
    THIRD,
    TWO_READERS,
    VALIDATION,
    Marked,
    belief_count,
    credited_share,
    mark_set,
    point_count,
    read_set,
    terse_rubric,
    without_accept,
)
from core.content.interview_items import FreeAnswer
from core.interview.bank_rubrics import rubrics
from core.interview.marker import marker_of_many
from core.interview.rubric import Rubric
from core.interview.verdicts import Verdict
from tests.read_once import load_content

CONTENT = load_content()
BANK = dict(rubrics(CONTENT))
half = pytest.mark.parametrize("name", HALVES)


@cache
def marked(name: str, bare: bool = False) -> list[Marked]:
    bank = {key: without_accept(rubric) for key, rubric in BANK.items()} if bare else BANK
    return mark_set(read_set(name), bank, marker_of_many())


def test_set_has_at_least_120_answers_over_all_questions_and_known_ids() -> None:
    entries = [entry for name in (*DEVELOPMENT, *ALL_SEALED, CANDIDATES) for entry in read_set(name)]
    assert len(entries) >= 120 and len({entry["id"] for entry in entries}) == len(entries)
    assert min(len(read_set(TWO_READERS)), len(read_set(SEALED[0])), len(read_set(SEALED[1]))) >= 60
    for several in (TWO_READERS, *ALL_SEALED, CANDIDATES):
        assert {entry["question"] for entry in read_set(several)} >= {name for name in BANK if "/" not in name}
    for entry in entries:
        rubric = BANK[entry["question"]]
        assert set(entry["points"]) <= {point.id for point in rubric.key_points}, entry["id"]
        assert set(entry["misconceptions"]) <= set(CONTENT.misconception_by_id), entry["id"]


@half
def test_points_are_found_and_few_are_found_that_are_not_there(name: str) -> None:
    count = point_count(marked(name), (Verdict.COVERED,))
    assert count.f1 >= 0.77 and count.precision >= 0.79, (count.f1, count.precision)


def test_validation_set_is_marked_with_few_points_that_are_not_there() -> None:
    count, bare = (point_count(marked(VALIDATION, bare), (Verdict.COVERED,)) for bare in (False, True))
    assert count.f1 >= 0.7 and count.precision >= 0.84 and bare.f1 >= 0.6, (count.f1, count.precision, bare.f1)


def test_answers_that_nothing_was_fitted_on_are_marked_as_well() -> None:
    sealed = {bare: [one for name in SEALED for one in marked(name, bare)] for bare in (False, True)}
    count, bare = (point_count(sealed[bare], (Verdict.COVERED,)) for bare in (False, True))
    assert count.f1 >= 0.91 and count.precision >= 0.95, (count.f1, count.precision)
    assert bare.f1 >= 0.88 and bare.precision >= 0.94, (bare.f1, bare.precision)
    assert belief_count(sealed[False]).f1 >= 0.8


def test_sealed_answers_all_together_reach_what_is_wanted() -> None:
    sealed = {bare: [one for name in ALL_SEALED for one in marked(name, bare)] for bare in (False, True)}
    count, bare = (point_count(sealed[bare], (Verdict.COVERED,)) for bare in (False, True))
    assert count.f1 >= 0.85 and count.precision >= 0.92, (count.f1, count.precision)
    assert bare.f1 >= 0.78 and bare.precision >= 0.92, (bare.f1, bare.precision)
    assert belief_count(sealed[False]).f1 >= 0.8
    assert all(credited_share(sealed[False], kind)[0] <= 0.1 for kind in ("list", "off-topic", "negated"))
    assert credited_share(sealed[False], "salad")[0] <= 0.2


def test_third_sealed_answers_and_their_misconceptions_are_marked() -> None:
    count, bare = (point_count(marked(THIRD, bare), (Verdict.COVERED,)) for bare in (False, True))
    assert count.f1 >= 0.9 and count.precision >= 0.93, (count.f1, count.precision)
    assert bare.f1 >= 0.87 and bare.precision >= 0.9, (bare.f1, bare.precision)
    assert belief_count(marked(THIRD)).f1 >= 0.86


def test_newest_sealed_answers_and_their_misconceptions_are_marked() -> None:
    count, bare = (point_count(marked(NEWEST, bare), (Verdict.COVERED,)) for bare in (False, True))
    assert count.f1 >= 0.86 and count.precision >= 0.9, (count.f1, count.precision)
    assert bare.f1 >= 0.84 and bare.precision >= 0.9, (bare.f1, bare.precision)
    assert belief_count(marked(NEWEST)).f1 >= 0.86


def test_answers_typed_the_evening_before_and_their_misconceptions_are_marked() -> None:
    count, bare = (point_count(marked(CANDIDATES, bare), (Verdict.COVERED,)) for bare in (False, True))
    assert count.f1 >= 0.92 and count.precision >= 0.94, (count.f1, count.precision)
    assert bare.f1 >= 0.89 and bare.precision >= 0.94, (bare.f1, bare.precision)
    assert belief_count(marked(CANDIDATES)).f1 >= 0.8


@half
@pytest.mark.parametrize("wordings", [terse_rubric, without_accept], ids=["terse", "bare"])
def test_rubrics_in_few_words_are_marked(name: str, wordings: Callable[[Rubric], Rubric]) -> None:
    bank = {key: wordings(rubric) for key, rubric in BANK.items() if "/" not in key}
    assert point_count(mark_set(read_set(name), bank, marker_of_many()), (Verdict.COVERED,)).f1 >= 0.68


def test_every_model_answer_is_marked_full_and_heard_without_a_misconception() -> None:
    for item in CONTENT.items:
        if isinstance(item, FreeAnswer):
            mark = marker_of_many().mark(BANK[item.id], item.model_answer)
            assert (mark.score, mark.misconceptions) == (1.0, ()), item.id


@half
@pytest.mark.parametrize("kind", ["negated", "list", "off-topic", "swapped"])
def test_answers_that_say_nothing_right_earn_next_to_nothing(name: str, kind: str) -> None:
    assert credited_share(marked(name), kind)[0] <= 0.1


@half
def test_word_salad_earns_at_most_a_fifth(name: str) -> None:
    assert credited_share(marked(name), "salad")[0] <= 0.2


@half
def test_misconceptions_are_named(name: str) -> None:
    assert belief_count(marked(name)).f1 >= 0.8
