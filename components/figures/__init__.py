"""The interactive figures of lessons by name: each module here with a hyphenated name and a `FIGURE` is one."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from core.content.models import Content


@dataclass(frozen=True)
class LessonFigure:
    """A figure. A `wide` one is drawn below its text over the whole width, others beside it."""

    draw: Callable[[Content], None]
    wide: bool = False


@cache
def figure(name: str) -> LessonFigure:
    """The figure of that name; its module is imported when it is asked for, so that a page pays for its own alone."""
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    found: LessonFigure = module.FIGURE
    return found
