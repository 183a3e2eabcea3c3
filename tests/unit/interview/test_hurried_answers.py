"""Answers as hurried candidates type them: signs for words, a bare number, “not much”, denials in relative clauses."""

import pytest

from core.content.models import Content
from core.interview.contradiction import Conflict
from core.interview.polarity import stance_of
from core.interview.quantities import figure_conflict
from core.interview.shorthand import written_out
from core.interview.windows import sentences_of
from tests.unit.interview.covered_points import covered, mark_of

SLOW_SEARCH = (
    "I'd replace the vector DB by fine tuning, since the retrieval is what makes it slow. "
    "Vector search easily takes half a second."
)
LORA = (
    "LoRA freezes weights and learns two small low rank matrices A*B added to the weight, <1% params. Quality close to"
    " full, much less memory, adapters can be swapped and merged. I start with LoRA, full only if the LoRA result"
    " plateaus and I have lots of data and GPUs."
)
SHIFT = (
    "distribution shift probably. compare prod inputs to test inputs, look at 100 rejected answers by hand, maybe users"
    " want something else than what the metric counts (e.g. short answers)"
)


def test_a_point_is_not_earned_by_what_is_left_when_the_mistake_is_left_out(content: Content) -> None:
    mark = mark_of(content, "half-a-second-for-an-answer", SLOW_SEARCH)
    assert [one.id for one in mark.misconceptions] == ["retrieval-is-the-slow-part"]
    assert not covered(content, "half-a-second-for-an-answer", SLOW_SEARCH)


def test_a_share_in_signs_is_read(content: Content) -> None:
    assert written_out("it trains <1% params").text == "it trains less than 1% parameters"
    found = covered(content, "lora-or-full", LORA)
    assert "share" in found and "forgetting" not in found


def test_signs_for_words_join_an_answer_that_would_else_be_a_list(content: Content) -> None:
    typed = (
        "lora = freeze W, learn A*B low rank, 0.1-1% params, 10-100x cheaper, 1-3% worse."
        " id default to lora, full only if eval shows gap"
    )
    assert {"share", "cheaper", "default"} <= covered(content, "lora-or-full", typed)
    assert not mark_of(content, "lora-or-full", typed).notes
    listed = "LoRA = rank, matrices, frozen weights, quality, default, cheap, parameters, forgetting"
    assert mark_of(content, "lora-or-full", listed).notes


def test_a_number_that_the_wording_names_is_not_off(content: Content) -> None:
    wording = "it works from about thirty examples upwards, so our sixty are plenty"
    assert figure_conflict(wording, "60 examples are plenty.") is Conflict.NONE
    assert figure_conflict(wording, "600 examples are plenty.") is Conflict.PLAIN
    mark = mark_of(content, "after-one-afternoon-of-prompting", "60 examples are plenty. Go ahead and tune.")
    assert [one.id for one in mark.misconceptions] == ["few-dozen-examples-suffice"]


def test_not_much_answers_and_denies_nothing() -> None:
    assert not stance_of("Not much, 50 ms for the search.").negated
    assert stance_of("It is not much of a search.").negated


def test_a_sentence_goes_on_behind_incl() -> None:
    assert len(sentences_of("50-100 ms incl. embedding the query")) == 1


@pytest.mark.parametrize(
    "text, negated",
    [
        ("a test set that is not trained on", {"train"}),
        ("what users wanted that the metric does not measure", {"metr", "measur"}),
        ("it cannot give an ability that the base model does not have", {"giv", "abil"}),
        ("the model that we trained does not forget", {"model", "train", "forget"}),
        ("with LoRA that can't happen", {"lora", "happen"}),
        ("it is clear that tuning does not help", {"clear", "tun", "help"}),
    ],
)
def test_a_relative_clause_denies_no_more_than_it_says(text: str, negated: set[str]) -> None:
    assert stance_of(text).negated == negated


def test_what_the_metric_does_not_count_is_found(content: Content) -> None:
    assert covered(content, "great-offline-poor-in-production/leak-ruled-out", SHIFT) >= {"users"}
