"""The cases of the drill: pairs of twins, one fact apart, and at one with the product's own guide."""

import re
from collections import Counter
from difflib import SequenceMatcher

import pytest

from core.content.choice_items import Case, CaseApproach
from core.decision import walk
from core.quiz.cases import Twins, twins
from tests.content.lengths import assert_words
from tests.read_once import load_content

ALL = load_content()
CASES = [item for item in ALL.items if isinstance(item, Case)]
PAIRS = [pair for case in CASES if case.id < case.twin and (pair := twins(ALL, case.id))]
MOST_CHANGED_WORDS = 12
OUTCOMES = {
    "few-shot": CaseApproach.PROMPT,
    "collect-examples": CaseApproach.PROMPT,
    "prompt-stuffing": CaseApproach.STUFF,
    "rag": CaseApproach.RAG,
    "ship-smaller": CaseApproach.SMALLER_MODEL,
    "fine-tune-smaller": CaseApproach.FINE_TUNE,
    "fine-tune-style": CaseApproach.FINE_TUNE,
    "fine-tune-task": CaseApproach.FINE_TUNE,
    "fine-tune-knowledge": CaseApproach.FINE_TUNE,
}
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.id))
GUIDED = [case for case in CASES if case.guide]
each_guided = pytest.mark.parametrize("case", GUIDED, ids=lambda case: str(case.id))
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: str(pair.case.id))


def test_there_are_at_least_24_cases_in_12_pairs() -> None:
    assert len(CASES) >= 24
    assert len(PAIRS) * 2 == len(CASES)


def test_no_approach_is_the_answer_to_more_than_a_third_and_none_to_less_than_a_tenth() -> None:
    count = Counter(case.answer for case in CASES)
    assert set(count) == set(CaseApproach)
    assert max(count.values()) <= len(CASES) / 3
    assert min(count.values()) >= len(CASES) / 10


def test_most_pairs_of_approaches_that_people_mix_up_are_told_apart_by_twins() -> None:
    flips = {frozenset((pair.case.answer, pair.twin.answer)) for pair in PAIRS}
    assert len(flips) >= 8
    assert {
        frozenset((CaseApproach.RAG, CaseApproach.FINE_TUNE)),
        frozenset((CaseApproach.STUFF, CaseApproach.RAG)),
    } <= flips


@each_pair
def test_twins_differ_in_one_short_spot_and_are_marked_there(pair: Twins) -> None:
    assert pair.case.answer != pair.twin.answer
    mine, theirs = pair.case.situation.split(), pair.twin.situation.split()
    blocks = [code for code in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes() if code[0] != "equal"]
    spot, other = mine[blocks[0][1] : blocks[-1][2]], theirs[blocks[0][3] : blocks[-1][4]]
    for words in (spot, other):
        assert_words("what twins differ in", " ".join(words), 1, MOST_CHANGED_WORDS)
    for runs, changed in zip(pair.marked, (spot, other), strict=True):
        marked = [text for text, is_changed in runs if is_changed]
        assert len(marked) == 1
        assert set(re.findall(r"\w+", " ".join(changed))) <= set(re.findall(r"\w+", marked[0]))


@each_case
def test_case_is_two_to_four_sentences_and_names_no_approach(case: Case) -> None:
    sentences = re.findall(r"[.?](?:\s|”|$)", case.situation)
    assert 2 <= len(sentences) <= 4, f"the situation has {len(sentences)} sentences; write 2 to 4"
    assert_words("the situation", case.situation, 30, 80)
    named = re.search(r"\b(RAG|fine-tun\w*|stuff\w*|retriev\w*)\b", case.situation, re.IGNORECASE)
    assert not named, f"the situation says {named[0]!r}, which gives the answer away; describe the trouble instead"


def test_knowledge_is_trained_in_only_where_a_faster_search_has_been_tried() -> None:
    trained_in = [case for case in CASES if case.node == "fine-tune-knowledge"]
    assert trained_in
    assert [case.id for case in trained_in if "fastest search tried" not in " ".join(case.situation.split())] == []


@each_case
def test_each_approach_is_judged_for_this_very_case(case: Case) -> None:
    assert [option.approach for option in case.options] == list(CaseApproach)
    for option in case.options:
        assert_words(f"why of {option.approach}", option.why, 8, 45)
    twin = ALL.item_by_id[case.twin]
    assert isinstance(twin, Case)
    assert not {option.why for option in case.options} & {option.why for option in twin.options}


def test_no_explanation_is_used_twice_and_none_rests_on_one_misconception_alone() -> None:
    whys = Counter(option.why for case in CASES for option in case.options)
    assert [why for why, count in whys.items() if count > 1] == [], "judge each approach for its own case"
    for approach in CaseApproach:
        named = {option.misconception for case in CASES for option in case.options if option.approach == approach}
        assert len(named - {None}) >= 2, approach


def test_guide_is_asked_about_nearly_all_cases() -> None:
    assert len(GUIDED) >= 24
    assert len(GUIDED) >= 0.9 * len(CASES)


@each_guided
def test_guide_comes_to_the_same_answer(case: Case) -> None:
    answers = {question: (option,) for question, option in case.guide.items()}
    found = walk(ALL.guide, ALL.graph_by_id[ALL.guide.graph], answers)
    assert found.asks is None, "the situation leaves a question of the guide open"
    assert [OUTCOMES[step.outcome.id] for step in found.steps] == [case.answer], "the guide comes to something else"


@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair.case.guide and pair.twin.guide], ids=lambda pair: str(pair.case.id)
)
def test_twins_part_in_the_guide_at_one_question(pair: Twins) -> None:
    shared = pair.case.guide.keys() & pair.twin.guide.keys()
    assert len([name for name in shared if pair.case.guide[name] != pair.twin.guide[name]]) == 1


def test_cases_reach_every_ending_of_the_guide() -> None:
    graph = ALL.graph_by_id[ALL.guide.graph]
    ways = [walk(ALL.guide, graph, {name: (option,) for name, option in case.guide.items()}) for case in CASES]
    assert (
        {step.outcome.id for way in ways for step in way.steps} == set(OUTCOMES) == {o.id for o in ALL.guide.outcomes}
    )
