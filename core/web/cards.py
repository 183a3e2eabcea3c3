"""What a link to a page shows when it is shared: title and sentence, read from the pages themselves. Does I/O."""

import ast
from dataclasses import dataclass
from pathlib import Path

_MAP, _START = "navigation", "start"


@dataclass(frozen=True)
class Card:
    """A page in a title and a sentence."""

    title: str
    text: str


def read_cards(pages: Path) -> dict[str, Card]:
    """The card of each page by its path: a page's docstring is its title and one sentence.

    Args:
        pages: the folder of the page files; `fine_tuning.py` is served at `/fine-tuning`.
    """
    found = {}
    for file in sorted(pages.glob("*.py")):
        if file.stem != _MAP:
            doc = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
            title, _, sentence = doc.partition(". ")
            path = "/" if file.stem == _START else f"/{file.stem.replace('_', '-')}"
            found[path] = Card(title, sentence)
    return found
