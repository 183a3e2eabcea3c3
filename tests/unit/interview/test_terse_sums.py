"""Answers in note form: sums with a star, “no X, no Y”, the precision of what is trained."""

import pytest

from core.content.models import Content
from core.interview.prose import is_list
from core.interview.windows import sentences_of
from core.interview.words import words_of
from tests.unit.interview.covered_points import covered, mark_of

ONE_GPU = "seventy-billion-on-one-gpu"


def sentences(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in sentences_of(text)]


@pytest.mark.parametrize("text", ["70B * 2 bytes = 140 GB in fp16", "5000 examples * 5 min each is 417 h"])
def test_a_star_before_a_number_multiplies(text: str) -> None:
    assert sentences(text) == [text]


def test_a_star_before_a_word_begins_a_point() -> None:
    assert sentences("Prompt first * then RAG * then fine-tuning") == ["Prompt first", "then RAG", "then fine-tuning"]


def test_what_is_denied_is_no_keyword(content: Content) -> None:
    said = "In RLHF humans rank outputs, reward model, PPO. DPO: no RM, no RL, just preference pairs."
    assert not is_list(words_of(said), said)
    assert "dpo-direct" in covered(content, "rlhf-against-dpo", said)
    listed = "humans, ranking, reward model, PPO, DPO, pairs, preference"
    assert is_list(words_of(listed), listed)


@pytest.mark.parametrize(
    "said",
    [
        "QLoRA loads the base in NF4 4-bit and trains LoRA adapters in bf16 on top.",
        "We load the model in 4 bits and train small bf16 adapters; the base stays frozen.",
        "70B * 2 bytes = 140 GB in fp16 which doesn't fit. QLoRA loads base as NF4 4 bit, so ~35GB, and trains LoRA"
        " adapters in bf16 on top with paged optimizers. Optimizer state only for the adapters.",
    ],
)
def test_who_trains_16_bit_adapters_does_not_train_in_4_bits(content: Content, said: str) -> None:
    found = mark_of(content, ONE_GPU, said)
    assert not found.misconceptions
    assert "fits" not in covered(content, ONE_GPU, said)


@pytest.mark.parametrize(
    "said",
    [
        "Everything is stored in 4 bits, including the LoRA matrices, that's why it fits.",
        "QLoRA quantizes all parameters, including the adapters, to 4 bit.",
    ],
)
def test_who_has_the_adapters_in_4_bits_is_corrected(content: Content, said: str) -> None:
    assert [one.id for one in mark_of(content, ONE_GPU, said).misconceptions] == ["qlora-quantizes-all"]
    assert "adapters-full" not in covered(content, ONE_GPU, said)


@pytest.mark.parametrize(
    "said", ["The data is 417 hours at $40, so about $17k.", "Labelling takes 417 hours at $30, so $12,500."]
)
def test_a_wage_beside_the_hours_does_not_lose_the_hours(content: Content, said: str) -> None:
    assert "labels" in covered(content, "estimate-a-7b-run", said)


def test_who_tunes_for_speed_is_corrected(content: Content) -> None:
    said = "Fine-tuning makes the model itself faster, so I'd fine-tune."
    found = mark_of(content, "half-a-second-for-an-answer", said).misconceptions
    assert [one.id for one in found] == ["tuning-makes-it-fast"]
