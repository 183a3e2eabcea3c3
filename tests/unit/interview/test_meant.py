"""A clause that begins with “it” speaks of what the clause before it names."""

import pytest

from core.content.models import Content
from core.interview.bank_rubrics import rubrics
from core.interview.marker import load_marker
from core.interview.matching import windows_of
from tests.unit.interview.covered_points import mark_of

RIGHT = (
    "I would start with RAG, because it adds knowledge without training and new facts are in the index within minutes. "
    "Fine-tuning is for style and format: it changes how the model writes, which retrieval leaves alone. I would only "
    "tune on data that is stable, because a tuned model goes stale."
)
WRONG = RIGHT.replace("Fine-tuning is for style and format:", "RAG is for style and format:")


def test_the_clause_before_is_what_it_means() -> None:
    windows = {window.text: window for window in windows_of("Tuning sets the style: it changes how the model writes.")}
    assert windows["it changes how the model writes."].meant == windows["Tuning sets the style"].stems
    assert not windows["Tuning sets the style"].meant


@pytest.mark.parametrize("text, accused", [(RIGHT, []), (WRONG, ["rag-changes-behaviour"])])
def test_what_is_said_of_tuning_is_no_misconception_of_rag(content: Content, text: str, accused: list[str]) -> None:
    found = load_marker().mark(rubrics(content)["tuning-over-rag"], text)
    assert [belief.id for belief in found.misconceptions] == accused


@pytest.mark.parametrize(
    "text, accused",
    [
        ("Humans rank the outputs. A reward model is trained. PPO optimizes the model against it.", []),
        ("DPO takes the same pairs as RLHF. With DPO a reward model is trained on them.", ["dpo-has-a-reward-model"]),
    ],
)
def test_who_does_not_name_dpo_may_mean_rlhf(content: Content, text: str, accused: list[str]) -> None:
    found = mark_of(content, "rlhf-against-dpo", text)
    assert [belief.id for belief in found.misconceptions] == accused
