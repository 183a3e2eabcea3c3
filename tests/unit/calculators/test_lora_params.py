"""LoRA counts against peft: the published table, and small shapes that peft counted for these tests."""

import csv
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.linear_layers import LinearLayer
from core.calculators.lora_params import LoraInputs, compute
from core.calculators.lora_targets import split_names
from core.calculators.model import Result
from core.calculators.problems import BadInputsError
from core.content.reference import Reference
from tests.unit.calculators.conftest import TABLES
from tests.unit.calculators.small_models import SMALL

Calc = Callable[..., Result]
Refusal = Callable[..., tuple[tuple[str | None, ...], str]]

with (TABLES / "lora_params.csv").open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))


def small(model: str, targets: str, **other: object) -> Result:
    inputs = {"model": model, "r": 2, "target_modules": targets, **other}
    return compute(LoraInputs.model_validate(inputs), SMALL)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_row_of_the_table_equals_peft(row: dict[str, str], calc: Calc) -> None:
    given_names = set(LoraInputs.model_fields) & set(row)
    result = calc("lora-params", **{name: row[name] for name in given_names if row[name]})
    assert result.value("trainable_params") == int(row["trainable_params"])
    assert result.value("all_params") == int(row["all_params"])
    assert result.value("trainable_pct") == pytest.approx(float(row["trainable_pct"]), abs=5e-5)


@pytest.mark.parametrize(
    ("model", "trainable", "total"),
    [
        ("llama", 6_720, 264_192),
        ("gpt2", 6_144, 285_760),
        ("neox", 4_992, 245_920),
        ("bloom", 6_144, 220_352),
        ("falcon", 5_568, 199_104),
        ("falcon40", 5_760, 205_824),
        ("phi", 5_760, 247_304),
        ("phi3", 5_568, 263_040),
        ("mixtral", 26_904, 561_624),
        ("qwen3-moe", 23_856, 411_984),
    ],
)
def test_all_linear_leaves_out_head_and_embedding(model: str, trainable: int, total: int) -> None:
    result = small(model, "all-linear")
    assert (result.value("trainable_params"), result.value("all_params")) == (trainable, total)


@pytest.mark.parametrize(
    ("model", "targets", "options", "trainable"),
    [
        ("llama", "q_proj", {}, 768),
        ("llama", "q_proj+lm_head", {}, 2_896),
        ("llama", "q_proj+embed_tokens", {}, 2_896),
        ("llama", "q_proj+lm_head", {"use_dora": True}, 4_088),
        ("llama", "q_proj+embed_tokens", {"use_dora": True}, 3_152),
        ("llama", "q_proj", {"modules_to_save": "lm_head"}, 64_768),
        ("llama", "q_proj", {"modules_to_save": "embed_tokens+lm_head"}, 128_768),
        ("llama-tied", "q_proj", {"modules_to_save": "['embed_tokens', 'lm_head']"}, 128_768),
        ("llama", "q_proj+lm_head", {"modules_to_save": "lm_head"}, 64_768),
        ("gpt2", "c_proj", {}, 2_688),
        ("gpt2", "c_attn+c_fc", {"use_dora": True}, 4_800),
        ("gpt2", "c_attn", {"use_dora": True}, 2_112),
        ("gpt2", "c_attn", {"modules_to_save": "wte,lm_head"}, 129_536),
        ("gpt2", "wte", {}, 2_128),
        ("neox", "dense", {}, 768),
        ("neox", "query_key_value", {"modules_to_save": "embed_in"}, 65_536),
        ("phi", "dense", {"modules_to_save": "lm_head"}, 65_768),
        ("phi", "lm_head", {"use_dora": True}, 3_128),
        ("falcon", "dense", {"modules_to_save": "lm_head word_embeddings"}, 128_768),
        ("bloom", "query_key_value", {"modules_to_save": "word_embeddings+lm_head"}, 129_536),
        ("mixtral", "gate", {}, 408),
        ("mixtral", "w2", {}, 5_376),
        ("mixtral", "w1+w3", {}, 18_432),
        ("mixtral", "w1+w2+w3", {}, 23_808),
        ("mixtral", "q_proj+v_proj", {"use_dora": True}, 1_632),
        ("qwen3-moe", "gate", {}, 432),
        ("qwen3-moe", "gate_proj+up_proj", {}, 15_360),
        ("qwen3-moe", "gate_proj+up_proj+down_proj", {}, 20_736),
        ("qwen3-moe", "q_proj+down_proj", {}, 6_144),
    ],
)
def test_transformers_5_counts_as_peft_does(
    model: str, targets: str, options: dict[str, object], trainable: int
) -> None:
    assert small(model, targets, **options).value("trainable_params") == trainable


@pytest.mark.parametrize(
    ("model", "targets", "options", "trainable"),
    [
        ("mixtral", "all-linear", {}, 19_224),
        ("mixtral", "all-linear", {"use_dora": True}, 24_420),
        ("mixtral", "w1", {}, 5_376),
        ("mixtral", "w1+w3", {}, 10_752),
        ("mixtral", "w2", {"use_dora": True}, 6_144),
        ("mixtral", "gate", {"use_dora": True}, 420),
        ("qwen3-moe", "all-linear", {}, 19_248),
        ("qwen3-moe", "all-linear", {"use_dora": True}, 23_688),
        ("qwen3-moe", "gate_proj", {}, 5_376),
        ("qwen3-moe", "down_proj", {"use_dora": True}, 6_912),
        ("neox", "query_key_value", {"modules_to_save": "embed_in+embed_out"}, 129_536),
        ("neox", "query_key_value+embed_out", {}, 3_664),
    ],
)
def test_transformers_4_counts_as_peft_did(
    model: str, targets: str, options: dict[str, object], trainable: int
) -> None:
    result = small(model, targets, transformers_version="4.57.6", **options)
    assert result.value("trainable_params") == trainable


def test_mixture_of_experts_states_the_versions_that_it_holds_for() -> None:
    assert any("peft 0.21.2, transformers 5.24.0" in note for note in small("mixtral", "all-linear").notes)
    old = small("mixtral", "all-linear", transformers_version="4.57.6")
    assert any("peft 0.18.1, transformers 4.57.6" in note for note in old.notes)
    assert not any("holds for" in note for note in small("llama", "all-linear").notes)


def test_module_that_is_not_there_is_passed_over_with_a_word() -> None:
    result = small("llama", "q_proj+nonsense")
    assert result.value("trainable_params") == 768
    assert result.cautions == ("llama has no nonsense; peft skips them.",)


def test_share_outside_the_chapters_range_is_said(calc: Calc) -> None:
    notes = calc("lora-params", model="Llama-3.1-8B", target_modules="q_proj+v_proj", r=16).notes
    assert any("The chapter says 0.1–1 %; here it is 0.085 %" in note for note in notes)
    inside = calc("lora-params", model="Llama-3.2-3B", target_modules="q_proj+v_proj", r=16).notes
    assert not any("The chapter says" in note for note in inside)


@pytest.mark.parametrize(
    ("raw", "field", "sentence"),
    [
        ({"model": "lama 3.1"}, "model", "“lama 3.1” is not in the table of models; did you mean Llama-3.2-1B"),
        ({"model": ""}, "model", "No model was named"),
        ({"r": 0}, "r", "Rank is “0”; it must be at least 1."),
        ({"r": "nan"}, "r", "write a whole number."),
        ({"r": "16 GB"}, "r", "write a whole number alone, like 16, without a unit."),
        ({"r": "1,000"}, "r", "without separators, like 1000."),
        ({"r": 2_000}, "r", "Rank 2,000 is above the matrix: v_proj is 3,072 × 1,024; give at most 1,024."),
        ({"target_modules": "query"}, "target_modules", "Llama-3.2-3B has no module “query”"),
        ({"use_dora": "maybe"}, "use_dora", "write 1 for yes or 0 for no."),
        ({"modules_to_save": "norm"}, "modules_to_save", "Only lm_head and embed_tokens are counted"),
        ({"transformers_version": "latest"}, "transformers_version", "write it as this input's help"),
        ({"target_modules": "lm_head", "modules_to_save": "lm_head"}, "target_modules", "Every target module is saved"),
        ({"model": "Mixtral-8x7B", "target_modules": "w1"}, "target_modules", "w1 and w3 are one tensor"),
        (
            {"model": "Mixtral-8x7B", "target_modules": "all-linear", "use_dora": 1},
            "use_dora",
            "peft has no DoRA for gate",
        ),
    ],
)
def test_bad_input_says_what_to_do(raw: dict[str, object], field: str, sentence: str, refusal: Refusal) -> None:
    fields, text = refusal("lora-params", **raw)
    assert fields == (field,)
    assert sentence in text


def test_rank_above_a_router_is_allowed_as_in_peft(calc: Calc) -> None:
    result = calc("lora-params", model="Mixtral-8x7B", target_modules="gate", r=16)
    assert result.value("trainable_params") == 32 * 16 * (4096 + 8)


@given(rank=st.integers(1, 1_023))
def test_a_higher_rank_never_trains_less(rank: int) -> None:
    layer = LinearLayer("v_proj", 3072, 1024, 28)
    assert layer.lora_params(rank, dora=False) < layer.lora_params(rank + 1, dora=False)
    assert layer.lora_params(rank, dora=False) < layer.lora_params(rank, dora=True)


@given(
    model=st.sampled_from([shape.name for shape in SMALL.models]),
    rank=st.integers(1, 16),
    dora=st.booleans(),
    version=st.sampled_from(["5.24.0", "4.57.6"]),
)
def test_parts_sum_to_the_trainable_parameters(model: str, rank: int, dora: bool, version: str) -> None:
    try:
        result = small(model, "all-linear", r=rank, use_dora=dora, transformers_version=version)
    except BadInputsError:
        assert dora and version.startswith("5"), "only DoRA on fused experts may be refused"
        return
    assert sum(part.value for part in result.parts) == result.value("trainable_params")
    assert result.value("all_params") > result.value("trainable_params")


def test_every_model_of_the_table_counts_all_linear(reference: Reference) -> None:
    for shape in reference.models:
        result = compute(LoraInputs(model=shape.name, target_modules="all-linear", r=8), reference)
        assert 0 < result.value("trainable_pct") < 20, shape.name
        assert "?" not in result.steps[0].numbers


@pytest.mark.parametrize(
    ("text", "names"),
    [("q_proj+v_proj", ["q_proj", "v_proj"]), (" q_proj , v_proj ", ["q_proj", "v_proj"]), ("", []), ("a", ["a"])],
)
def test_names_are_split_however_they_are_joined(text: str, names: list[str]) -> None:
    assert split_names(text) == names


def test_no_target_module_at_all_is_told_in_plain_words() -> None:
    with pytest.raises(BadInputsError) as raised:
        small("llama", "")
    assert str(raised.value) == "Target modules is empty; choose at least one."


@pytest.mark.parametrize(
    ("model", "targets", "rank", "share"),
    [
        ("Llama-3.1-8B", "all-linear", 32, "1.03"),
        ("Qwen3-1.7B", "all-linear", 16, "1.003"),
        ("Phi-3-medium-4k", "all-linear", 4, "0.0997"),
    ],
)
def test_a_share_just_beyond_the_chapters_is_not_rounded_into_it(
    model: str, targets: str, rank: int, share: str, calc: Calc
) -> None:
    notes = calc("lora-params", model=model, target_modules=targets, r=rank).notes
    assert f"The chapter says 0.1–1 %; here it is {share} %," in " ".join(notes)
