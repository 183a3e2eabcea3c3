"""The time taken by the current step compared with its plan; it ticks in the browser between two runs."""

from components.browser_code.browser_component import browser_component
from core.language.text import marked, t
from core.workshop.clock import OVER, SOON, StepClock
from core.workshop.room import SLEEPS_AFTER

_mount = browser_component(
    __file__, '<p class="clock"><strong>\n</strong><span class="state"></span><small></small></p>'
)


_WORDS = {
    "time": marked("{spent} of {planned}"),
    "waits": marked("starts with the workshop"),
    "soon": marked("wrap up soon"),
    "over": marked("over by {time}"),
    "onPlan": marked("on plan"),
    "behind": marked("{time} behind plan"),
    "ahead": marked("{time} ahead of plan"),
}
"""What the browser says; it puts the times in."""


def step_clock(clock: StepClock, code: str) -> None:
    """Draws “2:10 of 4:00”, yellow from 80 % of the plan, red past it, and how late the room is; the lobby stops it."""
    data = {
        "spent": clock.spent_s,
        "planned": clock.planned_s,
        "behind": clock.behind_s,
        "runs": clock.runs,
        "idle": clock.idle_s,
        "sleeps": SLEEPS_AFTER.total_seconds(),
        "soon": SOON,
        "over": OVER,
        "words": {name: t(text) for name, text in _WORDS.items()},
    }
    _mount(key=f"step-clock.{code}", data=data, height="content", width="stretch")
