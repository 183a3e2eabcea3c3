"""Which shape a run means, and which stack trains it: table, typed shape, or a size borrowed from the nearest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.memory_inputs import MemoryInputs
from core.calculators.memory_shapes import Shape, find_shape, from_table, says_mixture
from core.calculators.memory_stacks import find_stack
from core.calculators.problems import BadInputsError
from core.content.reference import Reference


def shape_of(reference: Reference, **raw: object) -> Shape:
    return find_shape(MemoryInputs.model_validate({"model": "x"} | raw), reference)


@pytest.mark.parametrize(
    ("name", "linear", "tied", "gated"),
    [
        ("Llama-3.1-8B", 32 * (2 * 4096 * 4096 + 2 * 4096 * 1024 + 3 * 4096 * 14_336), False, True),
        ("Llama-3.2-1B", 16 * (2 * 2048 * 2048 + 2 * 2048 * 512 + 3 * 2048 * 8192), True, True),
        ("Phi-2", 32 * (4 * 2560 * 2560 + 2 * 2560 * 10_240), False, False),
        ("Mixtral-8x7B", 32 * (2 * 4096 * 5120 + 8 * (3 * 4096 * 14_336 + 4096)), False, True),
        ("Qwen3-30B-A3B", 48 * (2 * 2048 * 4608 + 128 * (3 * 2048 * 768 + 2048)), False, True),
    ],
)
def test_linear_parameters_of_the_table(
    name: str, linear: int, tied: bool, gated: bool, *, reference: Reference
) -> None:
    shape = shape_of(reference, model=name)
    assert (shape.linear_params, shape.tied, shape.gated) == (linear, tied, gated)
    assert shape.inferred == ""


def test_layers_embeddings_and_rest_make_the_model(reference: Reference) -> None:
    for entry in reference.models:
        shape = from_table(entry)
        matrices = 1 if shape.tied else 2
        rest = shape.params - shape.linear_params - matrices * shape.embedding_params
        assert 0 <= rest < 0.013 * shape.params, entry.id
        assert shape.layer_params * shape.layers == pytest.approx(shape.linear_params)


@pytest.mark.parametrize(
    ("name", "experts", "visits", "width"),
    [("Mixtral-8x7B", 8, 2, 2 * 14_336), ("Qwen3-30B-A3B", 128, 8, 8 * 768), ("Llama-3.1-8B", 0, 1, 14_336)],
)
def test_width_of_a_mixture_is_that_of_the_experts_that_a_token_visits(
    name: str, experts: int, visits: int, width: int, reference: Reference
) -> None:
    shape = shape_of(reference, model=name)
    assert (shape.experts, shape.visits, shape.m) == (experts, visits, width)


@pytest.mark.parametrize(
    ("name", "rms", "norms", "soft_caps"),
    [
        ("Llama-3.1-8B", True, 2, False),
        ("Gemma-2-9B", True, 4, True),
        ("Gemma-3-4B", True, 4, False),
        ("Gemma-7B", True, 2, False),
        ("Phi-2", False, 1, False),
        ("Pythia-6.9B", False, 1, False),
        ("Falcon-7B", False, 1, False),
        ("BLOOM-7B1", False, 2, False),
        ("GPT2-XL", False, 2, False),
    ],
)
def test_norms_follow_the_family(name: str, rms: bool, norms: int, soft_caps: bool, *, reference: Reference) -> None:
    shape = shape_of(reference, model=name)
    assert (shape.has_rms_norm, shape.norms_per_layer, shape.soft_caps) == (rms, norms, soft_caps)


@pytest.mark.parametrize(
    ("name", "billions"),
    [
        ("Mine-7B", 7),
        ("mine 13b chat", 13),
        ("mine13b", 13),
        ("OPT-125m", 0.125),
        ("x_0.5B", 0.5),
        ("big-1.1T", 1100),
        ("Mine-7B-v2.5", 7),
    ],
)
def test_size_in_a_name_is_taken(name: str, billions: float, reference: Reference) -> None:
    shape = shape_of(reference, model=name)
    assert shape.params == pytest.approx(billions * 1e9)
    assert shape.inferred.startswith(f"{name} is not in the table; its widths are taken from ")


@pytest.mark.parametrize(
    "name", ["Mine-8x7B", "Mine-MoE-2.7B", "Mine-57B-A14B", "Mine-17B-16E", "Mine", "v2.5", "7 bits", "3 more", "B"]
)
def test_name_without_a_size_of_its_own_is_refused(name: str, reference: Reference) -> None:
    with pytest.raises(BadInputsError, match="Or give model_params_b, or hidden_size and num_layers") as caught:
        shape_of(reference, model=name)
    assert caught.value.problems[0].field == "model"
    given_size = shape_of(reference, model=name, model_params_b=14)
    assert given_size.params == pytest.approx(14e9)


@pytest.mark.parametrize(
    ("name", "mixture"),
    [
        ("Mixtral-8x22B", True),
        ("OLMoE-1B-7B", True),
        ("Qwen3-235B-A22B", True),
        ("Phi-3.5-MoE", True),
        ("Llama-4-Maverick-17B-128E", True),
        ("Llama-3.1-8B", False),
        ("Gemma-2-9B", False),
        ("Vicuna-13B-16k", False),
        ("Yi-34B-200K", False),
    ],
)
def test_mixture_is_told_by_its_name(name: str, mixture: bool) -> None:
    assert says_mixture(name) is mixture


def test_typed_shape_wins_over_the_table(reference: Reference) -> None:
    shape = shape_of(reference, model="Llama-3.1-8B", hidden_size=1024, num_layers=4, vocab_size=1000)
    assert (shape.h, shape.layers, shape.heads, shape.q, shape.k, shape.m) == (1024, 4, 8, 1024, 1024, 4096)
    assert shape.params == 4 * (4 * 1024**2 + 3 * 1024 * 4096) + 2 * 1000 * 1024
    assert shape.inferred == "as typed"


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({"hidden_size": 1024}, "num_layers"),
        ({"num_layers": 4}, "hidden_size"),
        ({"num_kv_heads": 4}, "hidden_size"),
        ({"vocab_size": 4}, "hidden_size"),
        ({"hidden_size": 1024, "head_dim": 64}, "num_layers"),
        ({"hidden_size": 1024, "num_layers": 4, "num_attention_heads": 8, "num_kv_heads": 9}, "num_kv_heads"),
        ({"hidden_size": 8192, "num_layers": 80, "model_params_b": 1}, "model_params_b"),
    ],
)
def test_half_a_typed_shape_names_what_is_missing(raw: dict[str, object], field: str, reference: Reference) -> None:
    with pytest.raises(BadInputsError) as caught:
        shape_of(reference, model="Llama-3.1-8B", **raw)
    assert caught.value.problems[0].field == field


@given(st.floats(0.01, 2000))
def test_borrowed_shape_has_exactly_the_size_that_is_given(reference: Reference, billions: float) -> None:
    shape = shape_of(reference, model_params_b=billions)
    assert shape.params == pytest.approx(billions * 1e9)
    assert 0 < shape.linear_params < shape.params


@pytest.mark.parametrize(
    ("framework", "name"),
    [
        ("litgpt", "LitGPT"),
        ("Lit-GPT FSDP", "LitGPT"),
        ("torchtune", "torchtune"),
        ("TorchTitan FSDP2", "torchtitan"),
        ("ms-swift", "ms-swift"),
        ("Qwen finetune.py", "Qwen finetune.py"),
        ("fsdp_qlora", "fsdp_qlora"),
        ("Unsloth", "Unsloth"),
        ("hf", "Hugging Face"),
        ("axolotl", "Hugging Face"),
        ("", "Hugging Face"),
    ],
)
def test_stack_is_told_by_the_frameworks_name(framework: str, name: str) -> None:
    assert find_stack(framework, "").name == name


@pytest.mark.parametrize(
    ("framework", "date", "full_loss"),
    [
        ("hf", "", 14),
        ("hf", "2024-10", 14),
        ("hf", "2024-09", 24),
        ("hf", "commit of 2023-05", 24),
        ("ms-swift", "", 24),
        ("Qwen finetune.py", "", 24),
        ("torchtune", "2023-01", 14),
        ("litgpt", "2023-01", 14),
        ("hf", "yesterday", 14),
    ],
)
def test_old_hugging_face_code_casts_the_logits(framework: str, date: str, full_loss: float) -> None:
    assert find_stack(framework, date).loss.full == full_loss


def test_old_bitsandbytes_keeps_the_input_of_its_products() -> None:
    assert find_stack("hf", "2024-05").keeps_4bit_input
    assert not find_stack("hf", "2024-06").keeps_4bit_input
