"""The command line: one case, JSON, tables, and every way to get it wrong."""

import csv
import io
import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.__main__ import main
from core.commands import calc
from core.content.loader import OWN_DIRECTORY


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["calc", *words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_one_case_prints_results_steps_inputs_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "lora-params", "model=Llama-3.2-3B")
    assert (code, err) == (0, "")
    assert "Trainable parameters: 4,587,520 parameters" in out
    assert "28 × 16 × (3,072 + 3,072) = 2,752,512" in out
    assert "r = 16" in out
    assert "Source: peft" in out


def test_json_has_the_agreed_keys(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "lora-params", "model=Llama-3.2-3B", "--json")
    found = json.loads(out)
    assert code == 0
    assert list(found) == ["calculator", "inputs", "results", "units", "steps", "sources", "notes"]
    assert found["calculator"] == "lora-params"
    assert found["inputs"]["r"] == 16
    assert found["results"]["trainable_params"] == 4_587_520
    assert found["units"]["trainable_params"] == "parameters"
    assert found["steps"][0] == {
        "words": "q_proj: matrices × rank × (in + out)",
        "numbers": "28 × 16 × (3,072 + 3,072)",
        "result": "2,752,512",
    }


def test_range_has_short_and_long_names(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "pretraining", "params_b=7", "tokens_t=2", "gpu=A100-80GB", "--json")
    results = json.loads(out)["results"]
    assert results["low"] == results["gpu_hours_low"] < results["gpu_hours"] < results["gpu_hours_high"]
    assert results["flops"] == 8.4e22


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "lora-params", "model=Llama-3.2-3B", "r=8"),
        ("lora-params", "--json", "model=Llama-3.2-3B", "r=8"),
        ("lora-params", "model=Llama-3.2-3B", "--json", "r=8"),
        ("lora-params", "model=Llama-3.2-3B", "r=8", "--json"),
    ],
)
def test_options_stand_anywhere(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, *words)
    assert code == 0
    assert json.loads(out)["inputs"]["r"] == 8


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("loraparams",), "“loraparams” is not a calculator; did you mean lora-params?"),
        (("lora-params",), "Model is missing; give model, for example model=Llama-3.2-3B."),
        (("lora-params", "model="), "Model is missing"),
        (("lora-params", "modl=Llama-3.2-3B"), "“modl” is not an input; did you mean model?\n"),
        (("lora-params", "model=x", "r"), "“r” is not key=value; write r=…"),
        (("lora-params", "model:x"), "“model:x” is not key=value; write model=…"),
        (("lora-params", "model=Llama-3.2-3B", "r=8", "r=9"), "r is given twice; give it once."),
        (("lora-params", "model=Llama-3.2-3B", "r=0"), "Rank is “0”; it must be at least 1."),
        (("lora-params", "model=Llama-3.2-3B", "r="), "Rank is empty; give a value or leave r out."),
        (("lora-params", "model=Llama-3.2-3B", "-o", "x.csv"), "-o goes with --csv FILE"),
        (("lora-params", "model=x", "--csv", "x.csv"), "Give either key=value or --csv FILE"),
        (("lora-params", "--json", "--csv", "x.csv"), "--json goes with key=value"),
    ],
)
def test_mistake_is_a_sentence_and_exit_code_2(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert sentence in err
    assert "Traceback" not in err


def test_mistake_in_json_is_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "lora-params", "model=Llama-3.2-3B", "r=0", "use_dora=maybe", "--json")
    assert code == 2
    assert [error["field"] for error in json.loads(out)["errors"]] == ["r", "use_dora"]
    assert err.count("\n") == 2


def test_no_name_lists_the_calculators(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys)
    assert code == 0
    assert "lora-params" in out and "How many parameters does this LoRA configuration train?" in out


def test_table_goes_to_a_file_or_to_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, target = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text("id,model,r\nL1,Llama-3.2-3B,16\nL2,nothing,16\n", encoding="utf-8")
    code, out, _ = run(capsys, "lora-params", "--csv", str(table), "-o", str(target))
    assert (code, out) == (0, "")
    with target.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["trainable_params"] for row in rows] == ["4587520", ""]
    assert "is not in the table of models" in rows[1]["error"]
    code, out, _ = run(capsys, "lora-params", "--csv", str(table))
    assert out == target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "model;r\nLlama-3.2-3B;16\n",
        "model\tr\nLlama-3.2-3B\t16\n",
        "\ufeffmodel,r\r\n\r\nLlama-3.2-3B,16\r\n",
        ' model , r \n"Llama-3.2-3B",16',
        "sep=;\r\nmodel;r\r\nLlama-3.2-3B;16\r\n",
    ],
)
def test_usual_dialects_of_csv_are_read(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "in.csv"
    table.write_text(text, encoding="utf-8", newline="")
    code, out, _ = run(capsys, "lora-params", "--csv", str(table))
    assert code == 0
    assert "4587520" in out


def test_table_of_results_is_read_again_as_it_was_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "in.csv"
    table.write_text('model,r,note\nLlama-3.2-3B,16,"two\nlines, ""quoted"" é"\nnone,1,\n', encoding="utf-8")
    for name in ("once.csv", "twice.csv"):
        run(capsys, "lora-params", "--csv", str(table), "-o", str(tmp_path / name))
        table = tmp_path / name
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["note"] == 'two\nlines, "quoted" é'
    assert rows[0]["trainable_params"] == rows[0]["trainable_params_given"] == "4587520"
    assert "not in the table of models" in rows[1]["error"] and rows[1]["error_given"] == rows[1]["error"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the table has no rows"),
        (b"model,r\n", "the table has no rows"),
        (b"a,b\n1,2\n", "The table has no column of lora-params"),
        (b"r\n16\n", "The table lacks the column model"),
        ("model\nCafé\n".encode("latin-1"), "the file is not in UTF-8; save it as “CSV UTF-8”"),
        ("model\nLlama\n".encode("utf-16"), "the file is not in UTF-8"),
        (b"model\n" + b"x" * 200_000 + b"\n", "this is not a CSV table"),
        pytest.param(b"model\n" + b"x" * 131_073, "a cell has more than 131,072 letters", id="too long a cell"),
        (b'model,note\nLlama-3.2-3B,"lost\nLlama-3.2-1B,x\n', "a quote is opened and never closed"),
    ],
)
def test_bad_table_is_one_sentence_and_exit_code_2(
    content: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "in.csv"
    table.write_bytes(content)
    code, out, err = run(capsys, "lora-params", "--csv", str(table))
    assert (code, out) == (2, "")
    assert err.startswith("in.csv: ") and sentence in err
    assert err.count("\n") == 1


def test_missing_file_and_folder_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "check the name" in run(capsys, "lora-params", "--csv", str(tmp_path / "none.csv"))[2]
    assert run(capsys, "lora-params", "--csv", str(tmp_path))[0] == 2


def test_file_of_100_mb_is_refused_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "big.csv"
    with table.open("wb") as file:
        file.truncate(100_000_000)
    code, _, err = run(capsys, "lora-params", "--csv", str(table))
    assert code == 2
    assert err == "big.csv: the file is larger than 25 MB, the most that is read; split it.\n"


def test_place_that_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "in.csv"
    table.write_text("model\nLlama-3.2-3B\n", encoding="utf-8")
    code, _, err = run(capsys, "lora-params", "--csv", str(table), "-o", str(tmp_path / "no" / "out.csv"))
    assert code == 2
    assert "choose another place for the table" in err


def test_help_names_the_inputs_and_exits_with_code_0(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["calc", "--help"])
    assert caught.value.code == 0
    assert "key=value" in capsys.readouterr().out
    assert calc.reference_directory().is_dir()


def test_terminal_that_knows_only_ascii_gets_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    assert main(["calc", "lora-params", "model=Llama-3.2-3B"]) == 0
    sys.stdout.flush()
    assert "28 × 16".encode() in written.getvalue()


def test_reader_that_has_seen_enough_ends_it_quietly() -> None:
    command = [sys.executable, "-m", "core", "calc", "memory", "--csv", "benchmarks/data/finetune_memory.csv"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=calc.reference_directory().parents[1]
    ) as run:
        assert run.stdout is not None and run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert (run.wait(30), run.stderr.read()) == (0, b"")


def test_prices_are_old_or_not_by_the_day_that_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["calc", "cost", "mode=managed"]
    main(words, datetime(2026, 1, 10, tzinfo=UTC))
    assert "older than" not in capsys.readouterr().out
    main(words, datetime(2026, 9, 1, tzinfo=UTC))
    assert "2025-12 (older than 90 days)" in capsys.readouterr().out


def test_tables_are_those_of_the_content_that_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(OWN_DIRECTORY, mine)
    table = mine / "reference/models.yaml"
    table.write_text(table.read_text().replace("name: Llama-2-7B", "name: My-Own-7B"))
    monkeypatch.setenv("LLM_LADDER_CONTENT", str(mine))
    assert main(["calc", "lora-params", "model=My-Own-7B"]) == 0
    assert "My-Own-7B" in capsys.readouterr().out
    shutil.rmtree(mine / "reference")
    assert main(["calc", "lora-params", "model=Llama-2-7B"]) == 0
