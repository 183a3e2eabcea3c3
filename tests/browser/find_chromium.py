"""Finds a Chromium, or installs one: `python -m tests.browser.find_chromium [--window] [--install]` prints its path.

Tests take the headless shell where there is one: it opens no window for a page, and a page costs half the processor
time (1.6 in place of 3.0 s for the pipeline, of which the page's own are 1.1). Benchmarks ask for the browser that
people have, by `--window`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
FONTS = "fonts-liberation"
"""What the package of the whole browser recommends and the shell's does not: pages would be drawn in other letters."""

WITH_WINDOW = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What every browser of tests and benchmarks is started with."""

HOW = "No Chromium was found. Install one, or set CHROMIUM to its path."


def find_chromium(*, window: bool = False) -> str | None:
    """The path of a Chromium: CHROMIUM's, one on PATH, or Playwright's own; with `window`, not the headless shell."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    names = WITH_WINDOW if window else (SHELL, *WITH_WINDOW)
    on_path = next((found for name in names if (found := shutil.which(name))), None)
    if on_path:
        return on_path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def install_chromium(*, window: bool = False) -> None:
    """Installs one: Debian's package where this is Debian and we are root, else Playwright's own."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        _apt_get("update")
        for packages in [["chromium"]] if window else [[SHELL, FONTS], ["chromium"]]:
            if find_chromium(window=window) is None:
                _apt_get("install", "-y", *packages)
    if find_chromium(window=window) is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, stdout=sys.stderr)


def _apt_get(*words: str) -> None:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *words], check=False, env=env, stdout=sys.stderr)


def main() -> int:
    """Prints the path; 1 when there is none."""
    window = "--window" in sys.argv
    found = find_chromium(window=window)
    if found is None and "--install" in sys.argv:
        install_chromium(window=window)
        found = find_chromium(window=window)
    if found is None:
        sys.stderr.write(HOW + "\n")
        return 1
    sys.stdout.write(found + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
