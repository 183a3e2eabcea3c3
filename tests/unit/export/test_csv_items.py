"""A table comes back as the items that it was written from; what is wrong with a row is said with its number."""

import csv
import io

import pytest

from core.content.items import AnyItem
from core.export.csv_items import Change, items_csv, read_csv
from tests.unit.quiz.examples import ALL, ITEMS, example


@pytest.mark.parametrize("item_id", ALL)
def test_item_comes_back_as_it_was(item_id: str) -> None:
    preview = read_csv(items_csv([ALL[item_id]]), ALL)
    assert preview.problems == ()
    assert preview.items == ((ALL[item_id], Change.SAME),)


def test_whole_bank_comes_back_and_a_second_reading_is_the_same() -> None:
    preview = read_csv("\ufeff" + items_csv(ALL.values()), {})
    assert preview.count(Change.NEW) == len(ALL)
    assert {item.id: item for item, _ in preview.items} == ALL


def test_preview_tells_new_changed_and_same() -> None:
    changed = example("flashcard").model_copy(update={"answer": "Another."})
    table = items_csv([changed, example("number"), example("order")])
    bank = {item.id: item for item in (example("flashcard"), example("number"))}
    found = [(item.id, change.value) for item, change in read_csv(table, bank).items]
    assert found == [
        ("example-flashcard", "changed"),
        ("example-number", "same"),
        ("example-order", "new"),
    ]


def test_first_columns_are_those_that_people_look_for() -> None:
    header = items_csv(ITEMS.values()).splitlines()[0].split(",")
    assert header[:7] == ["kind", "id", "source", "node", "claims", "question", "answer"]
    assert header.index("options.1.text") < header.index("options.2.text") < header.index("pairs.1.left")


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", "'x", "'=x", "x"])
def test_text_that_looks_like_a_formula_is_disarmed_and_comes_back(text: str) -> None:
    item = example("flashcard").model_copy(update={"answer": text})
    table = items_csv([item])
    cell = next(csv.DictReader(io.StringIO(table)))["answer"]
    assert not cell.startswith(("=", "+", "-", "@"))
    assert read_csv(table, {item.id: item}).items == ((item, Change.SAME),)


def problem(table: str) -> list[str]:
    bank: dict[str, AnyItem] = {}
    return [str(one) for one in read_csv(table, bank).problems]


HEAD = "kind,id,source,node,claims,question,answer,explanation\n"
BAD = {
    "empty": ("", "table.csv › - › the file: holds no rows; the first line names the columns"),
    "no kind": (
        HEAD + ",a,s,n,c,Q?,A,E\n",
        "table.csv, row 2 › a › the entry: has no kind; add 'kind: flashcard' or another kind of item",
    ),
    "missing cell": (
        HEAD + "flashcard,a,s,n,c,Q?,A,\n",
        "table.csv, row 2 › a › flashcard.explanation: is missing; add it",
    ),
    "too many cells": (
        HEAD + "flashcard,a,s,n,c,Q?,A,E,more\n",
        "table.csv, row 2 › a › the row: has more or fewer cells than the header; check its quotes",
    ),
    "same id twice": (
        HEAD + "flashcard,a,s,n,c,Q?,A,E\n" * 2,
        "table.csv, row 3 › a › id: stands twice; give one of the two another id",
    ),
    "contradicting columns": (
        "kind,id,answer,answer.text\nflashcard,a,x,y\n",
        "table.csv, row 2 › a › the columns: contradict each other; name them as an export does",
    ),
    "broken quotes": ('kind,id\n"flashcard"x,a\n', "table.csv › - › the file: is no CSV"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_table_is_named_with_what_to_do(case: str) -> None:
    table, expected = BAD[case]
    found = problem(table)
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_huge_table_is_refused() -> None:
    assert problem("x" * 20_000_001) == ["table.csv › - › the file: is larger than 20 MB; split it into several"]
