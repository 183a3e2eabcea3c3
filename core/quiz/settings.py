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
        title="Recall to aim for",
        description="The share of due questions you want to recall. Higher means more reviews.",
    )
    new_per_day: int = Field(default=15, ge=0, le=200, title="New questions a day")
    reviews_per_day: int = Field(default=200, ge=1, le=2000, title="Reviews a day, at most")
    two_buttons: bool = Field(default=False, title="Two buttons", description="Again and Good only.")
    confidence: bool = Field(default=False, title="Ask how sure I am")
    zone: Annotated[str, AfterValidator(_known_zone)] = Field(default="UTC", title="Time zone")
    day_starts_at: int = Field(
        default=4, ge=0, le=12, title="The day starts at", description="The hour at night when a new day starts."
    )
    interview_on: date | None = Field(
        default=None, ge=date(FIRST_YEAR, 1, 1), lt=date(LAST_YEAR, 1, 1), title="Interview on"
    )

    @property
    def zone_info(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.zone)
