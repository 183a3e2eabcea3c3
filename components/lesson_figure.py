"""What a figure of a lesson is: something that draws itself from content, beside the text or below it."""

from collections.abc import Callable
from dataclasses import dataclass

from core.content.models import Content


@dataclass(frozen=True)
class LessonFigure:
    """A figure. A `wide` one stands below its text over the whole width, others beside it."""

    draw: Callable[[Content], None]
    wide: bool = False
