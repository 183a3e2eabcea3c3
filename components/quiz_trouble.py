"""What the store could not do with the last press, told once, where the press was."""

from components import session
from components.store_trouble import store_trouble


def quiz_trouble() -> None:
    """Draws the sentence, if there is one; what was given is still on the screen."""
    sentence = session.kept("quiz.trouble")
    if sentence:
        session.keep("quiz.trouble", None)
        store_trouble(sentence)
