"""`python -m benchmarks -h` says what there is, and measures nothing."""

import importlib

import pytest

from benchmarks.__main__ import NAMES, main


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_names_the_benchmarks_and_runs_none(
    word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmarks", word])
    monkeypatch.setattr(importlib, "import_module", lambda name: pytest.fail(f"{name} would have run"))
    assert main() == 0
    assert set(NAMES) <= set(capsys.readouterr().out.split())
