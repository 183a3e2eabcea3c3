"""Reads a CSV table of answers: columns id and answer, and question_id where there are several questions. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.text.table_text import NotATableError, table_rows

_MOST_LETTERS = 2_000_000


@dataclass(frozen=True)
class GivenAnswer:
    """One row of the table; `line` counts rows from 1, `question_id` is empty when there is no such column."""

    line: int
    id: str
    answer: str
    question_id: str = ""


class BadAnswersError(ValueError):
    """A table that cannot be read; the message says where and what to do."""


def read_answers(text: str, several_questions: bool) -> tuple[GivenAnswer, ...]:
    """The rows of a table, in order. Commas, semicolons or tabs separate; other columns are passed over.

    Raises:
        BadAnswersError: it is no CSV, a column is missing, there is no row, or a row has no id of its own.

    >>> read_answers("id,answer\\na1,RAG first", False)
    (GivenAnswer(line=1, id='a1', answer='RAG first', question_id=''),)
    """
    try:
        rows = table_rows(text, _MOST_LETTERS)
    except NotATableError as error:
        raise BadAnswersError(str(error)) from error
    header = [name.strip().lower() for name in rows[0]] if rows else []
    needed = ("id", "question_id", "answer") if several_questions else ("id", "answer")
    for name in needed:
        if name not in header:
            found = ", ".join(filter(None, header)) or "nothing"
            raise BadAnswersError(f"the column “{name}” is missing (the first line names {found}); add it.")
    if len(rows) == 1:
        raise BadAnswersError("the table has no rows; the first line names the columns, each further one is an answer.")
    places = {name: header.index(name) for name in (*needed, "question_id") if name in header}
    answers = tuple(_answer(line, row, places) for line, row in enumerate(rows[1:], 1))
    seen: set[tuple[str, str]] = set()
    for one in answers:
        if (one.question_id, one.id) in seen:
            raise BadAnswersError(f"row {one.line}: the id “{one.id}” appears twice; give each answer its own.")
        seen.add((one.question_id, one.id))
    return answers


def _answer(line: int, row: Sequence[str], places: dict[str, int]) -> GivenAnswer:
    cells = {name: row[place] if place < len(row) else "" for name, place in places.items()}
    if not cells["id"].strip():
        raise BadAnswersError(f"row {line} has no id; give each answer one.")
    return GivenAnswer(line, cells["id"].strip(), cells["answer"], cells.get("question_id", "").strip())
