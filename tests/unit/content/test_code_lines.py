"""A problem of a calculator leads to the line of its Python file."""

import pytest

from core.content.code_lines import line_in_code
from core.content.problems import Problem
from tests.content.test_authoring_code import _of

TEXT = _of("ContextShareInputs")
PLACES = {
    "id": ("is taken by core/calculators/memory.py", 'id="context-share"'),
    "question": ("'How much' is no question", "question=marked("),
    "inputs.characters": ("is a number without both bounds", "characters: int"),
    "claims": ("'retrieval-adds-tokens' is not among the claims", '"retrieval-adds-tokens"'),
    "examples": ("is empty; add an example", "examples=("),
    "examples.A handbook of 100 pages": ("share_pct comes to 31.25, not to 39.0625", "A handbook of 100 pages"),
    "result.share_pct": ("has the unit '%'; name a member of Unit", 'Quantity("share_pct"'),
    "result.sources": ("is empty; add at least one", "sources=("),
    "inputs": ("the defaults are refused", "inputs=ContextShareInputs"),
    "inputs.inherited": ("has no title; add title=…", "inputs=ContextShareInputs"),
}


@pytest.mark.parametrize("field", PLACES)
def test_a_problem_has_the_line_of_what_it_is_about(field: str) -> None:
    message, expected = PLACES[field]
    line = line_in_code(Problem("core/calculators/context_share.py", "context-share", field, message), TEXT)
    assert line is not None
    assert expected in TEXT.splitlines()[line - 1]


def test_a_result_that_is_missed_leads_to_what_the_example_expects() -> None:
    missed = Problem("a.py", "a", "examples.A handbook of 100 pages", "'share_pct' is not among the results; choose …")
    line = line_in_code(missed, TEXT)
    assert line is not None
    assert '{"share_pct": 39.0625}' in TEXT.splitlines()[line - 1]


def test_what_the_file_does_not_show_has_no_line() -> None:
    assert line_in_code(Problem("a.py", "a", "found_by", "is empty"), TEXT) is None
