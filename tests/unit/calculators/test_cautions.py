"""What was not understood or not used is said, in the result and in the table; what was understood is not nagged at."""

import csv
from collections.abc import Callable

import pytest

from core.calculators.batch import Table, run_batch
from core.calculators.model import Result
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.language.in_force import speaking
from tests.unit.calculators.conftest import TABLES

Calc = Callable[..., Result]
MEMORY = {"model": "Llama-3.1-8B", "method": "lora"}
SPEED = {"model": "Llama-3.1-8B", "method": "lora", "gpu": "A100-80GB"}


@pytest.mark.parametrize(
    ("name", "text", "caution"),
    [
        ("optimizer", "muon", "Optimizer “muon” is not known; treated as AdamW, two states a parameter."),
        ("loss_impl", "zzz", "Loss “zzz” is not known; full logits are assumed."),
        ("attention", "ring", "Attention “ring” is not known; flash attention is assumed."),
        ("base_weight_dtype", "tiny", "Base weights “tiny” is not known; 2 bytes a weight are assumed."),
        ("base_weight_dtype", "1.58bit", "Base weights “1.58bit” is not known; 2 bytes a weight are assumed."),
        ("base_weight_dtype", "1.58-bit", "Base weights “1.58-bit” is not known; 2 bytes a weight are assumed."),
        ("base_weight_dtype", "1.58 bits", "Base weights “1.58 bits” is not known; 2 bytes a weight are assumed."),
        ("sharding", "😀", "Sharding “😀” is not known; nothing is split: each GPU holds everything."),
        ("grad_ckpt", "unsloth", "Activation checkpointing “unsloth” is not known; full checkpointing is assumed."),
        ("framework", "Megatron-LM", "Framework “Megatron-LM” is not known; treated as Hugging Face."),
        ("memory_metric", "felt", "Memory metric “felt” is not known; allocated memory is assumed."),
    ],
)
def test_memory_says_what_it_takes_for_a_word_that_it_does_not_know(
    name: str, text: str, caution: str, calc: Calc
) -> None:
    result = calc("memory", **MEMORY, **{name: text})
    assert result.cautions == (caution,)
    assert result.notes[0] == caution
    assert result.quantities == calc("memory", **MEMORY).quantities


@pytest.mark.parametrize("sharding", ["sharded", "ZeRO++", "hybrid_shard", "tensor parallel"])
def test_memory_says_of_every_sharding_that_it_does_not_count(sharding: str, calc: Calc) -> None:
    (found,) = calc("memory", **MEMORY, n_gpus=8, sharding=sharding).cautions
    assert found == f"Sharding “{sharding}” is not known; nothing is split: each GPU holds everything."


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("DeepSpeed stage 3", "zero3"),
        ("ZeRO-Stage-2", "zero2"),
        ("FSDP (SHARD_GRAD_OP)", "zero2"),
        ("split by layers", "device_map (layer split)"),
        ("NO_SHARD", "none"),
    ],
)
def test_a_sharding_counts_however_it_is_spelled(said: str, means: str, calc: Calc) -> None:
    found, wanted = (calc("memory", **MEMORY, n_gpus=8, sharding=one) for one in (said, means))
    assert (found.quantities, found.parts, found.cautions) == (wanted.quantities, wanted.parts, ())


def test_a_loss_in_chunks_is_compiled_however_it_is_spelled(calc: Calc) -> None:
    runs = (calc("memory", **MEMORY, framework="torchtune", loss_impl=one) for one in ("chunked_ce", "Chunked CE"))
    assert len({run.quantities for run in runs}) == 1


@pytest.mark.parametrize(("method", "measured"), [("dora", "79 published LoRA"), ("qdora", "29 published QLoRA")])
def test_range_of_dora_names_the_rows_that_were_measured(method: str, measured: str, calc: Calc) -> None:
    (told,) = (note for note in calc("memory", **MEMORY | {"method": method}).notes if note.startswith("Range"))
    assert f"of {measured} rows lie in it" in told


@pytest.mark.parametrize(
    "framework", ["axolotl", "LLaMA-Factory", "trl", "TRL SFTTrainer", "DeepSpeed ZeRO-3", "hf", "unsloth", "lit-gpt"]
)
def test_frameworks_that_are_known_are_not_nagged_at(framework: str, calc: Calc) -> None:
    assert calc("memory", **MEMORY, framework=framework).cautions == ()
    assert calc("throughput", **SPEED, framework=framework).cautions == ()


@pytest.mark.parametrize(
    ("raw", "caution"),
    [
        ({"gpu": "B300"}, "“B300” is not in the GPU table and names no GB, so it gets no verdict."),
        (
            {"model_params_b": 70},
            "Llama-3.1-8B has 8.03 billion parameters in the table; your 70 billion are not used.",
        ),
        ({"model": "Mine-6B"}, "Mine-6B is not in the table; its widths are taken from Yi-6B, the nearest in size."),
        (
            {"method": "qlora", "base_weight_dtype": "bf16"},
            "qlora with bf16 base weights: they are counted as given",
        ),
        ({"method": "full", "base_weight_dtype": "nf4"}, "Weights in nf4 cannot be trained in full"),
    ],
)
def test_memory_says_what_does_not_go_together(raw: dict[str, object], caution: str, calc: Calc) -> None:
    (found,) = calc("memory", **MEMORY | raw).cautions
    assert found.startswith(caution)


@pytest.mark.parametrize(
    ("raw", "caution"),
    [
        ({"framework": "mystery"}, "Framework “mystery” is not known; treated as Hugging Face."),
        ({"precision": "fp32"}, "Precision “fp32” is not known; the bf16 peak is assumed."),
        ({"grad_ckpt": "zzz"}, "Activation checkpointing “zzz” is not known; nothing is recomputed."),
        ({"gpu": "MI300X"}, "The table has no published run on MI300X: its share of the peak is a guess."),
        ({"model": "Mine", "model_params_b": 6}, "Mine is not in the table: a dense model of 6 billion parameters"),
        ({"model_params_b": 70}, "Llama-3.1-8B has 8.03 billion parameters in the table; your 70 billion are counted."),
        (
            {"model": "Mixtral-8x7B", "model_params_b": 100},
            "Mixtral-8x7B has 46.7 billion parameters in the table; your 100 billion are not used.",
        ),
    ],
)
def test_training_speed_says_what_it_takes_instead(raw: dict[str, object], caution: str, calc: Calc) -> None:
    (found,) = calc("throughput", **SPEED | raw).cautions
    assert found.startswith(caution)


def test_serving_says_what_it_takes_instead(calc: Calc) -> None:
    result = calc("serving", model="Qwen3-8B", quantization="magic", gpu="B300")
    assert result.cautions == (
        "Quantization “magic” is not known; 2 bytes a weight are assumed.",
        "“B300” is not in the GPU table and names no GB, so what fits it is left out.",
    )
    assert result.value("weights_gib") == calc("serving", model="Qwen3-8B").value("weights_gib")


def test_pretraining_of_a_mixture_counts_what_a_token_passes(calc: Calc) -> None:
    run = {"params_b": 46.7, "tokens_t": 1}
    known, named = calc("pretraining", model="Mixtral-8x7B", **run), calc("pretraining", model="Mine-8x7B", **run)
    assert known.value("flops") == pytest.approx(6 * 12.88e9 * 1e12, rel=1e-3)
    assert known.cautions == ("Mixtral-8x7B is a mixture of experts: its 13B active parameters are counted.",)
    assert named.value("flops") == pytest.approx(6 * 46.7e9 * 1e12)
    assert named.cautions[0].endswith("give active_params_b, or all are counted.")
    assert calc("pretraining", model="Mine-8x7B", active_params_b=13, **run).cautions == ()
    assert calc("pretraining", **run).cautions == ()


@pytest.mark.parametrize(
    ("raw", "caution"),
    [
        ({"model": "Llama-3.1-70B"}, "model is not used with mode=chapter; for that write mode=computed."),
        ({"usd_per_mtok": 3}, "usd_per_mtok is not used with mode=chapter; for that write mode=managed."),
        (
            {"mode": "computed", "hours_low": 3},
            "hours_low is not used with mode=computed; for that write mode=chapter.",
        ),
        (
            {"mode": "managed", "gpu": "H100", "chapter_row": "full-7b"},
            "chapter_row, gpu are not used with mode=managed.",
        ),
    ],
)
def test_cost_says_which_inputs_its_mode_does_not_use(raw: dict[str, object], caution: str, calc: Calc) -> None:
    assert calc("cost", **raw).cautions == (caution,)


def test_cost_says_in_german_too_which_inputs_its_mode_does_not_use(calc: Calc) -> None:
    with speaking("de"):
        assert calc("cost", model="Llama-3.1-70B").cautions == (
            "model zählt bei mode=chapter nicht; schreib dafür mode=computed.",
        )
        assert calc("cost", mode="managed", gpu="H100", chapter_row="full-7b").cautions == (
            "chapter_row, gpu zählen bei mode=managed nicht.",
        )


@pytest.mark.parametrize("job", [{"chapter_row": "openai-gpt-4o-mini"}, {"mode": "computed"}, {"mode": "managed"}])
def test_cost_of_used_inputs_says_nothing(job: dict[str, object], calc: Calc) -> None:
    assert calc("cost", **job, mtok=3).cautions == ()


@pytest.mark.parametrize(
    ("raw", "caution"),
    [
        (
            {"mode": "managed", "mtok": 7.5, "epochs": 5, "tokens_per_example": 99},
            "tokens_per_example, epochs are not used, since mtok says how many tokens are trained on.",
        ),
        ({"mode": "computed", "mtok": 7.5, "epochs": 5}, "epochs is not used, since mtok says how many tokens are"),
        ({"mtok": 3}, "mtok is not used with this row of the chapter."),
        (
            {"chapter_row": "runway", "n_gpus": 8, "hours_low": 1, "usd_per_gpu_hour": 3, "mtok": 9},
            "n_gpus, hours_low, usd_per_gpu_hour, mtok are not used with this row of the chapter.",
        ),
        ({"mode": "managed", "training_hours": 5}, "training_hours is not used with the price of this training."),
        (
            {"mode": "managed", "managed": "openai-o4-mini", "mtok": 7.5, "epochs": 5},
            "epochs, mtok are not used with the price of this training.",
        ),
    ],
)
def test_cost_says_which_inputs_this_job_does_not_use(raw: dict[str, object], caution: str, calc: Calc) -> None:
    (said,) = calc("cost", **raw).cautions
    assert said.startswith(caution)


def test_table_has_a_column_of_cautions_only_where_there_are_any(reference: Reference) -> None:
    memory = calculators()["memory"]
    header = ("model", "method", "optimizer")
    clean = run_batch(memory, Table(header, (("Llama-3.1-8B", "lora", "adamw"),)), reference)
    assert "caution" not in clean.header
    mixed = Table(header, (("Llama-3.1-8B", "lora", "adamw"), ("Mine-6B", "LoRA", "muon"), ("x", "lora", "")))
    found = run_batch(memory, mixed, reference)
    assert found.header[-2:] == ("caution", "error")
    first, second, third = (row[-2:] for row in found.rows)
    assert first == ("", "")
    assert "muon" in second[0] and "nearest in size" in second[0] and second[1] == ""
    assert third[0] == "" and "not in the table of models" in third[1]


@pytest.mark.parametrize(
    ("calculator", "table", "models"),
    [
        ("memory", "finetune_memory", {"ChatGLM3-6B"}),
        ("throughput", "finetune_throughput", set()),
        ("serving", "kv_cache_inference", set()),
        ("pretraining", "pretraining_runs", set()),
        ("lora-params", "lora_params", set()),
    ],
)
def test_published_tables_are_understood_word_for_word(
    calculator: str, table: str, models: set[str], reference: Reference
) -> None:
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    found = run_batch(calculators()[calculator], Table(tuple(header), tuple(map(tuple, rows))), reference)
    answers = [dict(zip(found.header, row, strict=True)) for row in found.rows]
    assert {row["model"] for row in answers if row.get("caution")} == models
    assert {row["error"] for row in answers} <= {
        "",
        "Training tokens is missing; give tokens_t, for example tokens_t=15.",
    }
