"""Starts Streamlit servers and a Chromium for the benchmarks."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.browser.find_chromium import FLAGS, HOW, find_chromium
from tests.browser.server import free_port, wait_until_healthy

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def served(script: Path, **environment: str) -> Iterator[str]:
    """Serves a Streamlit script on a free port; yields its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", "--server.headless=true"]
    # The baseline runs without the full garbage collection too: what is compared is the page, not the option.
    options = ["--runner.postScriptGC=false", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"]
    server = subprocess.Popen(
        command + options,
        cwd=script.parent,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until_healthy(server, f"{address}/_stcore/health")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium, of the kind that people have; RuntimeError says how to get one where there is none."""
    path = find_chromium(window=True)
    if path is None:
        raise RuntimeError(HOW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def seconds(act: Callable[[], object], times: int) -> float:
    """The median duration of calling `act`, in s."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return median(taken)
