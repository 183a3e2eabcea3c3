"""Who names every keyword and says nothing of it earns nothing."""

import pytest

from core.content.models import Content
from core.interview.marking import EMPTY_NOTE
from core.interview.naming import NAMING_NOTE, names_only, without_naming
from core.interview.verdicts import Verdict
from tests.unit.interview.covered_points import covered, mark_of

TALK = (
    "When we talk about LoRA and full fine-tuning for a 7B model we have to think about frozen weights, about low-rank "
    "matrices, about the rank, about adapters, and of course about quality, memory and cost. All of these play an "
    "important role. Frozen weights are a key concept too. The amount of data, the domain, the GPU budget: these are "
    "all factors which a good engineer will weigh."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Catastrophic forgetting is a phrase one hears often, as are learning rate, LoRA and benchmarks.",
        "There are test sets, there are baselines, and there are metrics such as BLEU.",
        "Model size matters, output length matters, caching matters.",
        "Rank and data are important factors.",
        "Data quality is crucial.",
        "Leakage, near-duplicates, splits by time and overfitting are things that every practitioner knows.",
        "Supervised fine-tuning deals with instructions, responses, pairs, examples and quality.",
        "Forgetting, weights, LoRA, MMLU, rank: I could talk about them for hours.",
    ],
)
def test_a_sentence_may_only_name_things(sentence: str) -> None:
    assert names_only(sentence)
    assert not without_naming(sentence).strip()


@pytest.mark.parametrize(
    "sentence",
    [
        "Quality matters more than number.",
        "The rank is a key factor, because a high one overfits.",
        "The cost of inference belongs in the decision.",
        "It is important to measure each step first.",
        "Each stage is a factor of ten dearer.",
        "Benchmarks are an important topic and have to be run beside the task.",
        "RLHF is about alignment, it makes the output what people would rather have, useful and safe.",
        "RAG is about knowledge, and fine-tuning is about style.",
        "Watch MMLU, HumanEval, a reasoning set and the metric of the task.",
        "The data are pairs of a prompt and an answer.",
    ],
)
def test_who_says_why_or_how_much_says_something(sentence: str) -> None:
    assert not names_only(sentence)
    assert without_naming(sentence) == sentence


def test_talk_around_the_keywords_earns_no_point_and_is_told_why(content: Content) -> None:
    mark = mark_of(content, "lora-or-full", TALK)
    assert not mark.count(Verdict.COVERED)
    assert NAMING_NOTE in mark.notes


def test_what_is_said_beside_such_talk_still_counts(content: Content) -> None:
    said = "LoRA freezes the pre-trained weights and trains small matrices beside them."
    assert "frozen-plus-matrices" in covered(content, "lora-or-full", f"{TALK} {said}")


def test_an_answer_of_nothing_else_is_told_so(content: Content) -> None:
    mark = mark_of(content, "lora-or-full", "Frozen weights are a key concept. Rank and data are important factors.")
    assert not mark.judgeable
    assert mark.notes == (NAMING_NOTE, EMPTY_NOTE)
