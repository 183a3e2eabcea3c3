"""“Suggest my wording”: a line of YAML from the learner's words, where it goes, and when there is none."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from core.content.interview_items import KeyPoint as AuthoredPoint
from core.interview.rubric import Rubric
from core.interview.suggestion import MOST_LETTERS, MOST_WORDS, suggest_wording
from core.interview.windows import Span
from tests.unit.interview.rubrics import RUBRIC

NAMED = RUBRIC.model_copy(update={"id": "tuning-over-rag"})
ANSWER = "It depends. But a lookup costs a tenth of a second per reply, and people notice."


def test_words_of_the_evidence_become_a_line_of_yaml_with_its_place() -> None:
    start = ANSWER.index("But")
    found = suggest_wording(NAMED, "latency", ANSWER, Span(start, ANSWER.index(", and")))
    assert found is not None
    assert found.phrase == "a lookup costs a tenth of a second per reply"
    assert found.place == "tuning-over-rag › latency › accept"
    assert found.yaml == '        - "a lookup costs a tenth of a second per reply"'
    assert found.taken == ""


def test_line_fits_into_a_follow_up_too() -> None:
    rubric = RUBRIC.model_copy(update={"id": "tuning-over-rag/within-400-ms"})
    found = suggest_wording(rubric, "latency", ANSWER, Span(16, 60))
    assert found is not None
    assert found.place == "tuning-over-rag › within-400-ms › latency › accept"
    assert found.yaml.startswith(" " * 12 + "- ")


def test_without_evidence_the_nearest_sentence_or_clause_is_taken() -> None:
    answer = "I like coffee. What sits inside the weights is static after the run, so prices go stale. Style matters."
    found = suggest_wording(NAMED, "static", answer, None)
    assert found is not None and found.phrase == "What sits inside the weights is static after the run"


@pytest.mark.parametrize("answer", ["", "😀", "Yes.", "It is.", "Knowledge in the weights is static."])
def test_too_few_words_and_words_that_are_there_already_make_no_suggestion(answer: str) -> None:
    assert suggest_wording(NAMED, "static", answer, None) is None


def test_words_that_another_point_has_are_told() -> None:
    found = suggest_wording(NAMED, "style", "Knowledge in the weights is static.", Span(0, 34))
    assert found is not None and found.taken == "static"


@given(st.text(max_size=600))
def test_every_suggestion_is_yaml_that_the_bank_takes(answer: str) -> None:
    found = suggest_wording(NAMED, "style", answer, Span(0, len(answer)))
    if found is not None:
        (line,) = yaml.safe_load(found.yaml)
        assert isinstance(line, str) and len(line) <= MOST_LETTERS and len(line.split()) <= MOST_WORDS
        AuthoredPoint(id="style", text="Style.", claim="a-claim", accept=(line, "another wording"))


def test_rubric_without_an_id_is_called_the_question() -> None:
    rubric = Rubric(question="", key_points=[{"id": "a", "text": "Style is consistent."}])
    found = suggest_wording(rubric, "a", "The tone never wavers.", None)
    assert found is not None and found.place == "the question › a › accept"
