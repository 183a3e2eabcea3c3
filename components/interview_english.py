"""That answers are marked in English: said where the page speaks another language."""

from components.markup import UNTRANSLATED, el, icon, show
from core.language.in_force import ENGLISH, in_force
from core.language.text import t


def interview_english() -> None:
    """Draws the sentence; nothing on an English page, where it goes without saying."""
    if in_force() != ENGLISH:
        words = t("Answer in English: marking reads no other language.")
        show(el("p", icon("translate"), f" {words}", class_=f"ll-note {UNTRANSLATED}"))
