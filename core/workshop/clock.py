"""The presenter's clock: time taken compared with the plan. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.workshop.room import Room

SOON, OVER = 0.8, 1.0


class ClockState(StrEnum):
    """Calm; from 80 % of the plan, take care; past the plan, over."""

    CALM = "calm"
    SOON = "soon"
    OVER = "over"


@dataclass(frozen=True)
class StepClock:
    """Seconds spent on the current step and planned for it, and the same for the workshop up to here.

    `behind_s` is positive when the room is later than the plan. In the lobby nothing runs. `idle_s` are the seconds in
    which nothing has happened; as soon as they make a night, they are of no step, and were not spent.
    """

    spent_s: float
    planned_s: float
    behind_s: float
    runs: bool = True
    idle_s: float = 0.0

    @property
    def state(self) -> ClockState:
        """How the time taken compares with the plan."""
        share = self.spent_s / self.planned_s
        return ClockState.OVER if share > OVER else ClockState.SOON if share >= SOON else ClockState.CALM


def step_clock(room: Room, now: datetime) -> StepClock:
    """The clock of the current step; it does not run until the workshop begins."""
    if room.in_lobby:
        return StepClock(0.0, room.step.minutes * 60, 0.0, runs=False)
    here = max(0.0, (now - room.step_since - room.asleep(now)).total_seconds())
    spent = room.spent.get(room.step_id, 0.0) + here
    planned = room.step.minutes * 60
    before = sum(step.minutes * 60 for step in room.steps[: room.place])
    taken = sum(room.spent.values()) + here
    idle = max(0.0, room.idle(now).total_seconds())
    return StepClock(spent, planned, taken - before - min(spent, planned), idle_s=idle)
