"""Practice beside the schedule: what was missed, what is weak, cases and their confusions, how sure one was."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.content.choice_items import CaseApproach
from core.numbers.number_format import percent
from core.quiz.answers import Picked, Rating
from core.quiz.calibration import LEAST_ANSWERS, calibration, sure_but_wrong
from core.quiz.cases import confusion_table, drill_order, pair_drill, twins
from core.quiz.decks import case_ids, node_of, reviewable_ids
from core.quiz.drills import interleaved, missed, mixed, weak_set, weak_spots
from core.quiz.generated import find_item
from core.quiz.log import Confidence
from core.quiz.progress import Level, NodeRecall, measured_recall, recall_by_node, streak
from core.quiz.recall_by_section import recall_by_section
from core.quiz.scheduling import Memory
from tests.unit.quiz.moments import MONDAY, answered, said
from tests.unit.quiz.small_bank import BANK

LARGE, SMALL = "example-case-large-wiki", "example-case-small-wiki"


def letter(name: str) -> str:
    return name[0]


def test_missed_are_those_whose_last_answer_was_not_right() -> None:
    log = [
        answered(1, "a", Rating.AGAIN),
        answered(2, "b", Rating.AGAIN),
        answered(3, "a"),
        answered(4, "c", Rating.AGAIN),
    ]
    assert missed(log) == ("b", "c")


def test_weak_spots_are_judged_by_the_last_thirty_answers() -> None:
    old = [answered(n, "z1", Rating.AGAIN) for n in range(5)]
    new = [answered(10 + n, f"{'ab'[n % 2]}{n}", Rating.AGAIN if n % 6 == 0 else Rating.GOOD) for n in range(30)]
    spots = weak_spots(old + new, letter)
    assert [(spot.node, spot.answers) for spot in spots] == [("a", 15)]
    assert spots[0].score == pytest.approx(10 / 15)


def test_one_miss_is_less_sure_a_weakness_than_many() -> None:
    right = {"b": [0] * 7 + [1] * 14, "a": [0], "c": [0] * 3, "d": [1] * 5}
    asked = [(node, Rating.GOOD if one else Rating.AGAIN) for node, every in right.items() for one in every]
    log = [answered(place, f"{node}{place}", rating) for place, (node, rating) in enumerate(asked)]
    assert [(spot.node, spot.answers) for spot in weak_spots(log, letter)] == [("c", 3), ("b", 21), ("a", 1)]


def test_set_of_weak_spots_begins_with_what_was_missed() -> None:
    log = [answered(1, "a1", Rating.AGAIN), answered(2, "b1"), answered(3, "a2"), answered(4, "c1", Rating.AGAIN)]
    ids = ("a1", "a2", "a3", "b1", "c1", "c2")
    assert weak_set(log, ids, letter) == ("a1", "c1", "c2", "a2", "a3")
    assert weak_set(log, ids, letter)[:2] == ("a1", "c1")
    assert weak_set(log[:0], ids, letter) == ()


@given(some.lists(some.sampled_from(["a1", "a2", "b1", "b2", "c1", "d1"]), unique=True), some.text(max_size=4))
def test_mix_keeps_every_item_and_alternates_where_it_can(ids: list[str], seed: str) -> None:
    found = mixed(ids, 99, seed, letter)
    assert sorted(found) == sorted(ids)
    assert found == mixed(list(reversed(ids)), 99, seed, letter)
    fullest = max((sum(letter(x) == n for x in ids) for n in "abcd"), default=0)
    if 2 * fullest <= len(ids) + 1:
        assert all(letter(a) != letter(b) for a, b in pairwise(interleaved(ids, letter)))


def test_cases_of_one_pair_stand_far_apart() -> None:
    assert drill_order(BANK, (LARGE, SMALL, "no-case"), "seed") in ((LARGE, SMALL), (SMALL, LARGE))
    assert set(pair_drill(BANK, CaseApproach.RAG, CaseApproach.STUFF, "x")) >= {LARGE, SMALL}
    assert LARGE not in pair_drill(BANK, CaseApproach.PROMPT, CaseApproach.SMALLER_MODEL, "x")


def test_every_case_of_the_bank_comes_once_and_twins_never_meet() -> None:
    ids = case_ids(BANK)
    order = drill_order(BANK, ids, "seed")
    assert sorted(order) == sorted(ids)


def test_twins_are_shown_with_the_words_that_differ() -> None:
    pair = twins(BANK, LARGE)
    assert pair
    one, other = pair.marked
    assert "".join(text for text, _ in one) == pair.case.situation
    assert [text for text, changed in one if changed] == ["comes to 3 million tokens and is edited daily"]
    assert [text for text, changed in other if not changed] == [text for text, changed in one if not changed]
    assert twins(BANK, "rlhf-purpose") is None


def test_confusion_table_counts_what_was_given_for_what() -> None:
    def pick(number: int, case: str, given: str) -> object:
        return said(number, case, 0, Confidence.SURE, Picked(options=(given,)))

    log = [pick(1, LARGE, "fine-tune"), pick(2, LARGE, "fine-tune"), pick(3, LARGE, "rag"), pick(4, SMALL, "rag")]
    table = confusion_table(BANK, [*log, said(5, "gone", 0, Confidence.GUESS), pick(6, LARGE, "nonsense")])  # type: ignore[list-item]
    assert table.count(CaseApproach.RAG, CaseApproach.FINE_TUNE) == 2
    assert table.answers == 4
    assert [(one.right.value, one.given.value, one.count) for one in table.confusions] == [
        ("rag", "fine-tune", 2),
        ("stuff", "rag", 1),
    ]


def test_calibration_compares_what_was_said_with_what_came() -> None:
    log = [
        said(1, "a", 1, Confidence.SURE),
        said(2, "b", 0, Confidence.SURE),
        said(3, "c", 0.5, Confidence.GUESS),
        answered(4, "d"),
    ]
    guess, sure = calibration(log)
    assert (guess.confidence, guess.answers, guess.right) == (Confidence.GUESS, 1, 0.5)
    assert (sure.answers, sure.right) == (2, 0.5)
    assert sure.gap == pytest.approx(0.45)
    assert calibration([]) == ()


def test_sure_but_wrong_come_latest_first_until_they_are_right() -> None:
    log = [said(1, "a", 0, Confidence.SURE), said(2, "b", 0, Confidence.SURE), said(3, "c", 0, Confidence.GUESS)]
    assert sure_but_wrong(log) == ("b", "a")
    assert sure_but_wrong([*log, said(4, "b", 1, Confidence.FAIRLY)]) == ("a",)


def test_sure_and_right_is_not_sure_but_wrong() -> None:
    log = [said(1, "a", 1, Confidence.SURE), said(2, "b", 0.5, Confidence.SURE), said(3, "c", 1, Confidence.SURE)]
    assert sure_but_wrong(log) == ("b",)


def test_calibration_says_something_from_ten_answers_on() -> None:
    log = [said(n, f"i{n}", 1, Confidence.SURE) for n in range(LEAST_ANSWERS)]
    assert [point.enough for point in (*calibration(log[1:]), *calibration(log))] == [False, True]


def test_review_covers_the_bank_along_the_pipeline_and_two_of_each_family() -> None:
    ids = reviewable_ids(BANK)
    assert len(set(ids)) == len(ids)
    assert "example-free-answer" not in ids
    assert {"run-cost~1", "run-cost~2"} <= set(ids)
    node = node_of(BANK)
    assert node("run-cost~1") == "fine-tuning"
    assert node("gone") is None
    first = [node(name) for name in ids]
    assert first.index("rlhf-dpo") < first.index("fine-tuning") < first.index("data-size")


def test_recall_by_node_is_the_mean_of_the_items_that_were_begun() -> None:
    memories = [Memory("a1", 4.0, 2), Memory("gone", 4.0, 2)]
    found = recall_by_node(memories, ("a1", "a2", "b1"), letter)
    assert [(one.node, one.begun, one.items) for one in found] == [("a", 1, 2), ("b", 0, 1)]
    assert found[1].recall is None
    assert found[0].recall == Memory("a1", 4.0, 2).recall


def test_recall_on_a_node_is_told_by_section_weakest_first() -> None:
    items = [name for name in reviewable_ids(BANK) if node_of(BANK)(name) == "fine-tuning"]
    by_section: dict[str, list[str]] = {}
    for name in items:
        item = find_item(BANK, name)
        assert item
        by_section.setdefault(item.source, []).append(name)
    first, second, *others = by_section
    memories = [Memory(by_section[first][0], 4.0, 2), Memory(by_section[second][0], 4.0, 30), Memory("gone", 4.0, 2)]
    found = recall_by_section(BANK, memories, items)
    titles = {section.id: section.title for section in BANK.chapter.sections}
    assert [one.node for one in found[:2]] == [titles[second], titles[first]]
    assert [one.begun for one in found] == [1, 1] + [0] * len(others)
    assert sum(one.items for one in found) == len(items)


def test_recall_is_measured_when_there_are_enough_reviews() -> None:
    assert measured_recall([True] * 9 + [False], 0.9).passed == 0.9
    assert not measured_recall([True] * 29, 0.9).enough
    assert measured_recall([True] * 30, 0.9).enough
    assert measured_recall([], 0.9).passed == 0


def test_few_reviews_never_show_that_recall_falls_short() -> None:
    assert not measured_recall([True, False] * 14 + [False], 0.9).falls_short
    assert measured_recall([True, False] * 15, 0.9).falls_short
    assert not measured_recall([True] * 30, 0.9).falls_short


def test_recall_is_weak_only_below_the_share_that_divides_weak_from_fading() -> None:
    levels = [NodeRecall("rag", 3, 5, recall).level(0.9) for recall in (0.9, 0.75, 0.749)]
    assert levels == [Level.HOLDS, Level.FADING, Level.WEAK]


def test_recall_that_is_written_as_the_aim_holds_it() -> None:
    levels = [NodeRecall("rag", 3, 5, recall).level(0.9) for recall in (0.896, 0.894)]
    assert [percent(0.896), percent(0.894)] == ["90\u00a0%", "89\u00a0%"]
    assert levels == [Level.HOLDS, Level.FADING]


def test_streak_is_not_broken_before_the_day_is_over() -> None:
    days = [MONDAY - timedelta(days=n) for n in range(3)]
    assert streak(days, MONDAY) == streak(days, MONDAY + timedelta(days=1)) == 3
    assert streak(days, MONDAY + timedelta(days=2)) == 0
    assert streak([], MONDAY) == 0
