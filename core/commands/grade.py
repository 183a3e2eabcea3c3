"""`python -m core grade QUESTION_ID --answers FILE.csv [--json]`, or with `--rubric RUBRIC.json`. Reads files."""

import argparse
import json
import sys
from collections.abc import Collection
from pathlib import Path

from core.content.loader import load_content
from core.content.nearest import did_you_mean, hint_for, nearest
from core.content.problems import ContentError
from core.interview.answer_table import BadAnswersError, GivenAnswer, read_answers
from core.interview.bank_rubrics import rubrics
from core.interview.grade_report import as_record, as_words
from core.interview.marker import load_marker
from core.interview.rubric import BadRubricError, Rubric, RubricFile, read_rubrics
from core.text.bounded_file import TooLargeError, bounded_bytes

BAD_INPUT = 2
MAX_BYTES = 50_000_000


class _RefusedError(ValueError):
    """What was asked for cannot be done; the message is a sentence."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("grade", help="mark free answers against the key points of a question, offline")
    parser.add_argument("question", metavar="QUESTION_ID", nargs="?", help="a question of the bank; see `export`")
    parser.add_argument("--rubric", metavar="RUBRIC.json", type=Path, help="a rubric of your own, or a list of them")
    parser.add_argument("--answers", metavar="FILE.csv", type=Path, required=True, help="a table: id, answer")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the marks; 0 when every answer was read, 2 with a sentence on the error stream when not."""
    try:
        known = _rubrics(args.question, args.rubric)
        answers = _answers(args.answers, known.several)
        pairs = [(_rubric_for(answer, known), answer) for answer in answers]
    except _RefusedError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    _show(pairs, known.several, args.json)
    return 0


def _rubrics(question: str | None, path: Path | None) -> RubricFile:
    if (question is None) == (path is None):
        raise _RefusedError("Name a question of the bank, or a rubric with --rubric FILE.json: one of the two.")
    if path is not None:
        try:
            return read_rubrics(_text(path))
        except BadRubricError as error:
            raise _RefusedError(f"{path.name}: {error}") from error
    try:
        bank = rubrics(load_content())
    except ContentError as error:
        raise _RefusedError(str(error)) from error
    if question not in bank:
        raise _RefusedError(f"“{question}” is not an interview question; {_question_hint(str(question), bank)}")
    return RubricFile(rubrics=(bank[str(question)],), several=False)


def _question_hint(name: str, bank: Collection[str]) -> str:
    """Which questions were probably meant: by the whole id, by a follow-up's own id, or by a word of either."""
    wanted, own_ids = name.lower(), {one.rpartition("/")[2]: one for one in bank}
    close = (
        nearest(wanted, bank, most=3, cutoff=0.65)
        or tuple(own_ids[own] for own in nearest(wanted, own_ids, most=3, cutoff=0.65))
        or tuple(one for own, one in own_ids.items() if wanted and wanted in own)[:3]
    )
    return did_you_mean(close) or hint_for(name, bank)


def _answers(path: Path, several: bool) -> tuple[GivenAnswer, ...]:
    try:
        return read_answers(_text(path), several)
    except BadAnswersError as error:
        raise _RefusedError(f"{path.name}: {error}") from error


def _rubric_for(answer: GivenAnswer, known: RubricFile) -> Rubric:
    if not known.several:
        return known.rubrics[0]
    ids = {str(rubric.id): rubric for rubric in known.rubrics}
    if answer.question_id not in ids:
        hint = hint_for(answer.question_id, ids)
        raise _RefusedError(f"Row {answer.line}: “{answer.question_id}” is not a question in the rubric; {hint}")
    return ids[answer.question_id]


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return bounded_bytes(file, MAX_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise _RefusedError(f"{path}: {error.strerror}; check the name.") from error
    except TooLargeError as error:
        raise _RefusedError(f"{path.name} is {error}; split it.") from error
    except UnicodeDecodeError as error:
        raise _RefusedError(f"{path.name} is not in UTF-8; save it as UTF-8 and try again.") from error


def _show(pairs: list[tuple[Rubric, GivenAnswer]], several: bool, as_json: bool) -> None:
    marker = load_marker()
    if marker.note:
        sys.stderr.write(f"{marker.note} {marker.reason}\n")
    marked = [(rubric, given, marker.mark(rubric, given.answer)) for rubric, given in pairs]
    if as_json:
        records = [as_record(one.id, one.answer, mark, one.question_id if several else "") for _, one, mark in marked]
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
        return
    for rubric, given, mark in marked:
        sys.stdout.write(as_words(given.id, given.answer, mark, rubric) + "\n")
