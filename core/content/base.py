"""The strict, frozen base of all content, and the kinds of text and id that it uses."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints


def first_day(as_of: str) -> date:
    """The first day that a year, a month or a day can mean: a bare year is its first of January, to err to old.

    Raises:
        ValueError: there is no such day.

    >>> first_day("2025-06")
    datetime.date(2025, 6, 1)
    """
    return date.fromisoformat(f"{as_of}-01-01"[: len("2025-01-01")])


def _of_the_calendar(as_of: str) -> str:
    try:
        first_day(as_of)
    except ValueError as error:
        raise ValueError(f"{as_of!r} is not a date; write a year, month or day that exists, e.g. 2025-02") from error
    return as_of


SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=64)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]
AsOf = Annotated[str, StringConstraints(pattern=DATE_PATTERN), AfterValidator(_of_the_calendar)]
Source = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=400)]


class Entry(BaseModel):
    """Anything in content: unknown fields are an error, values never change, numbers are finite."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, populate_by_name=True)
