"""What a run costs the browser before it draws: Streamlit gives every element another class when it begins.

Rules that ask for a part of a class (`[class*="st-key-…"]`) have the browser look at all that they reach for whenever
any class changes: a rule that ends in a plain tag or in `*` then has half the page styled anew (docs/performance.md).
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
LIMIT = 3
"""Elements styled anew for each whose class has changed: itself, and what it holds at once."""


@pytest.mark.parametrize("address", ["/calculators?calc=memory", "/", "/pipeline", "/fine-tuning", "/decide"])
def test_a_run_that_begins_leaves_the_rest_of_the_page_alone(visit: Visit, address: str) -> None:
    visit.open(address).stand_still()
    session, events, done = visit.page.context.new_cdp_session(visit.page), [], []
    session.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda _: done.append(True))
    session.send("Tracing.start", TRACED)
    changed = visit.page.evaluate(TOGGLE)
    session.send("Tracing.end")
    while not done:
        visit.page.wait_for_timeout(50)
    styled = [event["args"]["elementCount"] for event in events if "elementCount" in event.get("args", {})]
    assert changed > 10
    assert max(styled) >= changed
    assert max(styled) <= LIMIT * changed
