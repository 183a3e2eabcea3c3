"""The decision record as a person takes it: what was typed a moment ago is in it."""

from pathlib import Path

from tests.browser.visit import Visit

TUNED_STYLE = "/decide?problem=style&style-prompting=yes&style-examples=yes"


def test_file_has_the_subject_that_the_field_still_holds_and_typing_it_is_no_step(visit: Visit) -> None:
    visit.open("/compare")
    visit.open(TUNED_STYLE)
    visit.page.get_by_label("What is this decision for?").press_sequentially("Tone of our letters", delay=20)
    with visit.page.expect_download() as taken:
        visit.button("Save as decision record").click()
    assert Path(taken.value.path()).read_text(encoding="utf-8").startswith("# Decision: Tone of our letters\n")
    visit.wait_for_params(**{"for": "Tone of our letters"})
    visit.page.go_back()
    visit.sees_heading("Compare approaches")
