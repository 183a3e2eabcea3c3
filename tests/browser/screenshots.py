"""Saves every page and its states, wide and narrow, light and dark: `python -m tests.browser.screenshots`."""

import re
import sys

from playwright.sync_api import sync_playwright

from tests.browser.find_chromium import FLAGS, HOW, find_chromium
from tests.browser.server import seeded_app
from tests.browser.views import views
from tests.browser.visit import Visit
from tests.open_pages import ROOT

FOLDER = ROOT / "screenshots"
SIZES = ((1400, 900), (390, 844))


def main() -> int:
    """Saves the pictures; 1 when there is no browser."""
    path = find_chromium()
    if path is None:
        sys.stderr.write(HOW + "\n")
        return 1
    FOLDER.mkdir(exist_ok=True)
    with seeded_app() as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for width, height in SIZES:
            phone = {"has_touch": True, "is_mobile": True, "device_scale_factor": 2} if width < 640 else {}
            context = browser.new_context(viewport={"width": width, "height": height}, **phone)  # type: ignore[arg-type]
            visit = Visit(context.new_page(), app)
            for address in views():
                _save(visit, address, width)
            context.close()
        browser.close()
    return 0


def _save(visit: Visit, address: str, width: int) -> None:
    name = re.sub(r"[^a-z0-9]+", "-", address.strip("/")).strip("-") or "start"
    visit.page.context.clear_cookies()
    visit.open(address)
    for scheme in ("light", "dark"):
        visit.switch_scheme(scheme)
        visit.page.wait_for_timeout(600)
        visit.page.screenshot(path=FOLDER / f"{name[:80]}-{width}-{scheme}.png")
        sys.stdout.write(f"{name}-{width}-{scheme}\n")


if __name__ == "__main__":
    sys.exit(main())
