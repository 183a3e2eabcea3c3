"""Where the guide ends, as it is composed: beside the flowchart what to do, below it the reasons and the warnings."""

from tests.browser.visit import Visit

TUNED_STYLE = "/decide?problem=style&style-prompting=yes&style-examples=yes"


def test_outcome_takes_the_width_below_the_flowchart(visit: Visit) -> None:
    visit.open(TUNED_STYLE)
    visit.node("problem").wait_for()  # drawn after the script has run, and all below it moves then
    visit.stand_still()
    reasons, pitfall, figure = (
        visit.page.locator(place).first.bounding_box()
        for place in (
            ".st-key-strip-outcome-fine-tune-style dl",
            ".st-key-strip-outcome-fine-tune-style .ll-chef",
            ".wrap",
        )
    )
    assert reasons and pitfall and figure
    assert abs(reasons["y"] - pitfall["y"]) < 12, "the reasons stand beside what to watch for"
    assert min(reasons["width"], pitfall["width"]) > 500
    assert reasons["y"] > figure["y"] + figure["height"]
    assert reasons["y"] < 1050, "and the column beside the flowchart is no longer than it"
