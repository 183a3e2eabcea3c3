"""A page that fails says so in our words, in the visitor's language; the rest of the course goes on."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.server import running_app
from tests.browser.visit import Visit

BROKEN = """
import sys
from types import ModuleType

def fails(*_, **__):
    raise RuntimeError("a fault of ours")

for name in ("ladder", "review_answer"):
    module = sys.modules[f"components.{name}"] = ModuleType(name)
    setattr(module, name, fails)
"""
"""Python reads this before the app: two parts of pages then fail, one with its page and one at a press."""


def test_page_that_fails_says_so_and_the_others_open(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(BROKEN, encoding="utf-8")
    with running_app(PYTHONPATH=str(tmp_path)) as app, chromium.new_context() as context:
        visit = Visit(context.new_page(), app)
        told = visit.page.locator(".ll-fault")
        visit.open("/")
        expect(told).to_contain_text(
            "Something went wrong on this page. What you had answered is kept. Load the page again; "
            "if it fails again, tell the host."
        )
        visit.open("/quick-fire")
        expect(told).to_have_count(0)
        visit.page.get_by_role("button", name="I do not know").click()
        expect(told).to_be_in_viewport()
        expect(visit.page.get_by_test_id("stException")).to_have_count(0)
        visit.open("/pipeline?lang=de")
        expect(told).to_have_count(0)
