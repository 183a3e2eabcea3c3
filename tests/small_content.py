"""A bank that stays small when the product's own grows: five cases on pitfalls, numbers alone on fine-tuning."""

import re
import shutil
from pathlib import Path

from tests.content.broken import copy_of_content, replace

ITEMS = re.compile(r"^  items: \[.*\]\n", re.MULTILINE)
FILES = ("cases.yaml", "quick-fire.yaml", "interview.yaml")


def small_content(directory: Path) -> Path:
    """A copy of the content in a folder, with the items of `FILES` alone."""
    target = copy_of_content(directory)
    for path in (target / "items").glob("*.yaml"):
        if path.name not in FILES:
            path.unlink()
    shutil.rmtree(target / "de")  # it translates what is not here
    replace("chapter.yaml", "tests_every_claim: true\n", "")(target)
    for path in (target / "lab").glob("*.yaml"):  # stations name questions that are not here
        path.write_text(ITEMS.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    agendas = target / "agendas.yaml"  # the longer agenda votes on a question that is not here
    text = agendas.read_text(encoding="utf-8")
    agendas.write_text(text[text.index("- id: workshop-20") :], encoding="utf-8")
    return target
