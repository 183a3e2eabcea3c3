"""The error of the last press, told once, where the press was."""

from components import session
from components.store_trouble import store_trouble

TROUBLE = "press.trouble"
"""Where a visit keeps the sentence, in English, until it is told."""


def press_trouble() -> None:
    """Draws the sentence, if there is one; what was given is still on the screen."""
    if sentence := session.take(TROUBLE):
        store_trouble(sentence)
