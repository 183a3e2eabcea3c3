"""LoRA targets of the memory calculator: every usual spelling, experts, and agreement with the exact count."""

from collections.abc import Callable

import pytest

from core.calculators.memory_targets import read_targets
from core.calculators.model import Result
from core.content.reference import Reference

Calc = Callable[..., Result]
QKVO = {"q", "k", "v", "o"}
MLP = {"gate", "up", "down"}


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("q+v", {"q", "v"}),
        ("q_proj,v_proj", {"q", "v"}),
        ("q_proj v_proj", {"q", "v"}),
        ("['q_proj', \"v_proj\"]", {"q", "v"}),
        ("Q_PROJ;V_PROJ", {"q", "v"}),
        ("q/k/v/o", QKVO),
        ("wq|wk|wv|wo", QKVO),
        ("attention", QKVO),
        ("qkvo", QKVO),
        ("self_attn.q_proj", {"q"}),
        ("model.layers.*.mlp.down_proj.weight", {"down"}),
        ("qkv(c_attn)", {"qkv"}),
        ("W_pack", {"qkv"}),
        ("query_key_value+dense", {"qkv", "o"}),
        ("fc1, fc2", {"up", "down"}),
        ("gate_up_proj", {"gate", "up"}),
        ("attn+mlp", QKVO | MLP),
        ("all-linear", QKVO | MLP | {"router"}),
        ("All linear layers", QKVO | MLP | {"router"}),
        ("linear", QKVO | MLP | {"router"}),
        ("q+lm_head", {"q", "lm_head"}),
    ],
)
def test_targets_are_read_however_they_are_spelled(text: str, sites: set[str]) -> None:
    found = read_targets(text)
    assert (found.sites, found.saved_matrices, found.unknown) == (sites, 0, ())


@pytest.mark.parametrize(("text", "saved"), [("q+embed_tokens", 1), ("q+lm_head+embed", 2), ("q+wte", 1), ("q", 0)])
def test_embedding_among_the_targets_is_saved_whole_and_the_head_with_it(text: str, saved: int) -> None:
    found = read_targets(text)
    assert found.saved_matrices == saved
    assert "lm_head" not in found.sites


def test_words_that_are_no_module_are_said_and_passed_over(calc: Calc) -> None:
    result = calc("memory", model="Llama-3.1-8B", method="lora", lora_targets="q+mystery")
    assert result.cautions == ("LoRA targets: “mystery” is not known and was ignored.",)
    assert result.value("trainable_params") == 32 * 16 * (4096 + 4096)


@pytest.mark.parametrize("text", ["mystery", "", "+++", "😀"])
def test_targets_without_any_module_are_refused(text: str, refusal: Callable[..., object]) -> None:
    fields, sentence = refusal("memory", model="Llama-3.1-8B", method="lora", lora_targets=text)  # type: ignore[misc]
    assert fields == ("lora_targets",)
    assert sentence.endswith("is not a matrix; write, for example, q+k+v+o+mlp.")


def test_qwens_w1_and_w2_mean_the_whole_block(calc: Calc) -> None:
    whole = calc("memory", model="Qwen-7B", method="lora", lora_targets="mlp")
    assert calc("memory", model="Qwen-7B", method="lora", lora_targets="w1+w2").quantities == whole.quantities


SEPARATE = (
    "llama",
    "mistral",
    "mixtral",
    "qwen",
    "yi",
    "gemma",
    "olmo",
    "smollm",
    "codellama",
    "deepseek",
    "tinyllama",
)


@pytest.mark.parametrize("targets", ["q_proj+v_proj", "all-linear"])
def test_trained_parameters_are_those_of_the_exact_count(targets: str, calc: Calc, reference: Reference) -> None:
    shapes = [shape for shape in reference.models if shape.id.startswith(SEPARATE)]
    assert len(shapes) > 50
    for shape in shapes:
        exact = calc("lora-params", model=shape.id, target_modules=targets, r=8, transformers_version="4.57.6")
        found = calc("memory", model=shape.id, method="lora", lora_targets=targets, lora_r=8)
        assert found.value("trainable_params") == exact.value("trainable_params"), shape.id


def test_adapters_on_experts_cost_more_than_on_attention(calc: Calc) -> None:
    run = {"model": "Mixtral-8x7B", "method": "lora"}
    attention, everything = (calc("memory", **run, lora_targets=text) for text in ("attention", "all-linear"))
    assert attention.value("trainable_params") == 13_631_488
    assert everything.value("trainable_params") == 242_225_152
    assert everything.value("peak_memory_gib") > attention.value("peak_memory_gib") + 3


def test_rank_is_measured_at_matrices_and_not_at_the_router(calc: Calc, refusal: Callable[..., object]) -> None:
    run = {"model": "Mixtral-8x7B", "method": "lora", "lora_targets": "all-linear"}
    assert calc("memory", **run, lora_r=64).value("adapters_gib") > 0
    assert "above the smallest target matrix (1024)" in str(refusal("memory", **run, lora_r=1025))
