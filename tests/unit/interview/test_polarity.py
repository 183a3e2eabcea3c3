"""What contradicts what: negations, antonyms, figures, and what only looks like a contradiction."""

import pytest

from core.interview.contradiction import Conflict, conflict
from core.interview.phrases import prepare
from core.interview.polarity import stance_of
from core.interview.quantities import figure_conflict
from core.interview.rubric import KeyPoint, Rubric


def said(phrase: str, window: str) -> Conflict:
    rubric = Rubric(question="", key_points=(KeyPoint(id="a", text=phrase),))
    return conflict(stance_of(phrase), stance_of(window), prepare(rubric, {}, None).phrases[0].weights)


@pytest.mark.parametrize(
    ("phrase", "window"),
    [
        ("LoRA freezes the base weights", "LoRA does not freeze the base weights"),
        ("Retrieval adds latency to each answer", "Retrieval adds no latency to an answer"),
        ("The knowledge in the weights is static", "The knowledge in the weights is not static"),
        ("The knowledge in the weights is static", "The knowledge in the weights is dynamic"),
        ("RAG does not change how the model writes", "RAG changes how the model writes"),
        ("DPO optimizes directly on pairs, with no reward model", "DPO does not optimize directly on pairs"),
        ("LoRA is cheaper than full training", "LoRA is more expensive than full training"),
        ("LoRA is cheaper than full training", "Full training is cheaper than LoRA"),
        ("Memory cells remain", "No memory cells remain"),
    ],
)
def test_opposites_are_plain(phrase: str, window: str) -> None:
    assert said(phrase, window) is Conflict.PLAIN


@pytest.mark.parametrize(
    ("phrase", "window"),
    [
        ("LoRA freezes the base weights", "With LoRA the base weights are frozen"),
        ("RAG does not change how the model writes", "With RAG the way it writes stays unchanged"),
        ("RAG does not change how the model writes", "RAG never changes how a model writes"),
        ("The knowledge in the weights is static", "The knowledge in the weights does not change"),
        ("RAG puts documents into the context", "RAG puts documents into the context and does not touch the style"),
        ("LoRA is cheaper than full training", "Full training is more expensive than LoRA"),
        ("Latency matters", "Not only cost, latency matters too"),
        ("No retrieval step is left", "There is no retrieval step"),
        ("Full tuning needs four GPUs", "If it is a full run instead of LoRA they need four GPUs"),
        ("lacks knowledge: RAG", "missing knowledge -> RAG"),
    ],
)
def test_agreement_is_no_conflict(phrase: str, window: str) -> None:
    assert said(phrase, window) is Conflict.NONE


@pytest.mark.parametrize(
    ("phrase", "window", "wanted"),
    [
        ("adds 50–200 ms", "adds about 100 milliseconds", Conflict.NONE),
        ("adds 50–200 ms", "adds 0.1 s", Conflict.NONE),
        ("adds 50–200 ms", "adds 5 seconds", Conflict.PLAIN),
        ("adds 50–200 ms", "adds 250 ms", Conflict.POSSIBLE),
        ("10–100 times cheaper", "50x cheaper", Conflict.NONE),
        ("forty-five minutes", "45 minutes", Conflict.NONE),
        ("takes twenty minutes", "takes 90 minutes", Conflict.PLAIN),
        ("stored in 4 bits", "stored in 32-bit", Conflict.PLAIN),
        ("1K-50K examples", "5 thousand examples", Conflict.NONE),
        ("costs $10–40", "costs $90,000", Conflict.PLAIN),
        ("weeks on thousands of GPUs", "two hours on one GPU", Conflict.PLAIN),
        ("LoRA on a 7B model", "LoRA on a 13B model", Conflict.NONE),
    ],
)
def test_figures_of_one_unit_are_compared(phrase: str, window: str, wanted: Conflict) -> None:
    assert figure_conflict(phrase, window) is wanted


def test_what_is_less_dense_is_not_denser() -> None:
    assert said("Ice is less dense than water", "Ice is denser than water") is Conflict.PLAIN
    assert said("Ice is less dense than water", "Water is denser than ice") is not Conflict.PLAIN
    assert (
        figure_conflict("5,000 at 5 minutes each take 417 hours", "5,000 at 5 minutes each take 12 hours")
        is Conflict.PLAIN
    )


@pytest.mark.parametrize(
    ("text", "is_affirmed"),
    [
        ("Facts it doesn't have means RAG", True),
        ("Facts it lacks mean RAG", True),
        ("A slow answer does not mean RAG", False),
        ("That never means RAG", False),
    ],
)
def test_what_is_negated_in_a_case_is_not_negated_in_its_remedy(text: str, is_affirmed: bool) -> None:
    assert ("rag" in stance_of(text).affirmed) is is_affirmed
