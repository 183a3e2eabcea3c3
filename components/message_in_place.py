"""Says what a press has done, where its button was; `focus_on_message` moves the focus there."""

from components.markup import el, show

MESSAGE = "ll-kept"


def message_in_place(words: str, class_: str = "") -> None:
    """Draws the sentence."""
    show(el("p", words, class_=f"{class_} {MESSAGE}".strip(), role="status", tabindex="-1"))
