"""A learner's data by hand: to a file and another browser, to another device by a code, gone for good."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watch
from tests.browser.contexts import lent_context
from tests.browser.server import VETERAN
from tests.browser.visit import Visit, stranger
from tests.history import history
from tests.read_once import load_content

ANSWERS = len(history(load_content(), datetime.now(UTC)))
EXPORT = "Export everything"


@pytest.fixture
def other(chromium: Browser, app: str, watch: Watch) -> Iterator[Visit]:
    """A browser of somebody else, or of the same person on another device."""
    with lent_context(chromium) as context:
        page = context.new_page()
        watch.follow(page)
        yield Visit(page, app)


def exported(visit: Visit) -> Path:
    visit.settle()
    with visit.page.expect_download(timeout=30_000) as started:
        visit.button(EXPORT).click()
    assert re.fullmatch(r"llm-ladder-\d{4}-\d\d-\d\d\.json", started.value.suggested_filename)
    return Path(started.value.path())


def give(visit: Visit, name: str, data: bytes) -> None:
    field = visit.page.locator('.st-key-strip-import input[type="file"]')
    field.set_input_files({"name": name, "mimeType": "application/json", "buffer": data})


def offered_code(visit: Visit) -> str:
    visit.button("Show a code").click()
    code = visit.page.locator(".ll-bigcode")
    expect(code).to_have_text(re.compile(r"^[2-9A-Z]{4}-[2-9A-Z]{4}$"))
    expect(visit.page.get_by_text(re.compile(r"^(10:00|9:5\d) left"))).to_be_visible()
    return code.inner_text()


def redeem(visit: Visit, code: str) -> None:
    visit.page.get_by_label("Code from the other device").fill(code)
    visit.page.get_by_role("button", name="Continue here").click()
    visit.page.wait_for_url(re.compile("device="))
    visit.settle()


def learner_cookie(visit: Visit) -> str:
    return next(c["value"] for c in visit.page.context.cookies() if c["name"] == "llm_ladder_learner")


def test_export_of_one_browser_arrives_in_another_and_arrives_once(visit: Visit, other: Visit) -> None:
    visit.open(f"/progress#{VETERAN}")
    data = exported(visit).read_bytes()
    assert len(json.loads(data)["entries"]) == ANSWERS
    other.open("/progress")
    other.sees_heading("Nothing is measured yet")
    give(other, "export.json", data)
    expect(other.page.get_by_text(f"{ANSWERS:,} entries, ")).to_be_visible()
    other.sees_heading("Nothing is measured yet")
    expect(other.page.locator("#learner-data-found")).to_be_focused()
    expect(other.button("Import")).to_be_in_viewport(ratio=1)
    other.button("Import").click()
    other.sees_heading("Weak spots on the pipeline")
    expect(other.page.get_by_text(f"Imported: {ANSWERS:,} entries were added.")).to_be_focused()
    give(other, "export.json", data)
    expect(other.page.get_by_text("Everything in this file is already here.")).to_be_visible()
    other.button("Remove the file").click()
    expect(other.heading("From a file")).to_be_focused()
    again = json.loads(exported(other).read_bytes())
    assert again["entries"] == json.loads(data)["entries"]
    assert again["settings"] == json.loads(data)["settings"]
    year = other.page.get_by_role("spinbutton", name="year, When is your interview?")
    expect(year).to_have_text(again["settings"]["interview_on"][:4])
    other.button("Delete my data").click()
    other.button("Delete it for good").click()
    other.sees_heading("Nothing is measured yet")
    expect(year).to_have_text("yyyy")


BAD = {
    "another version": (
        b'{"format": "llm-ladder-learner", "version": 9}',
        "The file has version 9, but this LLM Ladder reads version 2",
    ),
    "HTML": (b"<html><script>alert(1)</script></html>", "This file is not valid JSON"),
    "nested": (b"[" * 200_000 + b"]" * 200_000, "This file is not valid JSON"),
    "digits": (b'{"version": ' + b"9" * 6_000 + b"}", "This file is not valid JSON"),
    "10 MB": (b'{"format": "tea", "x": "' + b"x" * 10_000_000 + b'"}', "This file is not an LLM Ladder export"),
    "HTML inside": (
        b'{"format": "llm-ladder-learner", "version": 1, "exported": "<b>now</b>"}',
        "The file has been changed",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_file_is_refused_with_a_sentence(visit: Visit, kind: str) -> None:
    data, sentence = BAD[kind]
    visit.open("/progress")
    give(visit, "export.json", data)
    expect(visit.page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
    expect(visit.button("Import")).to_have_count(0)


def test_code_makes_another_browser_the_same_learner(visit: Visit, other: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    give(visit, "export.json", small_export())
    visit.button("Import").click()
    code = offered_code(visit)
    other.open("/progress")
    before = learner_cookie(other)
    redeem(other, code.lower().replace("-", " "))
    expect(other.page.get_by_text("continues as the learner on your other device")).to_be_visible()
    assert learner_cookie(other) != before
    assert other.page.evaluate("() => document.cookie").count("learner") == 0
    expect(visit.page.get_by_text("The code was used.")).to_be_visible()
    other.sees_heading("Interview date")
    assert json.loads(exported(other).read_bytes())["entries"] == json.loads(exported(visit).read_bytes())["entries"]
    visit.button("Delete my data").click()
    expect(visit.page.get_by_text("on every device that shares this record")).to_be_visible()
    visit.button("Delete it for good").click()
    expect(visit.page.get_by_text("Deleted. Nothing of yours is kept here.")).to_be_visible()
    other.open("/progress")
    other.sees_heading("Nothing is measured yet")


def test_wrong_code_is_told_and_used_codes_are_wrong(visit: Visit, other: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    give(visit, "export.json", small_export())
    visit.button("Import").click()
    code = offered_code(visit)
    other.open("/progress")
    redeem(other, "AAAA-AAAA")
    expect(other.page.get_by_role("alert").filter(has_text="That code is not valid")).to_be_visible()
    redeem(other, code)
    expect(other.page.get_by_text("continues as the learner")).to_be_visible()
    other.page.context.clear_cookies()
    other.open("/progress")
    redeem(other, code)
    expect(other.page.get_by_role("alert").filter(has_text="That code is not valid")).to_be_visible()


def test_deletion_asks_first_and_leaves_a_clean_slate(visit: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    give(visit, "export.json", small_export())
    visit.button("Import").click()
    visit.button("Delete my data").click()
    expect(visit.page.get_by_role("alert").filter(has_text="This deletes 3 answers")).to_be_focused()
    expect(visit.button("Delete it for good")).to_be_in_viewport()
    visit.button("Keep it").click()
    visit.sees_heading("Weak spots on the pipeline")
    expect(visit.heading("Delete my data")).to_be_focused()
    visit.button("Delete my data").click()
    visit.button("Delete it for good").click()
    visit.sees_heading("Nothing is measured yet")
    expect(visit.page.get_by_text("Deleted. Nothing of yours is kept here.")).to_be_in_viewport()
    expect(visit.button(EXPORT)).to_have_count(0)
    visit.page.reload()
    visit.sees_heading("Nothing is measured yet")


def test_deletion_puts_a_file_away_that_was_looked_at(visit: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    give(visit, "export.json", small_export())
    visit.button("Import").click()
    visit.sees_heading("Weak spots on the pipeline")
    visit.page.reload()
    visit.sees_heading("Weak spots on the pipeline")
    give(visit, "looked-at.json", small_export())
    expect(visit.button("Remove the file")).to_be_visible()
    visit.button("Delete my data").click()
    visit.button("Delete it for good").click()
    expect(visit.page.get_by_text("Deleted. Nothing of yours is kept here.")).to_be_visible()
    expect(visit.page.get_by_text("looked-at.json")).to_have_count(0)
    give(visit, "looked-at.json", small_export())
    expect(visit.button("Import")).to_be_visible()


def test_keyboard_alone_deletes(visit: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    give(visit, "export.json", small_export())
    visit.button("Import").click()
    visit.sees_heading("Weak spots on the pipeline")
    visit.tab_to(visit.button("Delete my data"))
    visit.press("Enter")
    expect(visit.page.get_by_role("alert").filter(has_text="This deletes")).to_be_focused()
    visit.tab_to(visit.button("Delete it for good"), most=2)
    visit.press("Enter")
    visit.sees_heading("Nothing is measured yet")


def test_keyboard_alone_gives_a_code(visit: Visit) -> None:
    visit.open("/progress")
    visit.tab_to(visit.page.get_by_label("Code from the other device"))
    visit.page.keyboard.type("zzzz-zzzz")
    visit.press("Enter")
    expect(visit.page.get_by_role("alert").filter(has_text="That code is not valid")).to_be_visible()


@pytest.mark.parametrize("kind", ["Anki deck", "GIFT", "QTI 2.1", "CSV"])
def test_questions_can_be_taken_away(visit: Visit, kind: str) -> None:
    visit.open("/progress")
    visit.page.get_by_text("Take the questions with you").click()
    with visit.page.expect_download() as started:
        visit.button(kind).click()
    assert started.value.path().stat().st_size > 1_000


def small_export() -> bytes:
    now = datetime(2026, 11, 2, 9, tzinfo=UTC)
    found = [one for one in history(load_content(), now) if hasattr(one, "item_id")][:3]
    entries = [
        {
            "id": one.id,
            "item": one.item_id,
            "kind": one.kind,
            "at": one.at.isoformat(),
            "day": one.day.isoformat(),
            "rating": int(one.rating),
            "score": one.score,
        }
        for one in found
    ]
    file = {"format": "llm-ladder-learner", "version": 1, "exported": now.isoformat(), "settings": {}}
    return json.dumps(file | {"entries": entries}).encode()


def test_export_keeps_the_focus_while_its_file_is_made(visit: Visit) -> None:
    visit.open(f"/progress#{VETERAN}")
    with visit.page.expect_download(timeout=30_000):
        visit.button(EXPORT).press("Enter")
    expect(visit.button(EXPORT)).to_be_enabled()
    expect(visit.button(EXPORT)).to_be_focused()
