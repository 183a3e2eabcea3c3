"""What `calc` says of inputs: which had a part in the result, and which column is no input at all."""

import shutil
from pathlib import Path

import pytest

from core.__main__ import main
from core.content.loader import OWN_DIRECTORY


def test_inputs_that_had_no_part_in_the_result_are_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["calc", "cost", "chapter_row=qlora-70b"])
    listed = capsys.readouterr().out.partition("Inputs\n")[2].partition("\n\n")[0]
    assert listed.split("\n") == ["  mode = chapter", "  chapter_row = qlora-70b"]


def test_misspelt_column_is_named_beside_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "in.csv"
    table.write_text("id,examples,minutes_each\nA,100,50\n", encoding="utf-8")
    code = main(["calc", "labelling", "--csv", str(table)])
    said = capsys.readouterr()
    assert (code, said.out.count("\n")) == (0, 2)
    assert said.err == "in.csv: The column minutes_each is not used by labelling; did you mean minutes_per_example?\n"


def test_columns_that_are_no_input_are_named_once_where_the_table_goes_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "in.csv"
    table.write_text("id,examples,price,who\nA,100,50,we\nB,200,50,we\n", encoding="utf-8")
    assert main(["calc", "labelling", "--csv", str(table), "-o", str(tmp_path / "out.csv")]) == 0
    assert capsys.readouterr().err == "in.csv: Passed through, as labelling does not use them: price, who.\n"


def test_rows_that_failed_are_counted_where_the_table_goes_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "in.csv"
    table.write_text("examples,minutes_per_example\n100,50\n-1,5\n100,five\n", encoding="utf-8")
    assert main(["calc", "labelling", "--csv", str(table), "-o", str(tmp_path / "out.csv")]) == 0
    assert capsys.readouterr().err == "in.csv: 2 of 3 rows could not be computed; the column error says why.\n"


def test_table_of_prices_that_cannot_be_used_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mine = Path(shutil.copytree(OWN_DIRECTORY, tmp_path / "mine"))
    with (mine / "reference/gpu-specs.yaml").open("a", encoding="utf-8") as table:
        table.write('- {id: mine, name: "4090", memory_gb: much}\n')
    monkeypatch.setenv("LLM_LADDER_CONTENT", str(mine))
    assert main(["calc", "labelling"]) == 2
    assert capsys.readouterr().err.startswith("gpu-specs.yaml › mine › memory_gb: is not a number")
