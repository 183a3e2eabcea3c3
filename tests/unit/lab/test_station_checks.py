"""A station or a workshop's guess that the lab's code or recordings do not know is told, and what to write instead."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.__main__ import main
from core.commands import check
from core.content.loader import load_content
from core.lab.station_checks import station_findings
from core.lab.storage import Recordings, load_recordings
from tests.architecture.source import ROOT
from tests.content.broken import Edit, copy_of_content, replace

RECORDINGS = load_recordings()
GUIDE = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
ADAPT = "lab/adapt.yaml"
QUOTED = ("station", "experiment", "knob", "steps", "figure", "curve")


def renamed_run(folder: Path) -> None:
    """An experiment that there is not, under one name wherever the station speaks of it."""
    path = folder / ADAPT
    text = (
        path.read_text(encoding="utf-8")
        .replace("run: bits", "run: bit")
        .replace("id: bits\n      title: Down", "id: bit\n      title: Down")
    )
    path.write_text(text, encoding="utf-8")


def moved_steps(folder: Path) -> None:
    path = folder / ADAPT
    text = path.read_text(encoding="utf-8").replace("steps: [1, 2, 4, 8, 16, 32]", "steps: [1, 2, 4, 8, 16, 32, 64]")
    path.write_text(text, encoding="utf-8")


def own_guess(folder: Path) -> None:
    path = folder / "agendas.yaml"
    agendas: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    step = next(step for step in agendas[0]["steps"] if step.get("station") == "tune")
    answer = {"run": "tune", "figure": "held in", "unit": "percent"}
    step["guess"] = {"question": "How many?", "low": 0, "high": 100, "step": 5, "answer": answer, "because": "So."}
    path.write_text(yaml.safe_dump(agendas, allow_unicode=True), encoding="utf-8")


def found_after(folder: Path, edit: Callable[[Path], object], recordings: Recordings = RECORDINGS) -> list[str]:
    copy = copy_of_content(folder)
    edit(copy)
    return [" › ".join(found) for found in station_findings(load_content(copy), recordings)]


WRONG: dict[str, tuple[Edit, str]] = {
    "station": (
        replace("lab/scale.yaml", "- id: scale\n", "- id: scales\n"),
        "lab › scales › id › 'scales' is not a station of core/lab/catalogue.py; did you mean scale?",
    ),
    "experiment": (
        renamed_run,
        "lab › adapt › runs.bit.id › 'bit' is not an experiment of this station; did you mean bits?",
    ),
    "knob": (
        replace(ADAPT, "- {id: rank, title", "- {id: target, title: Which, steps: [1, 2]}\n        - {id: rank, title"),
        "lab › adapt › runs.lora.knobs.target.id › 'target' is not a knob of 'lora'; did you mean targets?",
    ),
    "steps": (
        moved_steps,
        "lab › adapt › runs.lora.knobs.rank.steps › are not those of the experiment; write [1, 2, 4, 8, 16, 32]",
    ),
    "figure": (
        replace(ADAPT, "{figure: optimizer ratio, title", "{figure: optimiser ratio, title"),
        "lab › adapt › runs.lora.figures.5.figure › 'optimiser ratio' is not among what the run measures; "
        "did you mean optimizer ratio?",
    ),
    "curve": (
        replace(ADAPT, "{curve: qlora, title", "{curve: qlorra, title"),
        "lab › adapt › runs.lora.curves.3.curve › 'qlorra' is not among the run's curves; did you mean qlora?",
    ),
    "answer of a guess": (
        replace(ADAPT, "answer: {run: lora, figure: gap,", "answer: {run: lora, figure: gaps,"),
        "lab › adapt › guess.answer › lora bits=fp32 rank=8 targets=q-v task=answer has no recorded 'gaps'; "
        "record it, or correct the name",
    ),
    "verdict": (
        replace(ADAPT, "{more: mid, than: low, by: 0.05}", "{more: low, than: mid, by: 0.05}"),
        "lab › adapt › verdicts.rank-is-a-dial.rests_on › low − mid is ",
    ),
}


@pytest.mark.parametrize(("edit", "line"), WRONG.values(), ids=WRONG)
def test_what_the_lab_does_not_have_is_told(tmp_path: Path, edit: Edit, line: str) -> None:
    (found,) = found_after(tmp_path, edit)
    assert found.startswith(line), found


@pytest.mark.parametrize("name", QUOTED)
def test_the_guide_quotes_what_the_check_says_of_a_station(name: str) -> None:
    _, entry, field, message = WRONG[name][1].split(" › ")
    file = "lab/scale.yaml" if name == "station" else ADAPT
    assert f"| `{file} › {entry} › {field}: {message}` |" in GUIDE


def test_guess_of_a_workshop_is_looked_up_too(tmp_path: Path) -> None:
    (found,) = found_after(tmp_path, own_guess)
    assert found.startswith("agendas › workshop-45 › steps.lab-lazy.guess.answer › tune ")
    assert "has no recorded 'held in'" in found


def test_experiment_that_was_never_recorded_is_told_how(tmp_path: Path) -> None:
    without = {key: results for key, results in RECORDINGS.by_setting.items() if results[0].experiment != "bits"}
    first = found_after(tmp_path, lambda folder: folder, Recordings(without))[0]
    assert first == "lab › adapt › runs.bits.id › was never recorded; run `python -m core lab record bits`"


def test_the_check_prints_it_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "_in_answers", lambda _: ())  # which takes most of a check, and is not asked here
    copy = copy_of_content(tmp_path)
    edit, line = WRONG["curve"]
    edit(copy)
    (copy / "de/lab/adapt.yaml").unlink()  # it repeats the curve's name, and is told first
    assert main(["check", str(copy)]) == 1
    *_, field, message = line.split(" › ")
    assert capsys.readouterr().out.startswith(f"lab/adapt.yaml › adapt › {field}: {message} (line 32)\n")


def test_the_products_own_stations_are_in_order() -> None:
    assert list(station_findings(load_content(), RECORDINGS)) == []
