"""Who compares another thing has not made the point; words that are far from a belief accuse nobody of it."""

import pytest

from benchmarks.marking import NEAR_MISSES, read_set
from core.content.models import Content
from core.interview.comparing import comparison_conflict
from core.interview.contradiction import Conflict
from core.interview.grade_report import quoted
from core.interview.prose import is_english
from core.interview.windows import Span
from core.interview.words import words_of
from tests.unit.interview.covered_points import covered, mark_of

DRIFTS = (
    "Hosting. A GPU that runs around the clock is about 1 to 2 dollars an hour, so 700-1,500 a month, whether anybody"
    " asks or not. Over an API you pay per token. And a re-tune every time the base model is replaced or the data"
    " drifts, so it isn't paid once."
)
PAID_ONCE = (
    "You pay for the training, and that is a few hundred dollars. After that the fine-tuned model costs no more than"
    " any other model, so from the next month on there is nothing special in the bill."
)


@pytest.mark.parametrize(
    "question, text, point",
    [
        ("half-a-second-for-an-answer", "I would use a smaller embedding dimension.", "smaller"),
        ("lora-or-full", "Full fine-tuning is better quality.", "quality"),
    ],
)
def test_what_compares_something_else_is_no_point(content: Content, question: str, text: str, point: str) -> None:
    assert point not in covered(content, question, text)


@pytest.mark.parametrize(
    "question, text, point",
    [
        ("half-a-second-for-an-answer", "I would use a smaller LLM.", "smaller"),
        ("half-a-second-for-an-answer", "The model is the slow part, so I'd switch to a smaller one.", "smaller"),
        ("lora-or-full", "Full fine-tuning is only slightly better in quality than LoRA.", "quality"),
    ],
)
def test_what_compares_the_same_still_is(content: Content, question: str, text: str, point: str) -> None:
    assert point in covered(content, question, text)


@pytest.mark.parametrize(
    "phrase, said, found",
    [
        ("use a smaller model", "a smaller 7B does", Conflict.NONE),
        ("use a smaller model", "a smaller and older model", Conflict.NONE),
        ("use a smaller model", "it is smaller", Conflict.NONE),
        ("as good as it can be made", "first better prompts", Conflict.NONE),
        ("nearly as good as full fine-tuning", "full fine-tuning is the best", Conflict.PLAIN),
        ("nearly as good as full fine-tuning", "full fine-tuning is rarely better", Conflict.NONE),
    ],
)
def test_a_comparison_is_contradicted_by(phrase: str, said: str, found: Conflict) -> None:
    assert comparison_conflict(phrase, said) is found


def test_words_that_are_far_from_a_belief_accuse_nobody(content: Content) -> None:
    assert mark_of(content, "estimate-a-7b-run/api-or-own-gpu", DRIFTS).misconceptions == ()


def test_words_that_are_near_it_do(content: Content) -> None:
    named = mark_of(content, "estimate-a-7b-run/api-or-own-gpu", PAID_ONCE).misconceptions
    assert "training-is-paid-once" in {one.id for one in named}


def test_a_quote_has_no_tags() -> None:
    answer = "<ul><li>RAG <b>first</b></li>\n<li>then tuning</li></ul>"
    assert quoted(answer, Span(8, len(answer))) == "RAG first then tuning"


@pytest.mark.parametrize("text", ["Daten ändern", "Bessere Datenqualität", "Belohnungsmodell trainieren"])
def test_two_or_three_german_words_are_no_english(text: str) -> None:
    assert not is_english(words_of(text))


@pytest.mark.parametrize("text", ["Catastrophic forgetting", "non-stationary data", "reward model"])
def test_two_or_three_english_words_are(text: str) -> None:
    assert is_english(words_of(text))


@pytest.mark.parametrize("id_, point", [("c2-41", "name"), ("c2-56", "range"), ("l87", "ceiling")])
def test_a_point_that_is_only_contradicted_is_not_covered(content: Content, id_: str, point: str) -> None:
    entry = next(one for name in ("hard", NEAR_MISSES) for one in read_set(name) if one["id"] == id_)
    assert point not in covered(content, entry["question"], entry["answer"])
