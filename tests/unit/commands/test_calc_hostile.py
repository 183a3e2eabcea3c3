"""The command line in the hands of somebody careless or hostile: always a sentence or a sound answer, on any input."""

import csv
import math
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.__main__ import main
from core.calculators.batch import BadTableError, Table, run_batch
from core.calculators.registry import calculators
from core.content.reference import Reference

ROOT = Path(__file__).parents[3]
TABLES = ROOT / "benchmarks" / "data"
PUBLISHED = {
    "memory": ("finetune_memory.csv", "peak_memory_gib", "measured"),
    "throughput": ("finetune_throughput.csv", "tokens_per_s_per_gpu", "reported"),
    "lora-params": ("lora_params.csv", "trainable_params", "printed"),
    "pretraining": ("pretraining_runs.csv", "gpu_hours", "reported"),
    "serving": ("kv_cache_inference.csv", "memory_gib", "measured"),
}
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"), max_size=12)
NUMBERS = st.sampled_from(["0", "-1", "nan", "inf", "1e30", "1e-310", "9" * 400, "24GB", "5k", "½", "１２", "", " "])


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["calc", *words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize("name", calculators())
def test_any_value_of_any_input_is_answered(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    fields = list(calculators()[name].inputs.model_fields)

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.dictionaries(st.sampled_from(fields), NUMBERS | ANY_TEXT, max_size=4))
    def answered(raw: dict[str, str]) -> None:
        code, out, err = run(capsys, name, *(f"{key}={value}" for key, value in raw.items()))
        assert (code, bool(out), bool(err)) in ((0, True, False), (2, False, True))
        assert all(word not in out + err for word in ("Traceback", "pydantic", "nan ", "inf "))

    answered()


@pytest.mark.parametrize("words", [["calc", "memory", "--nonsense"], ["calc", "memory", "--csv"], ["calc", "a", "-o"]])
def test_option_that_is_none_ends_with_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: python -m core calc" in capsys.readouterr().err


@pytest.mark.parametrize(
    "pairs",
    [("=1",), ("model==x",), ("😀=1",), ("model=x", "method="), ("MODEL=Llama-3.1-8B", "method=lora"), ("a b=c",)],
)
def test_odd_pairs_are_answered_with_what_is_missing_or_wrong(
    pairs: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "memory", *pairs)
    assert (code, out) == (2, "")
    assert err.endswith((".\n", "?\n", "…\n"))


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_table_computes_as_it_stands_and_without_what_was_measured(name: str, reference: Reference) -> None:
    file, result, measured = PUBLISHED[name]
    header, *rows = _read(TABLES / file)
    whole = _answers(name, header, rows, reference)
    kept = [place for place, column in enumerate(header) if not column.startswith(measured) and column != result]
    less = _answers(name, *_columns(header, rows, kept), reference)
    assert [row[result] for row in whole] == [row[result] for row in less]
    assert sum(bool(row["error"]) for row in less) <= 1


@pytest.mark.parametrize("name", PUBLISHED)
def test_table_computes_without_any_one_of_its_columns(name: str, reference: Reference) -> None:
    file, result, _ = PUBLISHED[name]
    header, *rows = _read(TABLES / file)
    for missing in header:
        kept = [place for place, column in enumerate(header) if column != missing]
        try:
            answers = _answers(name, *_columns(header, rows[::7], kept), reference)
        except BadTableError as error:
            assert missing in ("model", "method", "gpu", "tokens_t")
            assert str(error).startswith(f"The table lacks the column {missing}, which {name} needs; ")
            continue
        for row in answers:
            assert row["error"] or (math.isfinite(float(row[result])) and float(row[result]) > 0)


@pytest.mark.parametrize("name", PUBLISHED)
def test_cells_of_any_text_stop_nothing(name: str, reference: Reference) -> None:
    file, result, _ = PUBLISHED[name]
    header, first, *_ = _read(TABLES / file)
    known = [column for column in header if column in calculators()[name].inputs.model_fields]

    @settings(max_examples=25)
    @given(st.dictionaries(st.sampled_from(known), NUMBERS | ANY_TEXT, max_size=3))
    def stops_nothing(cells: dict[str, str]) -> None:
        bad = [cells.get(column, cell) for column, cell in zip(header, first, strict=True)]
        spoilt, sound = _answers(name, header, [bad, first], reference)
        assert sound["error"] == ""
        assert bool(spoilt["error"]) != bool(spoilt[result])
        assert "\n" not in spoilt["error"]

    stops_nothing()


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("memory", {"framework": "nanotron"}),
        ("memory", {"framework": "llama-factory", "method": "QLoRA", "lora_targets": "all-linear"}),
        ("memory", {"model": "Falcon3-7B", "model_params_b": "7.46", "method": "Full-Finetune"}),
        ("memory", {"lora_targets": "q_proj,v_proj", "lora_r": "64.0"}),
        ("memory", {"gpu": "B300", "sharding": "deepspeed zero-3", "n_gpus": "4"}),
        ("throughput", {"framework": "megatron-lm", "model": "GPT-3 175B", "model_params_b": "175"}),
        ("throughput", {"gpu": "MI355X", "peak_tflops_bf16": "2500"}),
        ("throughput", {"model": "Mixtral-8x7B", "model_params_b": "46.7", "method": "Pre-training"}),
        ("pretraining", {"model": "Chinchilla (70B)", "params_b": "70", "tokens_t": "1.4", "gpu": "TPUv4"}),
        ("pretraining", {"model": "DeepSeek-V3", "params_b": "671", "active_params_b": "37", "gpu": "H800"}),
        ("pretraining", {"gpu": "NVIDIA A100-SXM4-80GB"}),
        ("serving", {"model": "Qwen/Qwen2.5-72B-Instruct", "quantization": "GPTQ-Int4", "gpu": "A100-80GB"}),
        ("serving", {"model": "Qwen1.5-110B-Chat", "quantization": "awq", "n_gpus": "2"}),
        ("lora-params", {"model": "microsoft/phi-2", "target_modules": "all-linear", "use_dora": "1.0"}),
        ("lora-params", {"model": "Qwen3-235B-A22B", "target_modules": "q_proj, v_proj"}),
    ],
)
def test_rows_that_are_new_compute(name: str, columns: dict[str, str], reference: Reference) -> None:
    file, result, _ = PUBLISHED[name]
    header, first, *_ = _read(TABLES / file)
    fields = [column for column in header if column in calculators()[name].inputs.model_fields]
    base = {column: cell for column, cell in zip(header, first, strict=True) if column in fields}
    row = base | {"model_params_b": ""} | columns if "model_params_b" in base else base | columns
    (answer,) = _answers(name, list(row), [list(row.values())], reference)
    assert answer["error"] == ""
    assert float(answer[result]) > 0


@pytest.mark.parametrize(
    ("name", "columns", "sentence"),
    [
        (
            "memory",
            {"model": "Mystery", "model_params_b": ""},
            "Or give model_params_b, or hidden_size and num_layers.",
        ),
        ("memory", {"lora_r": "9999", "method": "lora"}, "above the smallest target matrix"),
        ("memory", {"method": "lora", "lora_targets": "mystery"}, "is not a matrix; write, for example, q+k+v+o+mlp."),
        ("throughput", {"gpu": "Mystery", "peak_tflops_bf16": ""}, "is not in the table of GPUs"),
        ("throughput", {"model": "Mystery", "model_params_b": ""}, "Or give model_params_b."),
        ("pretraining", {"gpu": "Mystery"}, "is not in the table of GPUs"),
        ("pretraining", {"active_params_b": "9999"}, "are more than the total"),
        ("serving", {"model": "Mystery"}, "is not in the table of models"),
        ("serving", {"batch": "0"}, "it must be at least 1."),
        ("lora-params", {"target_modules": "mystery"}, "has no module “mystery”"),
    ],
)
def test_row_that_cannot_be_computed_says_why(
    name: str, columns: dict[str, str], sentence: str, reference: Reference
) -> None:
    file, result, _ = PUBLISHED[name]
    header, first, *_ = _read(TABLES / file)
    fields = calculators()[name].inputs.model_fields
    row = {column: cell for column, cell in zip(header, first, strict=True) if column in fields} | columns
    (answer,) = _answers(name, list(row), [list(row.values())], reference)
    assert sentence in answer["error"]
    assert answer.get(result, "") == ""


def test_endless_file_is_not_read_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no endless file here")
    code, _, err = run(capsys, "memory", "--csv", "/dev/zero")
    assert (code, err) == (2, "zero: the file is larger than 25 MB, the most that is read; split it.\n")
    assert main(["import", "/dev/zero"]) == 1
    assert capsys.readouterr().err == "/dev/zero: the file is larger than 20 MB; split it.\n"


def test_long_table_that_is_cut_within_a_letter_is_told_its_length(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command, words in (("calc", ["memory", "--csv"]), ("grade", ["tuning-over-rag", "--answers"])):
        monkeypatch.setattr(f"core.commands.{command}.MAX_BYTES", 2_000_000)
        (tmp_path / "long.csv").write_text("ä" * 2_000_000, encoding="utf-8")
        assert main([command, *words, str(tmp_path / "long.csv")]) == 2
        assert "larger than 2 MB" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
def test_name_that_is_no_text_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "memory", "--csv", "\udcff\udcfe.csv")[0] == 2
    code, _, err = run(capsys, "memory", "model=\udcff", "method=lora")
    assert code == 2
    assert err.startswith("Model is ")


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _columns(header: list[str], rows: list[list[str]], kept: list[int]) -> tuple[list[str], list[list[str]]]:
    return [header[place] for place in kept], [[row[place] for place in kept] for row in rows]


def _answers(name: str, header: list[str], rows: list[list[str]], reference: Reference) -> list[dict[str, str]]:
    table = run_batch(calculators()[name], Table(tuple(header), tuple(map(tuple, rows))), reference)
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]
