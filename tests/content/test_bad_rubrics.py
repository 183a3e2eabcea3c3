"""What `core check` says of a rubric that marking cannot use: a bad file for each rule, and none for the bank."""

from pathlib import Path

from core.commands.check import run
from core.content.findings import Finding
from core.interview.marker import Marker, marker_of_many
from core.interview.rubric_checks import answer_findings, questions, wording_findings
from tests.content.broken import copy_of_content, line_number, replace
from tests.read_once import load_content

FILE = "items/interview-training.yaml"


def test_check_refuses_a_model_answer_that_is_not_full_and_a_wording_of_two_points(tmp_path: Path, capsys) -> None:
    folder = copy_of_content(tmp_path)
    replace(
        FILE, "Its knowledge ends at the training cutoff, so what", "Its appetite for power is one of them, so what"
    )(folder)
    replace(
        FILE, "it is the sheer scale that gives the abilities", "start from a model that is already capable, then tune"
    )(folder)
    args = type("Args", (), {"directory": folder})
    assert run(args) == 1
    wording = line_number(folder / FILE, "we can start from a model that is already capable and tune it")
    answer = line_number(folder / FILE, "from somebody else's and adapt it.", "model_answer:")
    assert capsys.readouterr().out.splitlines() == [
        "items/interview-training.yaml › what-pre-training-leaves › follow_ups.why-only-the-labs.key_points.adapt: 'we can start from a model that "
        "is already capable and tune it' says the same as 'start from a model that is already capable, then tune' of "
        f"'scale'; a wording may make one point only (line {wording})",
        "items/interview-training.yaml › what-pre-training-leaves › model_answer: its own rubric marks 'cutoff' as missing; say that point plainly, "
        f"or reword the point (line {answer})",
        "2 problems. Nothing was changed.",
    ]


def findings(marker: Marker) -> list[Finding]:
    content = load_content()
    answers = [found for item in questions(content) for found in answer_findings(item, content, marker)]
    return [*wording_findings(content), *answers]


def test_rubrics_of_the_bank_are_fit_to_mark_with() -> None:
    assert findings(marker_of_many()) == []


def test_without_the_model_only_wordings_are_looked_at() -> None:
    assert findings(Marker(None, "Words only.")) == []
