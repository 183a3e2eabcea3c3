"""The guide for authors: each example loads, and each kind has one."""

import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from core.content.items import KIND_LABELS, KINDS, Item
from core.content.yaml_text import read_yaml
from tests.architecture.source import ROOT
from tests.content.broken import problems_after, write

GUIDE = (ROOT / "docs/authoring-items.md").read_text(encoding="utf-8")
EXAMPLES = "".join(re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_an_example_and_a_label(kind: str) -> None:
    entries = read_yaml(EXAMPLES)
    assert isinstance(entries, list)
    mine = [entry for entry in entries if isinstance(entry, dict) and entry["kind"] == kind]
    assert mine
    assert all(isinstance(TypeAdapter(Item).validate_python(entry), KINDS[kind]) for entry in mine)
    assert KIND_LABELS[kind]


def test_examples_can_stand_in_the_bank_as_they_are(tmp_path: Path) -> None:
    assert problems_after(tmp_path, write("items/examples.yaml", EXAMPLES)) == []
