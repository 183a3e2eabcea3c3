"""What became of the last press: why an answer was not taken, or what the store could not do."""

from components.answer_not_taken import answer_not_taken
from components.press_trouble import press_trouble


def interview_told() -> None:
    """Draws the sentence, once."""
    answer_not_taken()
    press_trouble()
