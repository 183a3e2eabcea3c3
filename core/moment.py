"""A plausible moment: with a time zone, and in a year between 2020 and 2100. Pure."""

from datetime import datetime
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, AwareDatetime

FIRST_YEAR, LAST_YEAR = 2020, 2100
"""Dates before the first, or from the last one on, are mistakes: nothing was or will be kept then."""


def is_counted(at: datetime) -> bool:
    """Whether a moment lies in the years that are counted, by its own clock.

    >>> is_counted(datetime(2026, 3, 2)), is_counted(datetime(1, 1, 1)), is_counted(datetime(2100, 1, 1))
    (True, False, False)
    """
    return FIRST_YEAR <= at.year < LAST_YEAR


def _counted(at: datetime) -> datetime:
    if not is_counted(at):
        raise ValueError("no year of which days are counted")
    return at


Moment = Annotated[AwareDatetime, AfterValidator(_counted)]


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def known_zone(name: str | None) -> str:
    """The name of a time zone; UTC for anything that is none, even if a file of that name lies among the zones.

    >>> known_zone("Europe/Berlin"), known_zone("right/Europe/Berlin"), known_zone("Europe"), known_zone(None)
    ('Europe/Berlin', 'UTC', 'UTC', 'UTC')
    """
    return name if name in _zones() else "UTC"
