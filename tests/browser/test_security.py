"""What a browser does with a page into which somebody got a script or a frame: nothing."""

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from tests.browser.server import LOG, running_app
from tests.browser.visit import Visit
from tests.browser.workshop_room import opened_workshop

PLANT = """() => new Promise((resolve) => {
  const refused = []
  document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective))
  const script = document.createElement("script")
  script.textContent = "window.planted = true"
  const picture = new Image()
  picture.src = "http://127.0.0.1:9/stolen.png"
  document.body.append(script, picture)
  setTimeout(() => resolve({ ran: "planted" in window, refused: [...new Set(refused)].sort() }), 500)
})"""


def test_planted_script_does_not_run_and_nothing_is_sent_elsewhere(context: BrowserContext, app: str) -> None:
    visit = Visit(context.new_page(), app).open("/pipeline")
    assert visit.page.evaluate(PLANT) == {"ran": False, "refused": ["img-src", "script-src-elem"]}


def test_another_site_cannot_put_the_app_into_a_frame(context: BrowserContext, app: str) -> None:
    page = context.new_page()
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.set_content(f'<iframe src="{app}/pipeline"></iframe>')


def test_log_holds_nothing_that_a_person_wrote(chromium: Browser, tmp_path: Path) -> None:
    with running_app(LLM_LADDER_DATA=str(tmp_path)) as app, opened_workshop(chromium, app) as workshop:
        page = workshop.join("Zebedee Quux")
        page.goto(f"{app}/interview")
        page.get_by_role("button", name="Ask me this question").click()
        page.locator("textarea").fill("pineapples are my private answer")
        page.keyboard.press("Control+Enter")
        page.get_by_role("heading", name="Did you say it?").wait_for()
        page.goto(f"{app}/decide?problem=my-secret-case")
        page.get_by_text("ignored").first.wait_for()
        cookies = [cookie["value"] for cookie in workshop.contexts[0].cookies() if "learner" in cookie["name"]]
    log = (tmp_path / LOG).read_text(encoding="utf-8")
    assert cookies
    for words in ("Zebedee", "pineapples", "my-secret-case", workshop.code, *cookies):
        assert words not in log
