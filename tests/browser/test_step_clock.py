"""What the presenter's clock says while the server says nothing."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from core.workshop.room import SLEEPS_AFTER
from tests.browser.contexts import lent_context

SCRIPT = Path(__file__).parents[2] / "components" / "step_clock" / "step_clock.js"
WORDS = {"time": "{spent} of {planned}", "waits": "", "soon": "", "over": "", "onPlan": "", "behind": "", "ahead": ""}
HOUR = 3600


@pytest.mark.parametrize(
    ("spent", "idle", "elapsed", "time"),
    [
        (600, 0, 2 * HOUR, "130:00 of 5:00"),
        (600 + HOUR, HOUR, HOUR, "130:00 of 5:00"),
        (600 + HOUR, HOUR, 15 * HOUR, "10:00 of 5:00"),
        (600, 15 * HOUR, 60, "10:00 of 5:00"),
    ],
    ids=["talk", "talk after people went", "night after people went", "opened the next morning"],
)
def test_clock_of_a_page_left_open_takes_the_night_off(
    chromium: Browser, spent: float, idle: float, elapsed: float, time: str
) -> None:
    data = {"runs": True, "spent": spent, "planned": 300, "behind": 0, "idle": idle, "words": WORDS}
    data |= {"sleeps": SLEEPS_AFTER.total_seconds(), "soon": 0.8, "over": 1.0}
    script = SCRIPT.read_text(encoding="utf-8").replace("export default", "const mounted =")
    with lent_context(chromium) as context:
        said = context.new_page().evaluate(f"() => {{ {script}; return said({json.dumps(data)}, {elapsed}).time }}")
    assert said == time
