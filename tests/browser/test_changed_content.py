"""One item that its author changes is changed in solo practice, in the interview and in a live room after a reload."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import LOG, running_app
from tests.browser.visit import Visit
from tests.browser.workshop_room import at_step, opened_workshop
from tests.content.broken import copy_of_content, replace

CASE, CASES = "case-plant-rules-stand-still", "items/cases.yaml"
OLD, NEW = "A plant's operators ask a model", "A mill's operators ask a model"
ASKED, INTERVIEW = "When would you fine-tune instead of using RAG?", "items/interview.yaml"
ASKED_ANEW = "When would you rather tune than retrieve?"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[str]:
    content = copy_of_content(tmp_path)
    with running_app(LLM_LADDER_CONTENT=str(content), LLM_LADDER_DATA=str(tmp_path)) as address:
        yield address


def test_changed_item_is_shown_solo_in_an_interview_and_live(
    visit: Visit, chromium: Browser, app: str, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        room.press("Next step")
        at_step(guest, 2)
        expect(guest.get_by_text(OLD).first).to_be_visible()
        visit.open(f"/cases?item={CASE}")
        expect(visit.page.get_by_text(OLD).first).to_be_visible()
        text = (content / CASES).read_text(encoding="utf-8")
        (content / CASES).write_text(text.replace(OLD, NEW), encoding="utf-8")
        replace(INTERVIEW, ASKED, ASKED_ANEW)(content)
        visit.open(f"/cases?item={CASE}")
        expect(visit.page.get_by_text(NEW).first).to_be_visible()
        visit.open("/interview?question=tuning-over-rag")
        expect(visit.page.get_by_role("radio", name=ASKED_ANEW)).to_be_checked()
        guest.reload()
        expect(guest.get_by_text(NEW).first).to_be_visible()


def test_a_change_that_is_wrong_leaves_what_was_there_and_the_log_says_why(visit: Visit, tmp_path: Path) -> None:
    replace("chapter.yaml", "quotation:", "quotaton:")(tmp_path / "content")
    visit.open("/takeaways")
    visit.sees_heading("Takeaways and glossary")
    said = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "what was there before is still shown" in said and "chapter.yaml › chapter › quotaton" in said
