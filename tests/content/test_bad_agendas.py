"""A broken step of an agenda, and the exact sentence that its author gets: where it is, by its id, and what to do."""

import re
from pathlib import Path

import pytest

from core.__main__ import main
from tests.content.broken import Edit, copy_of_content, line_number, problems_after, replace

VOTE = "agendas.yaml › workshop-20 › steps.vote-plant."
PLANT = '    - kind: vote\n      id: vote-plant\n      title: "Vote: the rules stand still"\n'
ITEM = "      item: case-plant-rules-stand-still\n      rounds: 2\n      seconds: 60\n"

BROKEN: dict[str, tuple[Edit, str]] = {
    "misspelt kind": (
        replace("agendas.yaml", PLANT, PLANT.replace("kind: vote", "kind: vota")),
        VOTE + "kind: 'vota' is not allowed; did you mean vote?",
    ),
    "kind like no other": (
        replace("agendas.yaml", PLANT, PLANT.replace("kind: vote", "kind: zzz")),
        VOTE + "kind: 'zzz' is not allowed; choose one of 'show', 'vote', 'guide', 'discuss', 'lab'",
    ),
    "kind that only rhymes with one": (
        replace("agendas.yaml", PLANT, PLANT.replace("kind: vote", "kind: slide")),
        VOTE + "kind: 'slide' is not allowed; choose one of 'show', 'vote', 'guide', 'discuss', 'lab'",
    ),
    "kind with a capital": (
        replace("agendas.yaml", PLANT, PLANT.replace("kind: vote", "kind: Vote")),
        VOTE + "kind: 'Vote' is not allowed; did you mean vote?",
    ),
    "kind that is a list": (
        replace("agendas.yaml", PLANT, PLANT.replace("kind: vote", "kind: [vote]")),
        VOTE + "kind: must be one word; choose one of 'show', 'vote', 'guide', 'discuss', 'lab'",
    ),
    "no kind": (
        replace("agendas.yaml", PLANT, PLANT.replace("kind: vote\n      ", "")),
        VOTE + "kind: is missing; add 'kind: show' or another kind",
    ),
    "misspelt field": (
        replace("agendas.yaml", ITEM, ITEM.replace("seconds", "secondz")),
        VOTE + "secondz: is not a known field; did you mean seconds?",
    ),
    "field that resembles one which is there": (
        replace("agendas.yaml", ITEM, ITEM + "      note: Talk.\n"),
        VOTE + "note: is not a known field; remove it, or correct its spelling",
    ),
    "field of another kind of step": (
        replace("agendas.yaml", ITEM, ITEM + "      prompt: Talk.\n"),
        VOTE + "prompt: is not a known field; remove it, or correct its spelling",
    ),
    "too few seconds": (
        replace("agendas.yaml", ITEM, ITEM.replace("60", "5")),
        VOTE + "seconds: is too small; write 10 or more",
    ),
    "too many seconds": (
        replace("agendas.yaml", ITEM, ITEM.replace("60", "6000")),
        VOTE + "seconds: is too large; write 900 or less",
    ),
    "no minutes": (
        replace("agendas.yaml", "minutes: 6", "minutes: 0"),
        VOTE + "minutes: is too small; write more than 0",
    ),
    "under half a minute": (
        replace("agendas.yaml", "minutes: 6", "minutes: 0.3"),
        VOTE + "minutes: is too small; write 0.5 or more, as in a room",
    ),
    "part of a second": (
        replace("agendas.yaml", ITEM, ITEM.replace("60", "10.5")),
        VOTE + "seconds: is not a whole number; write digits",
    ),
    "misspelt item": (
        replace("agendas.yaml", ITEM, ITEM.replace("plant", "plan")),
        VOTE + "item: 'case-plan-rules-stand-still' is not among the items; did you mean case-plant-rules-stand-still?",
    ),
    "misspelt field of a link, which has no id": (
        replace("agendas.yaml", "{page: compare, label:", "{page: compare, lable:"),
        "agendas.yaml › workshop-20 › steps.ladder.links.1.lable: is not a known field; did you mean label?",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_author_is_told_which_step_and_what_to_do(name: str, tmp_path: Path) -> None:
    edit, sentence = BROKEN[name]
    found = problems_after(tmp_path, edit)
    assert sentence in found
    assert not any("{" in line for line in found)


TIMES: dict[str, tuple[Edit, list[str]]] = {
    "as it is": (lambda folder: None, []),
    "less than promised": (replace("agendas.yaml", "minutes: 6", "minutes: 3"), []),
    "more than promised": (
        replace("agendas.yaml", "minutes: 6", "minutes: 9"),
        [
            "agendas.yaml › workshop-20 › description: says 20 minutes, and the steps take 23; shorten a step, or reword this",
            "agendas.yaml › workshop-20 › title: says 20 minutes, and the steps take 23; shorten a step, or reword this",
        ],
    ),
    "in hours": (
        replace("agendas.yaml", "45 minutes for a team:", "Half an hour for a team, two minutes each:"),
        [
            "agendas.yaml › workshop-45 › description: says 30 minutes, and the steps take 45; shorten a step, or reword this"
        ],
    ),
    "an hour and more": (replace("agendas.yaml", "45 minutes for", "Half an hour and a bit for"), []),
    "no time": (replace("agendas.yaml", "45 minutes for a team:", "For a team:"), []),
}


@pytest.mark.parametrize("name", TIMES)
def test_agenda_that_takes_longer_than_it_says_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit, doubts = TIMES[name]
    copy = copy_of_content(tmp_path)
    edit(copy)
    assert main(["check", str(copy)]) == 0
    found = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("ok: ")]
    assert found == [f"{doubt} (line {_line_of(copy, doubt)})" for doubt in doubts]


def _line_of(copy: Path, doubt: str) -> int:
    _, agenda, field = doubt.partition(": ")[0].split(" › ")
    return line_number(copy / "agendas.yaml", f"id: {agenda}", f"{field}: ")


LEFT_OUT = [
    ("agendas.yaml", "ladder", "agendas › workshop-20.ladder"),
    ("agendas.yaml", "our-case", "agendas › workshop-45.our-case"),
    ("guide.yaml", "knowledge", "guide › problem.knowledge"),
]


@pytest.mark.parametrize(("file", "part", "listed"), LEFT_OUT)
def test_step_or_option_without_german_is_listed(
    file: str, part: str, listed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german = copy_of_content(tmp_path) / "de" / file
    text = german.read_text(encoding="utf-8")
    shorter = re.sub(rf"^( +)- id: {part}\n(?:\1 .*\n)+", "", text, count=1, flags=re.MULTILINE)
    assert shorter != text
    german.write_text(shorter, encoding="utf-8")
    assert main(["check", str(tmp_path / "content")]) == 0
    kind = file.removesuffix(".yaml")
    assert f"{listed}: is still English for readers of Deutsch; translate it in de/{kind}" in capsys.readouterr().out
