"""From settings to an exact count, or to a sentence beside the field."""

import pytest

from core.content.reference import Reference
from core.language.in_force import speaking
from core.lesson_figures.lora_build import count_lora, modules_of
from core.lesson_figures.lora_code import CHAPTER, HUB_ADDRESSES, LoraSettings


def with_rank(rank: int, targets: tuple[str, ...] = ("q_proj", "v_proj")) -> LoraSettings:
    return LoraSettings(CHAPTER.model_id, rank, 32, 0.05, targets)


def test_the_chapter_s_example_trains_4587520_parameters(reference: Reference) -> None:
    result, problems = count_lora(CHAPTER, reference)
    assert problems == {}
    assert result is not None
    assert result.value("trainable_params") == 4_587_520
    assert result.value("all_params") == 3_217_337_344
    assert round(result.value("trainable_pct"), 4) == 0.1426


def test_twice_the_rank_trains_twice_as_much(reference: Reference) -> None:
    once, twice = (count_lora(with_rank(rank), reference)[0] for rank in (16, 32))
    assert once is not None
    assert twice is not None
    assert twice.value("trainable_params") == 2 * once.value("trainable_params")


@pytest.mark.parametrize("rank", [0, 1025, 20_000])
def test_a_rank_that_cannot_be_is_refused_at_the_rank(reference: Reference, rank: int) -> None:
    result, problems = count_lora(with_rank(rank), reference)
    assert result is None
    assert list(problems) == ["rank"]


def test_an_unknown_model_is_refused_with_the_nearest_names(reference: Reference) -> None:
    unknown = LoraSettings("meta-llama/Llama-3.2-7B", 16, 32, 0.05, ("q_proj",))
    result, problems = count_lora(unknown, reference)
    assert result is None
    assert "did you mean Llama-2-7B" in problems["model"]


def test_names_that_are_offered_for_an_unknown_model_are_said_to_need_an_address(reference: Reference) -> None:
    """The field takes addresses only: the bare names that the sentence offers would be refused in turn."""
    _, problems = count_lora(LoraSettings("foo/bar", 16, 32, 0.05, ("q_proj",)), reference)
    assert problems["model"].endswith(
        "Give its address on the Hub, owner/name, for example meta-llama/Llama-3.2-3B-Instruct."
    )


def test_what_is_wrong_is_said_in_the_language_of_the_page(reference: Reference) -> None:
    with speaking("de"):
        assert count_lora(with_rank(0), reference)[1]["rank"] == "Gib einen Rang von 1 oder mehr an."
        assert "höchstens 16.384" in count_lora(with_rank(20_000), reference)[1]["rank"]


def test_all_that_is_wrong_is_said_at_once(reference: Reference) -> None:
    _, problems = count_lora(LoraSettings(CHAPTER.model_id, 0, 0, 1, ()), reference)
    assert sorted(problems) == ["alpha", "dropout", "rank", "targets"]


@pytest.mark.parametrize("address", HUB_ADDRESSES)
def test_every_model_on_offer_can_be_built(reference: Reference, address: str) -> None:
    modules = modules_of(address, reference)
    result, problems = count_lora(LoraSettings(address, 8, 16, 0, modules), reference)
    assert problems == {}
    assert result is not None
    assert result.value("trainable_params") > 0


def test_an_unknown_model_has_no_modules(reference: Reference) -> None:
    assert modules_of("who/knows", reference) == ()


def test_two_layers_of_one_name_are_one_module_to_choose(reference: Reference) -> None:
    assert modules_of("openai-community/gpt2", reference) == ("c_attn", "c_proj", "c_fc")
