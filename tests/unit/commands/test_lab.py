"""`python -m core lab`: what it prints, and what it says to bad words."""

import json
import os
import subprocess
import sys

import pytest

from core.__main__ import main
from tests.architecture.source import ROOT

_THREADS_AT_IMPORT = """
import os, sys
from core.__main__ import main

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "numpy":
            print("threads:", os.environ.get("OPENBLAS_NUM_THREADS"))

sys.meta_path.insert(0, Watch())
main(["lab"])
"""


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["lab", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.strip()


def test_without_words_it_lists_stations_runs_and_knobs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 14
    assert any("run=stale" in line and "days=5 (1, 3, 5)" in line for line in lines)


def test_a_run_prints_its_figures_wherever_options_stand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "inform", "--seed", "12", "run=few-shot", "examples=1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["key"] == "few-shot examples=1 seed=12"
    assert found["figures"]["catalogue 1"] > 0.5
    assert main(["lab", "inform", "run=few-shot", "examples=1"]) == 0
    assert "catalogue 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tun"], "“tun” is not a station; choose one of pre-train, tune, adapt, align, inform, traps, scale."),
        (["tune", "examples"], "“examples” is not key=value; write examples=… with no spaces around the sign."),
        (["tune", "examples:5"], "“examples:5” is not key=value; write examples=… with no spaces around the sign."),
        (["tune", "examples=7"], "examples=7 is not a step of this knob; choose one of 5, 10, 20, 50, 100"),
        (["tune", "example=5"], "“example” is not a knob of tune; it has examples, lazy, wrong."),
        (["tune", "lazy=0.3", "lazy=0.5"], "lazy is given twice; give it once."),
        (["adapt", "run=bits", "rank=8"], "“rank” is not a knob of bits; it has nothing to set."),
        (["inform", "run=tune"], "run=tune is not run at station inform; choose one of stale, stuffing, few-shot"),
        (["tune", "--seed", "-1"], "--seed"),
        (["tune", "--seed", "ten"], "--seed ten is not a seed; give a whole number from 0 to 10000."),
        (["record", "everything"], "“everything” is not an experiment; choose one of"),
    ],
)
def test_bad_words_get_a_sentence_that_says_what_to_do(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    if words[-1] == "-1":
        words = [*words[:-2], "--seed=-1"]
    assert refused(capsys, *words).startswith(sentence)


def test_ctrl_c_ends_a_run_with_a_word_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("core.lab.command_line.gather", interrupted)
    assert main(["lab", "inform", "run=few-shot"]) == 130
    assert capsys.readouterr() == ("", "\nStopped.\n")


def test_arithmetic_has_one_thread_before_any_command_loads_numpy() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    command = [sys.executable, "-c", _THREADS_AT_IMPORT]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("threads: 1\n")
