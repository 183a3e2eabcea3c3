"""A broken step of an agenda, and the exact sentence that its author gets: where it is, by its id, and what to do."""

from pathlib import Path

import pytest

from tests.content.broken import Edit, problems_after, replace

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
