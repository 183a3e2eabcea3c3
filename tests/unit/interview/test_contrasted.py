"""Contrasts as candidates say them (“style, not facts”), the same turned round, and notes in the field's words."""

import pytest

from core.content.models import Content
from core.interview.shorthand import written_out
from tests.unit.interview.covered_points import covered

MISTAKEN = [
    ("tuning-over-rag", "Fine-tuning is for facts, not style."),
    ("tuning-over-rag", "If it is about facts, not tone, fine-tune."),
    ("tuning-over-rag", "RAG is for style, not facts."),
    ("support-bot-is-wrong", "Fine-tuning is for facts, not style."),
    ("support-bot-is-wrong", "RAG is for style, not facts."),
]


@pytest.mark.parametrize(
    "question, text, point",
    [
        ("tuning-over-rag", "Fine-tuning is for style, not facts.", "style"),
        ("tuning-over-rag", "If it is about tone, not facts, fine-tune.", "style"),
        ("tuning-over-rag", "RAG is for facts, not style.", "rag-leaves-style"),
        ("support-bot-is-wrong", "Fine-tuning is for style, not facts.", "behaviour"),
        ("support-bot-is-wrong", "RAG is for facts, not style.", "knowledge"),
        ("ceo-wants-the-wiki-trained", "Fine-tuning is for behaviour, not knowledge.", "two-kinds"),
    ],
)
def test_a_contrast_earns_its_point(content: Content, question: str, text: str, point: str) -> None:
    assert point in covered(content, question, text)


@pytest.mark.parametrize("question, text", MISTAKEN)
def test_a_contrast_turned_round_earns_none(content: Content, question: str, text: str) -> None:
    assert not covered(content, question, text)


def test_terse_note_earns_its_point(content: Content) -> None:
    assert "dpo-direct" in covered(content, "rlhf-against-dpo", "dpo = no rm, no rl, direct on pairs")


def test_short_words_of_the_field_are_written_out() -> None:
    assert written_out("cat. forgetting; no rm, no rl").text == (
        "catastrophic forgetting; no reward model, no reinforcement learning"
    )
    assert written_out("the cat sat, forgetting; rm the file").text == "the cat sat, forgetting; rm the file"
