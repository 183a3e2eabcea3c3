"""LoRA counts for every model of the table: closed forms by hand, and what holds whatever the architecture is."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.calculators.linear_layers import block_layers, outer_layers
from core.calculators.model import Result
from core.content.reference import ModelShape, Reference
from core.content.reference_loader import load_reference
from tests.unit.calculators.conftest import ROOT

Calc = Callable[..., Result]
TABLE = load_reference(ROOT / "content" / "reference")
EVERY = pytest.mark.parametrize("shape", TABLE.models, ids=lambda shape: shape.id)
DENSE = [shape for shape in TABLE.models if not shape.is_moe]
FUSED = ("GPTNeoX", "Bloom", "Falcon", "GPT2", "Phi3")


def trained(calc: Calc, shape: ModelShape, **raw: object) -> float:
    return calc("lora-params", model=shape.id, **raw).value("trainable_params")


@EVERY
def test_matrices_of_the_blocks_add_up_to_the_linear_parameters(shape: ModelShape) -> None:
    layers = block_layers(shape, fused_experts=False)
    counted = sum(layer.count * layer.inputs * layer.outputs for layer in layers)
    outer = shape.vocab_size * shape.hidden_size * (1 if shape.tied_embeddings else 2)
    rest = shape.total_params - counted - outer
    assert 0 <= rest < 0.013 * shape.total_params


@EVERY
def test_experts_count_the_same_however_they_are_stored(shape: ModelShape) -> None:
    apart, fused = (block_layers(shape, fused_experts=fused) for fused in (False, True))
    sizes = [sum(layer.count * layer.inputs * layer.outputs for layer in layers) for layers in (apart, fused)]
    assert sizes[0] == sizes[1]


@EVERY
def test_all_linear_is_the_sum_of_its_modules(shape: ModelShape, calc: Calc) -> None:
    run = {"transformers_version": "4.57.6", "r": 4}
    names = [layer.name for layer in block_layers(shape, fused_experts=False)]
    assert trained(calc, shape, target_modules="all-linear", **run) == sum(
        trained(calc, shape, target_modules=name, **run) for name in dict.fromkeys(names)
    )


@EVERY
def test_rank_scales_the_count(shape: ModelShape, calc: Calc) -> None:
    one, eight = (trained(calc, shape, target_modules="all-linear", r=rank) for rank in (1, 8))
    assert eight == 8 * one


@EVERY
def test_all_parameters_are_those_of_the_model_and_the_adapters(shape: ModelShape, calc: Calc) -> None:
    result = calc("lora-params", model=shape.id, target_modules="all-linear", r=8)
    assert result.value("all_params") == shape.total_params + result.value("trainable_params")
    share = 100 * result.value("trainable_params") / result.value("all_params")
    assert result.value("trainable_pct") == pytest.approx(share)
    assert result.value("adapter_gib") == pytest.approx(result.value("trainable_params") * 4 / 2**30)
    assert result.cautions == ()


@pytest.mark.parametrize("shape", DENSE, ids=lambda shape: shape.id)
def test_dora_adds_one_magnitude_an_output(shape: ModelShape, calc: Calc) -> None:
    plain = trained(calc, shape, target_modules="all-linear")
    dora = trained(calc, shape, target_modules="all-linear", use_dora=True)
    outputs = sum(layer.count * layer.outputs for layer in block_layers(shape, fused_experts=True))
    assert dora - plain == outputs


@EVERY
def test_head_saved_whole_is_the_vocabulary_times_the_width(shape: ModelShape, calc: Calc) -> None:
    head, embedding = (layer.name for layer in outer_layers(shape, transformers_5=True))
    target = block_layers(shape, fused_experts=True)[0].name
    plain = trained(calc, shape, target_modules=target)
    size = shape.vocab_size * shape.hidden_size
    bias = shape.vocab_size if shape.hf_class == "PhiForCausalLM" else 0
    assert trained(calc, shape, target_modules=target, modules_to_save=head) - plain == size + bias
    assert trained(calc, shape, target_modules=target, modules_to_save=embedding) - plain == size


@pytest.mark.parametrize(
    "shape", [shape for shape in DENSE if not shape.hf_class.startswith((*FUSED, "PhiFor"))], ids=lambda shape: shape.id
)
def test_separate_projections_by_hand(shape: ModelShape, calc: Calc) -> None:
    h, q, k, m = shape.hidden_size, shape.query_size, shape.kv_size, shape.intermediate_size
    per_layer = (h + q) + 2 * (h + k) + (q + h) + 3 * (h + m)
    assert trained(calc, shape, target_modules="all-linear", r=16) == 16 * shape.num_layers * per_layer
    assert trained(calc, shape, target_modules="q_proj+v_proj", r=16) == 16 * shape.num_layers * (2 * h + q + k)


@pytest.mark.parametrize(
    "shape", [shape for shape in DENSE if shape.hf_class.startswith(FUSED)], ids=lambda shape: shape.id
)
def test_fused_projection_by_hand(shape: ModelShape, calc: Calc) -> None:
    h, q, k, n = shape.hidden_size, shape.query_size, shape.kv_size, shape.num_layers
    fused = block_layers(shape, fused_experts=True)[0].name
    assert fused in ("query_key_value", "c_attn", "qkv_proj")
    assert trained(calc, shape, target_modules=fused, r=16) == 16 * n * (h + q + 2 * k)


@pytest.mark.parametrize("spelling", ["all-linear", "All-Linear", "all_linear", "all linear", " ALL LINEAR "])
def test_all_linear_is_read_however_it_is_spelled(spelling: str, calc: Calc) -> None:
    assert (
        calc("lora-params", model="Llama-3.1-8B", target_modules=spelling, r=8).value("trainable_params") == 20_971_520
    )


@pytest.mark.parametrize(
    "text", ["q_proj+v_proj", "q_proj,v_proj", "q_proj v_proj", "['q_proj', 'v_proj']", "v_proj|q_proj"]
)
def test_names_are_joined_in_any_way(text: str, calc: Calc) -> None:
    assert calc("lora-params", model="Llama-3.2-3B", target_modules=text).value("trainable_params") == 4_587_520


@given(shape=st.sampled_from(TABLE.models), rank=st.integers(1, 20_000), dora=st.booleans(), five=st.booleans())
@settings(max_examples=150)
def test_any_rank_on_any_model_gives_a_count_or_a_sentence(
    refusal: Callable[..., tuple[tuple[str | None, ...], str]],
    calc: Calc,
    shape: ModelShape,
    rank: int,
    *,
    dora: bool,
    five: bool,
) -> None:
    raw = {"model": shape.id, "target_modules": "all-linear", "r": rank, "use_dora": dora}
    raw["transformers_version"] = "5.24.0" if five else "4.57.6"
    layers = [layer for layer in block_layers(shape, five) if not layer.router]
    narrowest = min(min(layer.inputs, layer.outputs) for layer in layers)
    if rank <= min(narrowest, 16_384) and not (dora and five and shape.is_moe):
        assert calc("lora-params", **raw).value("trainable_params") > 0
    else:
        fields, sentence = refusal("lora-params", **raw)
        assert fields in (("r",), ("use_dora",))
        assert sentence.endswith(".")


def test_reference_of_the_tests_is_the_one_of_the_product(reference: Reference) -> None:
    assert reference.models == TABLE.models
