"""What a learner can set, with its bounds: widgets take theirs from here. Pure."""

from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from core.moment import FIRST_YEAR, LAST_YEAR, known_zone


def _known_zone(name: str) -> str:
    if known_zone(name) != name:
        raise ValueError(f"{name!r} is not a time zone; write one such as Europe/Berlin")
    return name


class ReviewSettings(BaseModel):
    """How a learner reviews. One dial decides how often: the recall that is aimed at."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    desired_retention: float = Field(
        default=0.9,
        ge=0.7,
        le=0.97,
        description="The share of due questions you want to recall. Higher means more reviews.",
    )
    new_per_day: int = Field(default=15, ge=0, le=200)
    reviews_per_day: int = Field(default=200, ge=1, le=2000)
    two_buttons: bool = Field(default=False, description="Again and Good only.")
    confidence: bool = Field(default=False, description="Whether each answer is asked how sure it is.")
    zone: Annotated[str, AfterValidator(_known_zone)] = "UTC"
    day_starts_at: int = Field(default=4, ge=0, le=12, description="The hour at night when a new day starts.")
    interview_on: date | None = Field(default=None, ge=date(FIRST_YEAR, 1, 1), lt=date(LAST_YEAR, 1, 1))

    @property
    def zone_info(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.zone)


def bounds(name: str) -> tuple[float, float]:
    """The least and the most of a setting that is a number.

    >>> bounds("new_per_day"), bounds("desired_retention")
    ((0, 200), (0.7, 0.97))
    """
    rules = ReviewSettings.model_fields[name].metadata
    least, most = (next(getattr(rule, side) for rule in rules if hasattr(rule, side)) for side in ("ge", "le"))
    return least, most
