"""A note for browsers that keep no cookies: this visit will be forgotten."""

from components import session
from components.markup import el, show
from core.language.text import t


def lasting_note() -> None:
    """Draws the note where it applies."""
    if not session.learner().lasting:
        words = t("Your browser keeps no cookies, so this is forgotten when you close the tab.")
        show(el("p", words, class_="ll-note"))
