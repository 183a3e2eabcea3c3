"""A page whose line to the server is cut: it says so, loses nothing typed, and goes on when the line is back."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, WebSocketRoute, expect

from core.content.models import Content
from tests.browser.conftest import at
from tests.browser.contexts import lent_context
from tests.browser.practised import Practised
from tests.browser.server import free_port, running_app
from tests.browser.silent_network import silent_network
from tests.browser.visit import Visit

CUT = "[data-testid=stApp]:not([data-test-connection-state=CONNECTED])"
BACK = "[data-test-connection-state=CONNECTED]:not([data-ll-asks])"
PASTE = """(field, text) => {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}"""
PINGS = re.compile("/_stcore/(health|host-config)")
PRESS_AT_ONCE = """(button) => {
  const app = document.querySelector('[data-testid="stApp"]')
  const seen = new MutationObserver(() => {
    if (app.dataset.testConnectionState !== 'CONNECTED' || !('llAsks' in app.dataset)) return
    seen.disconnect()
    setTimeout(() => button.click(), 50)
  })
  seen.observe(app, { attributes: true })
}"""
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


def test_line_that_is_back_complains_of_nothing_where_nothing_was_pressed(chromium: Browser, server: Server) -> None:
    with lent_context(chromium) as context:
        errors: list[str] = []
        with server.runs() as app:
            tab = Practised(context.new_page(), app).open("/pipeline")
            tab.page.on("pageerror", lambda error: errors.append(str(error)))
        with server.runs():
            is_back(tab)
        assert errors == []


def test_press_in_the_moment_in_which_the_line_is_back_counts_once(chromium: Browser, server: Server) -> None:
    with lent_context(chromium) as context:
        with server.runs() as app:
            tab = Practised(context.new_page(), app).open("/pipeline")
            tab.page.get_by_role("button", name=re.compile("^Next")).first.evaluate(PRESS_AT_ONCE)
        with server.runs():
            is_back(tab)
            tab.wait_for_params(step="pre-training")


def test_guess_that_was_not_sent_when_the_line_was_cut_is_the_one_that_is_given(
    chromium: Browser, server: Server
) -> None:
    with lent_context(chromium) as context:
        with server.runs() as app:
            tab = Practised(context.new_page(), app).open("/calculators?calc=labelling")
            field = tab.page.get_by_label("Your guess, hours")
            field.press_sequentially("100")
            tab.button("Show the result").evaluate(PRESS_AT_ONCE)
        with server.runs():
            is_back(tab)
            expect(tab.page.get_by_text("You guessed 100 h")).to_be_visible()


def test_field_that_the_cut_line_took_the_focus_from_has_it_again(chromium: Browser, server: Server) -> None:
    with lent_context(chromium) as context:
        with server.runs() as app:
            tab = Practised(context.new_page(), app).open("/calculators?calc=labelling&examples=5000")
            field = tab.page.get_by_label("Pairs", exact=True)
            field.fill("712")
        with server.runs():
            is_back(tab)
            expect(field).to_be_focused()
            tab.press("3", "Enter")
            tab.wait_for_params(examples="7123")


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
            tab.page.wait_for_timeout(1000)  # what was written is sent now
            tab.settle()
            tab.page.reload()
            expect(tab.page.locator("textarea")).to_have_value("RAG comes first. Tuning needs a reason.")
            tab.go_on("Submit and lock")
            tab.sees_heading("Did you say it?")


def test_answer_given_as_the_line_broke_can_be_given_again(chromium: Browser, server: Server) -> None:
    lost = [False]

    def between(tab: WebSocketRoute) -> None:
        line = tab.connect_to_server()
        tab.on_message(lambda said: None if lost[0] else line.send(said))

    with lent_context(chromium) as context:
        page = context.new_page()
        page.route_web_socket(re.compile("_stcore/stream"), between)
        with server.runs() as app:
            tab = Practised(page, app).open("/interview")
            tab.go_on("Ask me this question")
            tab.page.locator("textarea").press_sequentially("RAG comes first.")
            lost[0] = True
            tab.button("Submit and lock").click()
            expect(tab.button("Submit and lock")).to_be_disabled()
        lost[0] = False
        with server.runs():
            is_back(tab)
            expect(tab.button("Submit and lock")).to_be_enabled()
            tab.go_on("Submit and lock")
            tab.sees_heading("Did you say it?")


@pytest.mark.parametrize(
    ("host", "says"),
    [("127.0.0.1", "Der Server antwortet nicht."), ("localhost", "LLM Ladder läuft nicht.")],
    ids=["by a network", "on this machine"],
)
def test_dialog_of_a_lost_line_says_what_to_do_in_the_language_of_the_page(
    chromium: Browser, app: str, host: str, says: str
) -> None:
    with lent_context(chromium) as context:
        with silent_network(app) as network:
            tab = Practised(context.new_page(), network.address.replace("127.0.0.1", host)).open("/pipeline?lang=de")
        dialog = tab.page.get_by_role("dialog")
        expect(dialog.get_by_role("heading", name="Keine Verbindung")).to_be_visible()
        expect(dialog.get_by_text(says)).to_be_visible()
        expect(dialog.get_by_text("Streamlit")).to_have_count(0)
        expect(dialog.get_by_text("make run")).to_have_count(1 if host == "localhost" else 0)
        word = tab.page.get_by_test_id("stStatusWidget")
        expect(word).to_have_text("Verbinde …")
        box, search = word.bounding_box(), tab.button("Suche").bounding_box()
        assert box and search
        assert box["y"] >= search["y"] + search["height"]


def test_lost_line_is_told_once_by_the_dialog_and_once_that_is_closed_at_the_foot(chromium: Browser, app: str) -> None:
    with lent_context(chromium) as context:
        with silent_network(app) as network:
            tab = Practised(context.new_page(), network.address).open("/pipeline")
        foot, title = tab.page.locator(".ll-silent"), tab.page.get_by_role("heading", name="No connection")
        expect(title).to_be_visible()
        expect(foot).to_have_text(re.compile("The server does not answer"))
        expect(foot).to_be_hidden()
        tab.page.get_by_role("dialog").get_by_role("button", name="Close").click()
        expect(title).to_have_count(0)
        expect(foot).to_be_visible()


def test_dialog_says_in_german_what_a_proxy_answers(chromium: Browser, app: str) -> None:
    with lent_context(chromium) as context:
        with silent_network(app) as network:
            tab = Practised(context.new_page(), network.address).open("/pipeline?lang=de")
            tab.page.route(PINGS, lambda route: route.fulfill(status=502, content_type="text/html", body="Bad Gateway"))
        expect(
            tab.page.get_by_text("Statt des Servers antwortet etwas, das vor ihm steht, mit Status 502.")
        ).to_be_visible()
        expect(tab.page.get_by_text("Connection failed")).to_have_count(0)


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_a_long_run_shows_as_a_bar_and_lies_on_nothing(visit: Visit) -> None:
    rest = [10_000]  # messages that may still come: two of them say that a run has begun

    def between(tab: WebSocketRoute) -> None:
        line = tab.connect_to_server()

        def said(message: str | bytes) -> None:
            rest[0] -= 1
            if rest[0] >= 0:
                tab.send(message)

        line.on_message(said)

    visit.page.route_web_socket(re.compile("_stcore/stream"), between)
    visit.open("/calculators?calc=labelling&examples=5000")
    rest[0] = 2
    visit.page.get_by_role("button", name="Increment").first.click()
    bar = visit.page.get_by_test_id("stStatusWidget")
    expect(bar).to_be_attached()
    assert bar.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 3}
    expect(bar.get_by_role("button")).to_be_hidden()


def test_half_an_emoji_in_any_field_is_dropped_and_the_line_holds(here: Practised, content: Content) -> None:
    here.open("/takeaways")
    field = here.page.get_by_label("Search the glossary")
    field.evaluate(PASTE, "rank \ud83d")
    field.press("Enter")
    expect(here.page.get_by_text(f"of {len(content.terms)} terms")).to_be_visible()
    assert field.input_value() == "rank "
    here.open("/interview").go_on("Ask me this question")
    here.page.locator("textarea").evaluate(PASTE, "Retrieval wins here \ud83d")
    here.go_on("Submit and lock")
    expect(here.page.get_by_text("Retrieval wins here")).to_be_visible()
    expect(here.page.locator(CUT)).to_have_count(0)
