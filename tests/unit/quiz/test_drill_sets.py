"""Sets by name: what an address may say, what is in them, and that a seed draws the same again."""

from collections.abc import Sequence

import pytest

from core.quiz.answers import Rating
from core.quiz.cases import some_pairs
from core.quiz.decks import case_ids, node_of, reviewable_ids
from core.quiz.drill_sets import (
    ENDLESS,
    DrillSet,
    SetKind,
    draw_set,
    fresh_numbers,
    missed_though_sure,
    node_name,
    parts,
    read_set,
    set_size,
    title_of,
)
from core.quiz.generated import FAMILIES, find_item
from core.quiz.log import Confidence
from tests.unit.quiz.moments import answered, said
from tests.unit.quiz.small_bank import BANK


@pytest.mark.parametrize(
    "text", ["missed", "weak", "mixed", "numbers", "numbers:run-cost", "page:decide", "node:fine-tuning"]
)
def test_name_of_a_set_reads_back(text: str) -> None:
    found = read_set(BANK, text)
    assert found is not None
    assert str(found) == text


@pytest.mark.parametrize(
    "text", ["", "tea", "page", "node", "page:tea", "node:", "numbers:tea", "missed:rag", "<b>", "mixed:", ":rag"]
)
def test_name_of_no_set_reads_as_nothing(text: str) -> None:
    found = read_set(BANK, text)
    assert found is None or str(found) == "mixed"


def test_every_part_of_every_kind_holds_something() -> None:
    for kind in SetKind:
        for part, title in parts(BANK, kind):
            assert title
            assert set_size(BANK, DrillSet(kind, part), ()) > 0


def test_missed_come_latest_first_and_without_items_that_are_no_more() -> None:
    ids = reviewable_ids(BANK)[:3]
    log = [answered(n, name, Rating.AGAIN) for n, name in enumerate([*ids, "gone-since"])]
    assert draw_set(BANK, DrillSet(SetKind.MISSED), log, 10, 1) == tuple(reversed(ids))
    assert set_size(BANK, DrillSet(SetKind.MISSED), log) == 3


def test_missed_ones_that_one_was_sure_of_head_the_list() -> None:
    one, two, three = reviewable_ids(BANK)[:3]
    log = [said(1, one, 0, Confidence.SURE), said(2, two, 0, Confidence.GUESS), answered(3, three, Rating.AGAIN)]
    assert draw_set(BANK, DrillSet(SetKind.MISSED), log, 10, 1) == (one, three, two)
    assert missed_though_sure(log) == {one}
    log.append(answered(4, one, Rating.GOOD))
    assert draw_set(BANK, DrillSet(SetKind.MISSED), log, 10, 1) == (three, two)


def test_weak_spots_hold_the_items_of_missed_nodes_alone() -> None:
    name = reviewable_ids(BANK)[0]
    log = [answered(1, name, Rating.AGAIN)]
    drawn = draw_set(BANK, DrillSet(SetKind.WEAK), log, 40, 1)
    assert drawn[0] == name
    assert {node_of(BANK)(one) for one in drawn} == {node_of(BANK)(name)}


def test_nothing_was_missed_by_somebody_new() -> None:
    assert (
        draw_set(BANK, DrillSet(SetKind.MISSED), (), 10, 1) == draw_set(BANK, DrillSet(SetKind.WEAK), (), 10, 1) == ()
    )


def test_same_seed_draws_the_same_and_another_seed_another() -> None:
    mixed = DrillSet(SetKind.MIXED)
    first = draw_set(BANK, mixed, (), 10, 7)
    assert len(set(first)) == 10
    assert first == draw_set(BANK, mixed, (), 10, 7) != draw_set(BANK, mixed, (), 10, 8)


def test_numbers_never_end_and_take_families_in_turn() -> None:
    assert set_size(BANK, DrillSet(SetKind.NUMBERS), ()) == ENDLESS
    drawn = draw_set(BANK, DrillSet(SetKind.NUMBERS), (), 40, 3)
    assert len(set(drawn)) == 40
    assert [name.partition("~")[0] for name in drawn[:5]] == list(FAMILIES)
    assert all(find_item(BANK, name) for name in drawn)
    one = draw_set(BANK, DrillSet(SetKind.NUMBERS, "run-cost"), (), 5, 3)
    assert {name.partition("~")[0] for name in one} == {"run-cost"}
    assert fresh_numbers(("run-cost",), 5, 3) == one


@pytest.mark.parametrize("family", FAMILIES)
def test_no_calculation_is_asked_twice_while_others_are_left(family: str) -> None:
    for seed in range(20):
        drawn = draw_set(BANK, DrillSet(SetKind.NUMBERS, family), (), 20, seed)
        assert len({item.question for name in drawn if (item := find_item(BANK, name))}) == 20


def test_calculations_begin_anew_once_all_were_asked() -> None:
    drawn = fresh_numbers(("window-tokens",), 40, 1)
    questions = [item.question for name in drawn if (item := find_item(BANK, name))]
    assert len(set(questions[:32])) == 32
    assert len(set(questions[32:])) == 8


def questions_of(names: Sequence[str]) -> list[str]:
    return [item.question for name in names if (item := find_item(BANK, name))]


@pytest.mark.parametrize("seed", range(10))
def test_next_drill_asks_nothing_of_the_last_while_others_are_left(seed: int) -> None:
    last = fresh_numbers(("window-tokens",), 20, seed)
    drawn = fresh_numbers(("window-tokens",), 20, seed + 100, last)
    assert len(set(questions_of(drawn))) == 20
    assert not set(questions_of(drawn[:12])) & set(questions_of(last))


def test_page_and_node_hold_their_own_items_alone() -> None:
    node = DrillSet(SetKind.NODE, "fine-tuning")
    assert {node_of(BANK)(name) for name in draw_set(BANK, node, (), 40, 1)} == {"fine-tuning"}
    pages = {section.id: section.page.value for section in BANK.chapter.sections}
    drawn = draw_set(BANK, DrillSet(SetKind.PAGE, "decide"), (), 40, 1)
    assert {pages[item.source] for name in drawn if (item := find_item(BANK, name))} == {"decide"}


def test_titles_are_words_that_a_person_reads() -> None:
    assert title_of(BANK, DrillSet(SetKind.WEAK)) == "Weak spots"
    assert title_of(BANK, DrillSet(SetKind.PAGE, "decide")) == "Decide"
    assert title_of(BANK, DrillSet(SetKind.NODE, "rag")) == node_name(BANK, "rag") == "RAG"
    assert node_name(BANK, "gone-since") == "gone-since"


def test_few_cases_are_whole_pairs_with_twins_apart() -> None:
    ids = case_ids(BANK)
    drawn = some_pairs(BANK, ids, 6, "seed")
    assert len(drawn) == 6
    twin_of = {item.id: item.twin for item in BANK.items if item.kind == "case"}
    assert {twin_of[name] for name in drawn} == set(drawn)
    assert all(abs(drawn.index(name) - drawn.index(twin_of[name])) == 3 for name in drawn)
    assert set(some_pairs(BANK, ids, 100, "seed")) == set(ids)
