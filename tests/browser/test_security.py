"""What a browser does with a page into which somebody got a script or a frame: nothing."""

from playwright.sync_api import BrowserContext

from tests.browser.visit import Visit

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
