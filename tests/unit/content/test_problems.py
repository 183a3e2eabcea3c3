import pytest
from pydantic import ValidationError

from core.content.facts import Claim
from core.content.problems import ContentError, Problem, problems_of, suggestion


def test_field_with_nothing_after_it_is_to_be_written():
    value = {"id": "blank", "text": None, "source": "tldr"}
    with pytest.raises(ValidationError) as caught:
        Claim.model_validate(value)
    (problem,) = problems_of(caught.value, "claims/a.yaml", "blank", Claim, value)
    assert str(problem) == "claims/a.yaml › blank › text: is empty; write it"


def test_a_problem_says_where_it_is_and_what_to_do():
    problem = Problem("claims/a.yaml", "gpt-4-tokens", "figures", "is missing; add it")
    assert str(problem) == "claims/a.yaml › gpt-4-tokens › figures: is missing; add it"


def test_an_error_holds_every_problem_a_line_each():
    problems = (Problem("a.yaml", "x", "id", "one"), Problem("b.yaml", "y", "id", "two"))
    assert str(ContentError(problems)) == "a.yaml › x › id: one\nb.yaml › y › id: two"


def test_a_near_word_is_suggested_and_a_far_one_is_not():
    assert suggestion("prompt-stufing", ["prompt-stuffing", "rag"]) == "; did you mean prompt-stuffing?"
    assert suggestion("zzz", ["prompt-stuffing", "rag"]) == ""
