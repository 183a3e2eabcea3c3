"""A text of the wrong form: the author is told how to write it, in words and with an example."""

from pathlib import Path

import pytest

from tests.content.broken import add, problems_after

ID = "write small letters and digits, with hyphens between words"
DATE = "write a year, a month or a day, e.g. 2025-02"
CASES = {
    "source: goes_wrong": f"source: 'goes_wrong' has the wrong form; {ID}, such as goes-wrong",
    "source: Größe & Maß": f"source: 'Größe & Maß' has the wrong form; {ID}, such as grosse-mass",
    'source: "¿?"': f"source: '¿?' has the wrong form; {ID}",
    "source: tldr\n  as_of: Feb 2025": f"as_of: 'Feb 2025' has the wrong form; {DATE}",
}


@pytest.mark.parametrize("fields", CASES)
def test_wrong_form_is_told_with_the_right_one(fields: str, tmp_path: Path) -> None:
    edit = add("claims/stages.yaml", f"- id: formed\n  text: A.\n  {fields}\n")
    assert problems_after(tmp_path, edit) == [f"claims/stages.yaml › formed › {CASES[fields]}"]
