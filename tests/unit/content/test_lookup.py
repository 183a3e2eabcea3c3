"""Finding models and GPUs by the names that people type, and never one that is only alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.lookup import Index, UnknownNameError, model_spellings, normalise
from core.content.reference import Reference


@pytest.mark.parametrize(
    "name",
    [
        "Llama-3.1-8B",
        "llama-3.1-8b",
        "llama-3-1-8b",
        "LLAMA 3.1 8B",
        "llama_3.1_8b",
        "meta-llama/Llama-3.1-8B-Instruct",
        "meta-llama/Meta-Llama-3.1-8B",
        "unsloth/Llama-3.1-8B-Instruct-bf16",
    ],
)
def test_model_is_found_under_every_usual_spelling(name: str, reference: Reference) -> None:
    assert reference.model(name).id == "llama-3-1-8b"


@pytest.mark.parametrize(
    ("name", "gpu"),
    [
        ("A10G-24GB", "a10g"),
        ("A100", "a100-80gb-sxm"),
        ("A100-80GB", "a100-80gb-sxm"),
        ("a100 40gb", "a100-40gb-sxm"),
        ("H100-SXM", "h100-sxm"),
        ("H100-96GB(500W)", "h100-96gb"),
        ("H20-96GB", "h20"),
        ("RTX4090-24GB", "rtx-4090"),
        ("RTX3090", "rtx-3090"),
        ("A6000-48GB", "rtx-a6000"),
        ("TPUv4", "tpu-v4"),
        ("H800", "h800"),
        ("V100", "v100"),
        ("NVIDIA A100-SXM4-80GB", "a100-80gb-sxm"),
        ("A100-SXM4-40GB", "a100-40gb-sxm"),
        ("A100-40G", "a100-40gb-sxm"),
        ("NVIDIA-A100-80GB-PCIe", "a100-80gb-pcie"),
        ("NVIDIA H100 80GB HBM3", "h100-sxm"),
        ("H100-PCIe", "h100-pcie"),
        ("Tesla-T4", "t4"),
        ("NVIDIA GeForce RTX 4090", "rtx-4090"),
        ("AMD Instinct MI300X", "mi300x"),
        ("V100-SXM2-32GB", "v100"),
    ],
)
def test_gpu_is_found_under_the_names_of_the_tables(name: str, gpu: str, reference: Reference) -> None:
    assert reference.gpu(name).id == gpu


def test_unknown_name_suggests_the_nearest(reference: Reference) -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean Llama-3\.1-8B") as caught:
        reference.model("lama 3.1 8b")
    assert caught.value.kind == "model"
    with pytest.raises(UnknownNameError, match="choose from Llama-2-7B"):
        reference.model("§§§")
    with pytest.raises(UnknownNameError, match="No GPU was named; pick one"):
        reference.gpu("  ")


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("LLaMA-7B", "llama-2-7b"),
        ("Llama-3-70B", "llama-3-1-70b"),
        ("meta-llama/Llama-3.3-70B-Instruct", "llama-3-1-70b"),
        ("Qwen/Qwen2-7B-Instruct", "qwen2-5-7b"),
        ("Qwen1.5-72B-Chat", "qwen-72b"),
        ("QwQ-32B", "qwen2-5-32b"),
        ("mistralai/Mistral-7B-Instruct-v0.2", "mistral-7b-v0-1"),
        ("Qwen3-4B-Instruct-2507", "qwen3-4b"),
        ("BLOOM", "bloom-176b"),
    ],
)
def test_models_of_one_shape_share_an_entry(name: str, shape: str, reference: Reference) -> None:
    assert reference.model(name).id == shape


@pytest.mark.parametrize("name", ["A100-64GB", "8xA100", "H100 or A100", "B300"])
def test_gpu_that_is_only_alike_is_not_taken_for_it(name: str, reference: Reference) -> None:
    with pytest.raises(UnknownNameError, match="is not in the table of GPUs"):
        reference.gpu(name)


@pytest.mark.parametrize("name", ["Qwen2.5-7B-Instruct-AWQ", "Mixtral", "7B", "chat", "llama"])
def test_model_that_is_only_alike_is_not_taken_for_it(name: str, reference: Reference) -> None:
    with pytest.raises(UnknownNameError, match="is not in the table of models"):
        reference.model(name)


@given(st.text(max_size=60))
def test_any_text_finds_an_entry_or_a_sentence(reference: Reference, text: str) -> None:
    for find in (reference.model, reference.gpu):
        try:
            assert find(text).name
        except UnknownNameError as error:
            assert str(error).endswith(("?", "…", "."))
            assert len(str(error)) < 300


def test_an_account_before_a_name_brings_no_names_that_are_far(reference: Reference) -> None:
    near = "did you mean Llama-2-7B or Llama-3.2-3B or Llama-3.2-1B?"
    assert reference.no_model("meta-llama/Llama-3.2-7B").endswith(near)


def test_two_entries_with_one_name_are_an_error() -> None:
    with pytest.raises(ValueError, match="Two models answer to “ab”"):
        Index("model", {"x": ("a-b",), "y": ("A B",)})


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("meta-llama/Llama-3.2-3B-Instruct", "Llama-3.2-3B"),
        ("Meta-Llama-3-8B-Instruct-bf16", "Llama-3-8B"),
        ("google/gemma-2-2b-it", "gemma-2-2b"),
        ("chat", "chat"),
        ("", ""),
        ("-", "-"),
    ],
)
def test_decoration_is_taken_off_a_hub_name(name: str, plain: str) -> None:
    assert model_spellings(name)[-1] == plain


def test_normalised_names_hold_letters_and_digits_only() -> None:
    assert normalise(" RTX 4090 (fp32 accumulate) ") == "rtx4090fp32accumulate"
