"""Says what a press has done, where its button was; `focus_on_told` moves the focus there."""

from components.markup import el, show

TOLD = "ll-kept"


def told_in_place(words: str, class_: str = "") -> None:
    """Draws the sentence."""
    show(el("p", words, class_=f"{class_} {TOLD}".strip(), role="status", tabindex="-1"))
