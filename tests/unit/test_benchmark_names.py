"""`python -m benchmarks -h` says what there is, and measures nothing; each module finds all that it imports."""

import importlib
import subprocess
import sys
from types import SimpleNamespace

import pytest

from benchmarks.__main__ import NAMES, main
from tests.open_pages import ROOT

NEED_TORCH = ("fitting.encoder_layers", "fitting.scorer")
"""They need what requirements-tuning.txt names."""


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_names_the_benchmarks_and_runs_none(
    word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmarks", word])
    monkeypatch.setattr(importlib, "import_module", lambda name: pytest.fail(f"{name} would have run"))
    assert main() == 0
    assert set(NAMES) <= set(capsys.readouterr().out.split())


def test_a_benchmark_gets_what_follows_the_names_and_an_unknown_one_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`benchmarks marking` ended in a usage error, and `benchmarks nope` in a traceback."""
    asked: list[list[str]] = []

    def main_of_one() -> int:
        asked.append(sys.argv[1:])
        return 0

    monkeypatch.setattr(importlib, "import_module", lambda name: SimpleNamespace(main=main_of_one))
    monkeypatch.setattr(sys, "argv", ["benchmarks", "marking", "click", "-", "two"])
    assert main() == 0
    assert asked == [["-", "two"]] * 2
    monkeypatch.setattr(sys, "argv", ["benchmarks", "click", "nope"])
    assert main() == 2
    assert "There is no benchmark nope" in capsys.readouterr().err
    monkeypatch.setattr(sys, "argv", ["benchmarks", "percentile", "click"])  # what only serves the others
    assert main() == 2
    assert "There is no benchmark percentile;" in capsys.readouterr().err
    assert len(asked) == 2


def test_each_finds_what_it_imports() -> None:
    """In a process of its own, as one sets how many threads numbers are multiplied by."""
    files = [*(ROOT / "benchmarks").glob("[!_]*.py"), *(ROOT / "fitting").glob("[!_]*.py")]
    names = sorted({f"{file.parent.name}.{file.stem}" for file in files} - {*NEED_TORCH})
    code = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]"
    ran = subprocess.run([sys.executable, "-c", code, *names], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
