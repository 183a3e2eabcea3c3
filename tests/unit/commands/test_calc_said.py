"""What `calc` says of inputs: which had a part in the result, and which column is no input at all."""

from pathlib import Path

import pytest

from core.__main__ import main


def test_misspelt_column_is_named_beside_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "in.csv"
    table.write_text("id,examples,minutes_each\nA,100,50\n", encoding="utf-8")
    code = main(["calc", "labelling", "--csv", str(table)])
    said = capsys.readouterr()
    assert (code, said.out.count("\n")) == (0, 2)
    assert said.err == "in.csv: The column minutes_each is not used by labelling; did you mean minutes_per_example?\n"
