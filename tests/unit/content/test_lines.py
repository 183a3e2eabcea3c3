"""A problem leads to the line of its file."""

import pytest
import yaml

from core.content.lines import line_of
from core.content.problems import Problem

TEXT = """\
# yaml-language-server: $schema=../../docs/schemas/lessons.json
- id: first
  blocks:
    - id: one
      claims: [a, b]
    - heading: No id
      text: Words.
      claims:
        - a
        - misspelt
  options:
    - id: speed
      leads_to: nowhere
- text: Anonymous.
- id: first
"""


@pytest.mark.parametrize(
    ("entry", "field", "message", "line"),
    [
        ("first", "the entry", "is wrong", 2),
        ("first", "blocks", "is missing", 3),
        ("first", "blocks.one.claims", "is empty", 5),
        ("first", "blocks.one.figure", "is missing; add it", 4),
        ("first", "blocks.2.text", "is too long", 7),
        ("first", "blocks.2.claims", "'misspelt' is not among the claims", 10),
        ("first", "speed.leads_to", "'nowhere' is no outcome", 13),
        ("(no id)", "id", "is missing; add it", 14),
        ("first", "id", "is already in x.yaml", 15),
        ("third", "id", "is missing", None),
        ("all", "nodes", "'first' is not among the nodes", 2),
        ("-", "the file", "line 3: holds a tab", None),
    ],
)
def test_line_is_that_of_the_deepest_part_that_is_there(entry: str, field: str, message: str, line: int | None) -> None:
    assert line_of(Problem("x.yaml", entry, field, message), TEXT) == line


@pytest.mark.parametrize("text", ["", "a: b: c", "just words", "- [1, 2]", "[" * 5_000])
def test_text_that_shows_no_entry_has_no_line(text: str) -> None:
    assert line_of(Problem("x.yaml", "first", "id", "is missing"), text) is None


def test_file_with_many_problems_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"- id: card-{n}\n  anser: Yes\n" for n in range(50))
    compose, read = yaml.compose, []
    monkeypatch.setattr(yaml, "compose", lambda *args, **named: read.append(1) or compose(*args, **named))
    problems = [Problem("x.yaml", f"card-{n}", "anser", "is not a known field") for n in range(50)]
    assert [line_of(problem, text) for problem in problems] == [2 * n + 2 for n in range(50)]
    assert len(read) == 1
