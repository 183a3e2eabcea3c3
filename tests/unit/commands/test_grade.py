"""`grade`: the two forms, JSON as agreed, a reader's lines, and every way to get it wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.__main__ import main

RUBRIC = {
    "question": "What is a queue?",
    "key_points": [
        {"id": "fifo", "text": "A queue removes the element that was added first.", "weight": 3},
        {"id": "use", "text": "Print jobs wait in a queue.", "accept": ["a printer works through its jobs in order"]},
    ],
    "misconceptions": [{"id": "lifo", "text": "A queue removes the element that was added last"}],
}


def files(folder: Path, rubric: object, table: str) -> tuple[str, str]:
    (folder / "r.json").write_text(rubric if isinstance(rubric, str) else json.dumps(rubric), encoding="utf-8")
    (folder / "a.csv").write_text(table, encoding="utf-8")
    return str(folder / "r.json"), str(folder / "a.csv")


def graded(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["grade", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_rubric_of_ones_own_gives_records_as_agreed(tmp_path, capsys) -> None:
    rubric, answers = files(tmp_path, RUBRIC, "id,answer\na1,The element that was added first is removed first.\na2,\n")
    first, second = graded(capsys, "--rubric", rubric, "--answers", answers)
    assert list(first) == ["id", "score", "judgeable", "points", "misconceptions"]
    assert (first["id"], first["score"], first["judgeable"]) == ("a1", 0.75, True)
    assert list(first["points"]["fifo"]) == ["verdict", "score", "evidence"]
    assert first["points"]["fifo"]["verdict"] == "covered"
    assert first["points"]["fifo"]["evidence"] == "The element that was added first is removed first."
    assert (second["score"], second["judgeable"], second["misconceptions"]) == (0.0, False, [])


def test_misconception_comes_with_its_evidence(tmp_path, capsys) -> None:
    rubric, answers = files(tmp_path, RUBRIC, "id,answer\na1,A queue removes the element that was added last.\n")
    (first,) = graded(capsys, "--rubric", rubric, "--answers", answers)
    assert first["misconceptions"] == [{"id": "lifo", "evidence": "A queue removes the element that was added last."}]
    assert first["points"]["fifo"]["verdict"] == "missing"


def test_list_of_questions_goes_by_question_id(tmp_path, capsys) -> None:
    stack = {"id": "s", "question": "What is a stack?", "key_points": [{"id": "lifo", "text": "last in, first out"}]}
    table = "id,question_id,answer\n1,q,The element added first leaves first.\n2,s,It works last in first out.\n"
    rubric, answers = files(tmp_path, [{"id": "q", **RUBRIC}, stack], table)
    first, second = graded(capsys, "--rubric", rubric, "--answers", answers)
    assert [one["question_id"] for one in (first, second)] == ["q", "s"]
    assert (list(first["points"]), list(second["points"])) == (["fifo", "use"], ["lifo"])


def test_question_of_the_bank_and_its_follow_up(tmp_path, capsys) -> None:
    _, answers = files(tmp_path, RUBRIC, "id,answer\n1,I start with RAG and need a reason to fine-tune.\n")
    (first,) = graded(capsys, "tuning-over-rag", "--answers", answers)
    assert "rag-first" in first["points"]
    (second,) = graded(capsys, "tuning-over-rag/is-the-tuned-model-better", "--answers", answers)
    assert "before" in second["points"]


def test_reader_gets_lines_with_quotes_and_notes(tmp_path, capsys) -> None:
    table = "id,answer\na1,The element that was added first is removed first.\na2,queue\n"
    rubric, answers = files(tmp_path, RUBRIC, table)
    assert main(["grade", "--rubric", rubric, "--answers", answers]) == 0
    out = capsys.readouterr().out
    assert "a1: 1 of 2 points found, 0 to check, score 0.75" in out
    assert "covered   fifo: A queue removes" in out and "“The element that was added first is removed first.”" in out
    assert "a2: not judged\n  There is not enough to judge. Write a sentence or two." in out


@pytest.mark.parametrize(
    ("rubric", "table", "sentence"),
    [
        ("{", "id,answer\n", "r.json: This is not JSON"),
        ("[" * 100_000, "id,answer\n", "r.json: This is not JSON"),
        ("9" * 5_000, "id,answer\n", "r.json: This is not JSON"),
        ("3", "id,answer\n", "r.json: a rubric is an object"),
        ("[]", "id,answer\n", "r.json: The list of questions is empty"),
        ([RUBRIC], "id,question_id,answer\n", "r.json: In a list of questions each needs an “id”"),
        ({"question": "Q", "key_points": []}, "id,answer\n", "r.json: key_points: tuple should have at least 1 item"),
        ({"question": "Q"}, "id,answer\n", "r.json: key_points: field required; correct it and try again."),
        ({**RUBRIC, "key_points": RUBRIC["key_points"] * 2}, "id,answer\n", "the key point “fifo” appears twice"),
        (
            {"question": "Q", "key_points": [{"id": "a", "text": "t", "weight": -1}]},
            "id,answer\n",
            "key_points.0.weight",
        ),
        (RUBRIC, "", "a.csv: the column “id” is missing (the first line names nothing); add it."),
        (RUBRIC, "id,text\n1,x\n", "a.csv: the column “answer” is missing (the first line names id, text); add it."),
        (RUBRIC, "id,answer\n", "a.csv: the table has no rows; the first line names the columns, each further one"),
        (RUBRIC, "id,answer\n,x\n", "a.csv: row 1 has no id; give each answer one."),
        (RUBRIC, 'id,answer\n1,"open\n', "a.csv: a quote is opened and never closed"),
        pytest.param(
            RUBRIC,
            "id,answer\n1," + "x" * 2_000_001,
            "not a CSV table (a cell has more than 2,000,000 letters)",
            id="too long a cell",
        ),
        ([{"id": "q", **RUBRIC}], "id,answer\n1,x\n", "the column “question_id” is missing"),
        (
            [{"id": "q", **RUBRIC}],
            "id,question_id,answer\n1,z,x\n",
            "Row 1: “z” is not a question in the rubric; choose from q.",
        ),
    ],
)
def test_mistake_is_a_sentence_and_exit_code_2(rubric, table, sentence, tmp_path, capsys) -> None:
    first, second = files(tmp_path, rubric, table)
    assert main(["grade", "--rubric", first, "--answers", second]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and sentence in captured.err and "Traceback" not in captured.err


def test_unknown_question_and_two_sources_are_sentences(tmp_path, capsys) -> None:
    rubric, answers = files(tmp_path, RUBRIC, "id,answer\n")
    assert main(["grade", "tuning-over-rg", "--answers", answers]) == 2
    assert "did you mean tuning-over-rag" in capsys.readouterr().err
    assert main(["grade", "--answers", answers]) == 2
    assert main(["grade", "tuning-over-rag", "--rubric", rubric, "--answers", answers]) == 2
    assert "one of the two" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("small-wiki", "did you mean ceo-wants-the-wiki-trained/small-wiki?"),
        ("smal-wiki", "did you mean ceo-wants-the-wiki-trained/small-wiki?"),
        (
            "LoRA",
            "did you mean lora-or-full or lora-or-full/what-lora-trains or bot-lost-its-wits/does-lora-rule-it-out?",
        ),
        ("queue", "choose from support-bot-is-wrong, "),
        ("", "choose from support-bot-is-wrong, "),
    ],
)
def test_unknown_question_is_answered_with_those_that_may_be_meant(given, meant, tmp_path, capsys) -> None:
    _, answers = files(tmp_path, RUBRIC, "id,answer\n")
    assert main(["grade", given, "--answers", answers]) == 2
    assert f"“{given}” is not an interview question; {meant}" in capsys.readouterr().err


def test_missing_and_binary_files_are_sentences(tmp_path, capsys) -> None:
    rubric, answers = files(tmp_path, RUBRIC, "id,answer\n")
    assert main(["grade", "--rubric", f"{rubric}x", "--answers", answers]) == 2
    assert "No such file or directory; check the name." in capsys.readouterr().err
    Path(answers).write_bytes(b"id,answer\n1,\xff\xfe\n")
    assert main(["grade", "--rubric", rubric, "--answers", answers]) == 2
    assert "a.csv is not in UTF-8; save it as UTF-8" in capsys.readouterr().err
