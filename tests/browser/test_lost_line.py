"""A page whose line to the server is cut: it says so, loses nothing typed, and goes on when the line is back."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.contexts import lent_context
from tests.browser.practised import Practised
from tests.browser.server import free_port, running_app

CUT = "[data-testid=stApp]:not([data-test-connection-state=CONNECTED])"
BACK = "[data-test-connection-state=CONNECTED]"
BACK_MS = 60_000
"""Streamlit tries anew after pauses that grow to half a minute."""


class Server:
    """A server that can be stopped, and started again with what it kept."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()

    @contextmanager
    def runs(self) -> Iterator[str]:
        with running_app(LLM_LADDER_DATA=str(self.data), port=self.port) as address:
            yield address


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


def is_back(tab: Practised) -> None:
    tab.page.locator(BACK).wait_for(timeout=BACK_MS)
    tab.settle()


def test_page_goes_on_at_the_first_press_after_its_session_was_forgotten(chromium: Browser, server: Server) -> None:
    with lent_context(chromium) as context:
        with server.runs() as app:
            tab = Practised(context.new_page(), app).open("/pipeline")
        with server.runs():
            is_back(tab)
            tab.page.get_by_role("button", name=re.compile("^Next")).first.click()
            tab.wait_for_params(step="pre-training")


def test_answer_written_without_a_line_is_kept_and_given_once_the_line_is_back(
    chromium: Browser, server: Server
) -> None:
    with lent_context(chromium) as context:
        with server.runs() as app:
            tab = Practised(context.new_page(), app).open("/interview")
            tab.go_on("Ask me this question")
            tab.page.locator("textarea").press_sequentially("RAG comes first. ")
        tab.page.locator(CUT).wait_for()
        tab.page.locator("textarea").press_sequentially("Tuning needs a reason.")
        expect(tab.page.get_by_text("The connection is gone.")).to_be_visible()
        expect(tab.button("Submit and lock")).to_be_disabled()
        tab.press("Control+Enter")
        with server.runs():
            is_back(tab)
            expect(tab.page.get_by_text("The connection is gone.")).to_have_count(0)
            tab.settle()
            tab.page.reload()
            expect(tab.page.locator("textarea")).to_have_value("RAG comes first. Tuning needs a reason.")
            tab.go_on("Submit and lock")
            tab.sees_heading("Did you say it?")


def test_dialog_of_a_lost_line_says_what_to_do_in_the_language_of_the_page(chromium: Browser, server: Server) -> None:
    with lent_context(chromium) as context:
        with server.runs() as app:
            tab = Practised(context.new_page(), app).open("/pipeline?lang=de")
        dialog = tab.page.get_by_role("dialog")
        expect(dialog.get_by_role("heading", name="Keine Verbindung")).to_be_visible()
        expect(dialog.get_by_text("streamlit run")).to_be_hidden()
        expect(dialog.get_by_text("Lass diese Seite offen")).to_be_visible()
