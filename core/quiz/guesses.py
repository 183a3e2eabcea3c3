"""Tells numbers that are guessed before they are known from numbers that are answered. Pure."""

from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.typed_items import Number, PredictNumber


class LabGuess(Number):
    """A figure of the lab that is guessed before the run, as an item of the bank."""


def is_guess(asked: AnyItem | Question | None) -> bool:
    """Whether a number is guessed; all else is answered, or voted on in a room."""
    return isinstance(asked, PredictNumber | LabGuess)
