"""The guide for authors: each example loads, and each kind has one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from benchmarks.marking import ALL_SEALED, CANDIDATES, TWO_READERS
from core.content.interview_items import FreeAnswer
from core.content.items import KIND_LABELS, KINDS, AnyItem, Item
from core.content.yaml_text import read_yaml
from core.quiz.answers import Typed
from core.quiz.marking import mark
from core.quiz.number_reading import typed_number
from tests.architecture.source import ROOT
from tests.content import test_interview
from tests.content.broken import problems_after, write

GUIDE = (ROOT / "docs/authoring-items.md").read_text(encoding="utf-8")
EXAMPLES = "".join(re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
QUESTION = next(
    TypeAdapter(FreeAnswer).validate_python(entry) for entry in read_yaml(EXAMPLES) if entry["kind"] == "free-answer"
)
QUESTION_RULES = (
    test_interview.test_model_answer_can_be_said_in_the_minutes_that_it_has,
    test_interview.test_question_has_four_to_eight_points_of_which_some_weigh_more,
    test_interview.test_question_names_misconceptions_in_the_words_of_a_person,
    test_interview.test_follow_ups_open_on_a_missed_point_and_on_a_made_one,
    test_interview.test_strong_and_weak_are_described_and_differ,
)
"""What `make content` asks of an interview question beyond what the check does."""


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_an_example_and_a_label(kind: str) -> None:
    entries = read_yaml(EXAMPLES)
    assert isinstance(entries, list)
    mine = [entry for entry in entries if isinstance(entry, dict) and entry["kind"] == kind]
    assert mine
    assert all(isinstance(TypeAdapter(Item).validate_python(entry), KINDS[kind]) for entry in mine)
    assert KIND_LABELS[kind]


def test_examples_can_stand_in_the_bank_as_they_are(tmp_path: Path) -> None:
    assert problems_after(tmp_path, write("items/examples.yaml", EXAMPLES)) == []


@pytest.mark.parametrize("rule", QUESTION_RULES, ids=lambda rule: str(rule.__name__))
def test_interview_question_of_the_guide_keeps_the_rules_of_the_course(rule: Callable[[FreeAnswer], None]) -> None:
    rule(QUESTION)


def test_follow_ups_and_points_of_that_question_keep_their_rules_too() -> None:
    for follow_up in QUESTION.follow_ups:
        test_interview.test_follow_up_asks_one_thing_and_has_a_short_model_answer(follow_up)
    for point in (*QUESTION.key_points, *(point for one in QUESTION.follow_ups for point in one.key_points)):
        test_interview.test_point_is_a_sentence_with_a_claim_and_wordings_that_can_be_said(point)


def _table(head: str) -> list[list[str]]:
    rows = GUIDE.partition(f"| {head} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip(" `") for cell in row.strip("|").split(" | ")] for row in rows]


def _example(name: str) -> AnyItem:
    return next(
        TypeAdapter(Item).validate_python(entry) for entry in read_yaml(EXAMPLES) if entry["id"] == f"example-{name}"
    )


@pytest.mark.parametrize(("typed", "earns", "because"), _table("Typed into the example | Earns | Because"))
def test_wording_typed_into_the_example_earns_what_the_guide_says(typed: str, earns: str, because: str) -> None:
    assert mark(_example("short-text"), Typed(text=typed)).score == float(earns)
    assert because


@pytest.mark.parametrize(("typed", "number", "earns"), _table("Typed into the example | Read as | Earns"))
def test_number_typed_into_the_example_is_read_as_the_guide_says(typed: str, number: str, earns: str) -> None:
    if number == "–":
        assert typed_number(typed).number is None
        return
    assert typed_number(typed).number == float(number)
    assert mark(_example("number"), typed_number(typed)).score == float(earns)


def test_guide_names_the_sets_that_want_an_answer_to_every_interview_question() -> None:
    assert [name for name in (TWO_READERS, *ALL_SEALED, CANDIDATES, "terse") if f"`{name}`" not in GUIDE] == []
