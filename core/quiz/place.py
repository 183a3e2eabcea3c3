"""Where a review stands: the item that is shown, what is drafted, what was revealed; kept as JSON. Pure."""

from datetime import datetime, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from core.moment import Moment
from core.quiz.answers import Answer, AnyAnswer
from core.quiz.log import Confidence, Mode

DRAFT_NAME = "quick-fire"
"""The name under which the store keeps a place."""
MOST_SECONDS = 600.0
"""A longer time says that somebody went away."""
MOST_WAITING = 40
"""How many open items are kept while earlier ones are graded again."""


def _of_a_review(mode: Mode) -> Mode:
    if mode not in (Mode.REVIEW, Mode.AHEAD, Mode.CRAM):
        raise ValueError("a review has no such round")
    return mode


class Place(BaseModel):
    """The open item of a review.

    `answer_id` is the id under which its answer will be counted, `seed` orders its options. `run` and `rest` belong
    to reviewing ahead and to cramming: the name of the round, and the items that are still to come. `waiting` are the
    items that were open when Undo was pressed, the latest first: each comes back as it was.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    item_id: str
    answer_id: str
    seed: str
    shown_at: Moment
    mode: Annotated[Mode, AfterValidator(_of_a_review)] = Mode.REVIEW
    run: str | None = None
    rest: tuple[str, ...] = ()
    asked: int = Field(default=0, ge=0)
    draft: Answer | None = None
    confidence: Confidence | None = None
    hints: int = Field(default=0, ge=0, le=9)
    revealed: bool = False
    seconds: float | None = Field(default=None, ge=0)
    waiting: "tuple[Place, ...]" = Field(default=(), max_length=MOST_WAITING)

    def with_draft(self, draft: AnyAnswer | None, confidence: Confidence | None) -> Self:
        """The place with what is entered in the form now."""
        return self.model_copy(update={"draft": draft, "confidence": confidence})

    def with_hint(self) -> Self:
        """The place with the hint shown; asking again costs nothing more."""
        return self.model_copy(update={"hints": 1})

    def reveal(self, answer: AnyAnswer | None, now: datetime) -> Self:
        """The place once the answer is shown; None is “I do not know”, or a card that the learner grades."""
        return self.model_copy(update={"draft": answer, "revealed": True, "seconds": self._taken(now)})

    def put_by(self, now: datetime) -> "tuple[Place, ...]":
        """What waits once Undo shows an earlier item: this one as it stands, then what waited before."""
        here = self.model_copy(update={"waiting": (), "seconds": self.seconds if self.revealed else self._taken(now)})
        return (here, *self.waiting[: MOST_WAITING - 2], *self.waiting[MOST_WAITING - 2 :][-1:])

    def taken_up(self, waiting: "tuple[Place, ...]", now: datetime) -> Self:
        """The place when it is shown again after it waited, and what waits still; its clock goes on where it was."""
        if self.revealed:
            return self.model_copy(update={"waiting": waiting})
        begun = now - timedelta(seconds=self.seconds or 0.0)
        return self.model_copy(update={"waiting": waiting, "shown_at": begun, "seconds": None})

    def _taken(self, now: datetime) -> float:
        return min(MOST_SECONDS, max(0.0, (now - self.shown_at).total_seconds()))

    def next_in_run(self, failed: bool, now: datetime) -> Self | None:
        """The next item of the round, or None at its end. When cramming, a failed item comes once more at the end."""
        rest = (*self.rest, self.item_id) if failed and self.mode is Mode.CRAM else self.rest
        return self.begin(self.mode, str(self.run), rest, self.asked + 1, now) if rest else None

    @classmethod
    def begin(cls, mode: Mode, run: str, ids: tuple[str, ...], asked: int, now: datetime) -> Self:
        """The place at the first of `ids` in a round beside the schedule."""
        answer_id = f"{run}.{asked}.{ids[0]}"
        return cls(
            item_id=ids[0],
            answer_id=answer_id,
            seed=answer_id,
            shown_at=now,
            mode=mode,
            run=run,
            rest=ids[1:],
            asked=asked,
        )


def read_place(text: str | None) -> Place | None:
    """The place that was stored as JSON; None when there is none, or an older version wrote it.

    >>> read_place('{"item_id": "x"}') is read_place(None) is None
    True
    """
    try:
        return Place.model_validate_json(text) if text else None
    except ValidationError:
        return None
