"""What a spreadsheet would compute begins with an apostrophe; all else is as it was."""

import pytest

from core.export.spreadsheet import harmless


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_formula_is_no_formula_any_more(sign: str) -> None:
    assert harmless(f"{sign}1") == f"'{sign}1"


@pytest.mark.parametrize("text", ["", "lora", "1=1", "'=1", " =1"])
def test_other_text_is_as_it_was(text: str) -> None:
    assert harmless(text) == text
