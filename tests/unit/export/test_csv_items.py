"""A table comes back as the items that it was written from; what is wrong with a row is said with its number."""

import csv
import io
from collections.abc import Iterator
from functools import reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

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


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12) | st.sampled_from(
    ["", "'", "=1", "''=1", "-", "+1\n-2", "a,b", '"', "a\r\nb", "true", "1.0", "ä\u2028ö", "@x", "null", "a;b", "[1]"]
)
NUMBERS = st.integers(-9, 10**15) | st.floats(allow_nan=False, allow_infinity=False)
FILLER = example("flashcard").model_copy(update={"id": "filler"})
LEAVES: dict[type, st.SearchStrategy[Any]] = {
    str: WORDS,
    bool: st.booleans(),
    int: NUMBERS,
    float: NUMBERS,
    type(None): WORDS | NUMBERS,
}


def _leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if not isinstance(value, dict | list):
        yield path, value
        return
    for name, one in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _leaves(one, (*path, name))


def _with(item: AnyItem, path: tuple[str | int, ...], leaf: Any) -> AnyItem | None:
    """The item with another value at a path; None when no item may be so."""
    raw: Any = item.model_dump(mode="json")
    *way, last = path
    reduce(lambda here, name: here[name], way, raw)[last] = leaf
    try:
        return type(item).model_validate(raw)
    except ValidationError:
        return None


@settings(max_examples=1000, derandomize=True)
@given(st.data())
def test_whatever_an_item_may_hold_comes_back(data: st.DataObject) -> None:
    item = ALL[data.draw(st.sampled_from(sorted(ALL)))]
    path, old = data.draw(st.sampled_from(list(_leaves(item.model_dump(mode="json")))))
    changed = _with(item, path, data.draw(LEAVES[type(old)])) or item
    preview = read_csv(items_csv([changed, FILLER]), {changed.id: changed})
    assert preview.problems == ()
    assert preview.items[0] == (changed, Change.SAME)


@pytest.mark.parametrize("name", ["number", "predict-claim"])
def test_number_without_a_unit_comes_back(name: str) -> None:
    bare = example(name).model_copy(update={"unit": ""})
    preview = read_csv(items_csv([bare, example("flashcard")]), {bare.id: bare})
    assert (preview.problems, preview.items[0]) == ((), (bare, Change.SAME))


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


@pytest.mark.parametrize("between", ["\n", ", ", ";", "; ", " "])
def test_claims_in_one_cell_may_be_parted_as_people_write_lists(between: str) -> None:
    row = HEAD + f'flashcard,a,s,n,"c-one{between}c-two",Q?,A,E\n'
    ((item, _),) = read_csv(row, {}).items
    assert item.claims == ("c-one", "c-two")


def test_rows_of_empty_cells_below_the_last_are_passed_over() -> None:
    preview = read_csv(HEAD + "flashcard,a,s,n,c,Q?,A,E\n,,,,,,,\n,,,,,,,\n", {})
    assert (len(preview.items), preview.problems) == (1, ())


def test_names_of_columns_may_be_in_capitals_and_have_spaces_around_them() -> None:
    preview = read_csv(HEAD.replace("kind", " Kind ").replace("answer", "ANSWER") + "flashcard,a,s,n,c,Q?,A,E\n", {})
    assert (len(preview.items), preview.problems) == (1, ())


HEAD = "kind,id,source,node,claims,question,answer,explanation\n"
BAD = {
    "empty": ("", "table.csv › - › the file: has no rows; the first line names the columns"),
    "no table of items": (
        "question,answer\nWhat is LoRA?,An adapter\nWhat is RAG?,Retrieval\n",
        "table.csv › - › the file: has no column 'kind' in its first line; begin with a table as `export csv`",
    ),
    "no kind": (
        HEAD + ",a,s,n,c,Q?,A,E\n",
        "table.csv, row 2 › a › kind: is missing; add 'kind: flashcard' or another kind",
    ),
    "missing cell": (
        HEAD + "flashcard,a,s,n,c,Q?,A,\n",
        "table.csv, row 2 › a › explanation: is missing; add it",
    ),
    "too many cells": (
        HEAD + "flashcard,a,s,n,c,Q?,A,E,more\n",
        "table.csv, row 2 › a › the row: has more or fewer cells than the header; check its quotes",
    ),
    "same id twice": (
        HEAD + "flashcard,a,s,n,c,Q?,A,E\n" * 2,
        "table.csv, row 3 › a › id: appears twice; give one of the two another id",
    ),
    "row below blank lines, by the number that a spreadsheet shows": (
        HEAD + "\nflashcard,a,s,n,c,Q?,A,E\n\nflashcard,b,s,n,c,Q?,A,\n",
        "table.csv, row 5 › b › explanation: is missing; add it",
    ),
    "contradicting columns": (
        "kind,id,answer,answer.text\nflashcard,a,x,y\n",
        "table.csv, row 2 › a › the columns: contradict each other; name them as an export does",
    ),
    "text and part of a list": (
        "kind,id,options,options.1.text\nsingle-choice,a,x,y\n",
        "table.csv, row 2 › a › the columns: contradict each other; name them as an export does",
    ),
    "column twice": (
        HEAD.replace("explanation", "answer") + "flashcard,a,s,n,c,Q?,A,B\n",
        "table.csv › - › the file: has the column 'answer' twice in its first line; remove or rename one",
    ),
    "list that is no list": (HEAD + "flashcard,a,s,n,[,Q?,A,E\n", "table.csv, row 2 › a › the columns: contradict"),
    "list without a bottom": (
        HEAD + f"flashcard,a,s,n,{'[' * 100_000},Q?,A,E\n",
        "table.csv, row 2 › a › the columns: contradict",
    ),
    "decimal comma": (
        "kind;id;source;node;claims;question;answer;unit;ranges.1.low;ranges.1.why;explanation\n"
        "number;a;s;n;c;Q?;416,7;h;500;W;E\n",
        "table.csv, row 2 › a › answer: is not a number; write a point instead of the decimal comma",
    ),
    "thousands as German spreadsheets write them": (
        "kind;id;source;node;claims;question;answer;unit;ranges.1.low;ranges.1.why;explanation\n"
        "number;a;s;n;c;Q?;417;h;25.000;W;E\n",
        "table.csv, row 2 › a › ranges.1.low: '25.000' may be 25 or 25000; write the one that you mean",
    ),
    "broken quotes": ('kind,id\n"flashcard"x,a\n', "table.csv › - › the file: is not CSV"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_table_is_named_with_what_to_do(case: str) -> None:
    table, expected = BAD[case]
    found = problem(table)
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_huge_table_is_refused() -> None:
    assert problem("x" * 20_000_001) == ["table.csv › - › the file: is larger than 20 MB; split it into several"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_table_from_a_spreadsheet_that_parts_its_cells_otherwise_is_read(delimiter: str) -> None:
    item = example("flashcard").model_copy(update={"answer": "Two: one, and another"})
    rows = list(csv.reader(io.StringIO(items_csv([item]).removeprefix("\ufeff"))))
    table = io.StringIO()
    csv.writer(table, delimiter=delimiter).writerows(rows)
    assert read_csv(table.getvalue(), {item.id: item}).items == ((item, Change.SAME),)
