"""The decision record as a person takes it: what was typed a moment ago is in it."""

from pathlib import Path

from playwright.sync_api import expect

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


def test_lora_settings_are_in_the_file_and_on_the_screen_but_not_on_paper(visit: Visit) -> None:
    visit.open(f"{TUNED_STYLE}&view=record")
    code = visit.page.locator("code").get_by_text("from peft import LoraConfig")
    expect(code).to_be_visible()
    with visit.page.expect_download() as taken:
        visit.button("Save as decision record").click()
    assert "    r=16," in Path(taken.value.path()).read_text(encoding="utf-8")
    visit.page.emulate_media(media="print")
    expect(code).to_be_hidden()
    expect(visit.heading("LoRA settings")).to_be_hidden()


def test_record_has_no_link_but_the_one_that_restores_it(visit: Visit) -> None:
    visit.open(f"{TUNED_STYLE}&view=record")
    expect(visit.page.locator(".st-key-panel-record").get_by_role("link")).to_have_count(1)
