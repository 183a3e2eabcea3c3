"""Which modules each architecture has, and how wide they are."""

import pytest

from core.calculators.linear_layers import LinearLayer, block_layers, outer_layers, saved_params
from tests.unit.calculators.small_models import SMALL


def names(model: str, fused: bool = True) -> list[str]:
    return [layer.name for layer in block_layers(SMALL.model(model), fused)]


def widths(model: str, fused: bool = True) -> dict[str, tuple[int, int]]:
    return {layer.name: (layer.inputs, layer.outputs) for layer in block_layers(SMALL.model(model), fused)}


@pytest.mark.parametrize(
    ("model", "modules"),
    [
        ("llama", ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]),
        ("gpt2", ["c_attn", "c_proj", "c_fc", "c_proj"]),
        ("neox", ["query_key_value", "dense", "dense_h_to_4h", "dense_4h_to_h"]),
        ("bloom", ["query_key_value", "dense", "dense_h_to_4h", "dense_4h_to_h"]),
        ("falcon", ["query_key_value", "dense", "dense_h_to_4h", "dense_4h_to_h"]),
        ("phi", ["q_proj", "k_proj", "v_proj", "dense", "fc1", "fc2"]),
        ("phi3", ["qkv_proj", "o_proj", "gate_up_proj", "down_proj"]),
        ("mixtral", ["q_proj", "k_proj", "v_proj", "o_proj", "gate", "w1", "w3", "w2"]),
        ("qwen3-moe", ["q_proj", "k_proj", "v_proj", "o_proj", "gate", "gate_proj", "up_proj", "down_proj"]),
    ],
)
def test_modules_have_the_names_that_peft_sees(model: str, modules: list[str]) -> None:
    assert names(model) == modules


def test_key_heads_are_narrower_than_query_heads_with_gqa() -> None:
    assert widths("llama")["q_proj"] == (64, 64)
    assert widths("llama")["k_proj"] == (64, 32)


def test_fused_projection_is_as_wide_as_its_three_parts() -> None:
    assert widths("neox")["query_key_value"] == (64, 192)
    assert widths("falcon")["query_key_value"] == (64, 96), "one key head for all"
    assert widths("falcon40")["query_key_value"] == (64, 128)
    assert widths("phi3")["gate_up_proj"] == (64, 320)


def test_experts_of_transformers_5_are_one_tensor_with_twice_the_rank() -> None:
    layers = {layer.name: layer for layer in block_layers(SMALL.model("mixtral"), True)}
    assert (layers["w1"].outputs, layers["w1"].rank_factor, layers["w1"].count) == (320, 2, 12)
    assert layers["w3"].count == 0, "counted with w1"
    assert layers["gate"].router and layers["gate"].outputs == 4


def test_experts_of_transformers_4_are_a_matrix_each() -> None:
    layers = {layer.name: layer for layer in block_layers(SMALL.model("qwen3-moe"), False)}
    assert [layers[name].count for name in ("gate_proj", "up_proj", "down_proj")] == [24, 24, 24]
    assert not any(layer.fused for layer in layers.values())


@pytest.mark.parametrize(
    ("model", "transformers_5", "outer"),
    [
        ("llama", True, ["lm_head", "embed_tokens"]),
        ("neox", True, ["lm_head", "embed_in"]),
        ("neox", False, ["embed_out", "embed_in"]),
        ("bloom", True, ["lm_head", "word_embeddings"]),
        ("falcon", True, ["lm_head", "word_embeddings"]),
        ("gpt2", True, ["lm_head", "wte"]),
    ],
)
def test_head_and_embedding_stand_outside_the_blocks(model: str, transformers_5: bool, outer: list[str]) -> None:
    layers = outer_layers(SMALL.model(model), transformers_5)
    assert [layer.name for layer in layers] == outer
    assert not any(layer.in_all_linear for layer in layers)


def test_full_copy_of_phis_head_has_a_bias() -> None:
    head, embedding = outer_layers(SMALL.model("phi"), True)
    assert saved_params(SMALL.model("phi"), head) == 64 * 1000 + 1000
    assert saved_params(SMALL.model("phi"), embedding) == 64 * 1000
    assert saved_params(SMALL.model("llama"), outer_layers(SMALL.model("llama"), True)[0]) == 64 * 1000


def test_adapter_is_two_thin_matrices_and_dora_adds_a_magnitude() -> None:
    layer = LinearLayer("q_proj", 10, 20, 3)
    assert layer.lora_params(2, dora=False) == 3 * 2 * 30
    assert layer.lora_params(2, dora=True) == 3 * (2 * 30 + 20)
