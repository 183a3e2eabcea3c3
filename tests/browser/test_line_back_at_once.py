"""A page whose line is back, and whose runs arrive all at once: it goes on as well as where each was seen to run."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.contexts import lent_context
from tests.browser.server import free_port, running_app
from tests.browser.visit import Visit

BACK = "[data-test-connection-state=CONNECTED]:not([data-ll-asks])"
BACK_MS = 60_000
UNSEEN = """(() => {
  const { observe } = MutationObserver.prototype
  MutationObserver.prototype.observe = function (target, asked) {
    const attributeFilter = asked.attributeFilter?.filter((name) => name !== 'data-test-script-state')
    observe.call(this, target, attributeFilter ? { ...asked, attributeFilter } : asked)
  }
})()"""
"""What several runs that the browser draws in one go come to: nobody is told that the page ran."""


def test_page_whose_runs_nobody_saw_run_takes_presses_once_the_line_is_back(chromium: Browser, tmp_path: Path) -> None:
    """With eight phones on a server that was started again, three kept back every press until they were loaded anew."""
    port = free_port()
    with lent_context(chromium) as context:
        context.add_init_script(UNSEEN)
        with running_app(LLM_LADDER_DATA=str(tmp_path), port=port) as app:
            tab = Visit(context.new_page(), app).open("/pipeline")
        with running_app(LLM_LADDER_DATA=str(tmp_path), port=port):
            tab.page.locator(BACK).wait_for(timeout=BACK_MS)
            tab.settle()
            tab.page.get_by_role("button", name=re.compile("^Next")).first.click()
            tab.wait_for_params(step="pre-training")
