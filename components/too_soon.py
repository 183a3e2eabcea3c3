"""What is said when an answer is checked before there is one."""

from components.markup import el, show
from core.content.items import AnyItem
from core.language.text import marked, t

TOO_SOON = "ll-too-soon"
"""The class of the note, which `key_presses` shows."""
_FIRST = {
    "order": marked("Move a step first. If you do not know, press N."),
    "match": marked("Match a pair first."),
}


def too_soon(item: AnyItem, options: int) -> None:
    """Draws what to give first: hidden, until the key that checks finds nothing to check."""
    if options:
        words = t("Pick an option first: keys 1 to {count}. If you do not know, press N.", count=options)
    else:
        words = t(_FIRST.get(item.kind, marked("Type your answer first.")))
    show(el("p", el("span", words, hidden="hidden"), class_=f"ll-note {TOO_SOON}", role="status"))
