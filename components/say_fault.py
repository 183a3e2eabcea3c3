"""What a visitor reads where a page broke off by a fault of ours; the server's log has the whole error."""

from components.markup import el, error_line, show
from core.language.text import t


def say_fault(_: Exception) -> bool:
    """Draws our sentence; True suppresses Streamlit's own message, which speaks of its cloud."""
    sentence = t(
        "Something went wrong on this page. What you had answered is kept. Load the page again;"
        " if it fails again, tell the host."
    )
    show(el("div", error_line(sentence), class_="ll-fault"))
    return True
