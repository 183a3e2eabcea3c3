"""What a run costs the browser before it draws: Streamlit gives every element another class when it begins.

Rules that ask for a part of a class (`[class*="st-key-…"]`) have the browser look at all that they reach for whenever
any class changes: a rule that ends in a plain tag or in `*` then has half the page styled anew (docs/performance.md).
So does one that goes on from `:has(…)`, whenever anything is pressed that some other `:has(…)` asks about.
"""

import pytest

from tests.browser.visit import Visit

TOGGLE = """() => {
  const all = [...document.querySelectorAll(".stElementContainer")]
  document.body.offsetHeight
  all.forEach((one) => one.classList.toggle("as-when-a-run-begins"))
  document.body.offsetHeight
  return all.length
}"""
TRACED = {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": ["devtools.timeline"]}}
PRESS = """() => {
  const pressed = [...document.querySelectorAll(".stMain :is(button, label)")].filter((one) => one.checkVisibility())
  document.body.offsetHeight
  for (const one of pressed) for (const name of ["data-selected", "data-hovered", "data-focused", "aria-checked"]) {
    one.toggleAttribute(name)
    document.body.offsetHeight
    one.toggleAttribute(name)
    document.body.offsetHeight
  }
  return pressed.length
}"""
LIMIT = 3
"""Elements styled anew for each whose class has changed: itself, and what it holds at once."""
MOST_PRESSED = 45
"""Elements styled anew when one that can be pressed changes: those beside it, not all that the page's parts hold."""


@pytest.mark.parametrize("address", ["/calculators?calc=memory", "/", "/pipeline", "/fine-tuning", "/decide"])
def test_a_run_that_begins_leaves_the_rest_of_the_page_alone(visit: Visit, address: str) -> None:
    visit.open(address).stand_still()
    changed, styled = traced(visit, TOGGLE)
    assert changed > 10
    assert max(styled) >= changed
    assert max(styled) <= LIMIT * changed


@pytest.mark.parametrize("address", ["/calculators?calc=memory", "/decide", "/fine-tuning", "/interview"])
def test_a_press_leaves_the_rest_of_the_page_alone(visit: Visit, address: str) -> None:
    visit.open(address).stand_still()
    pressed, styled = traced(visit, PRESS)
    assert pressed > 3
    assert len(styled) >= pressed
    assert sum(styled) / len(styled) <= MOST_PRESSED


def traced(visit: Visit, act: str) -> tuple[int, list[int]]:
    """What the script gave back, and how many elements were styled anew at each look."""
    session, events, done = visit.page.context.new_cdp_session(visit.page), [], []
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda _: done.append(True))
    session.send("Tracing.start", TRACED)
    found = visit.page.evaluate(act)
    session.send("Tracing.end")
    while not done:
        visit.page.wait_for_timeout(50)
    return found, [event["args"]["elementCount"] for event in events if "elementCount" in event.get("args", {})]
