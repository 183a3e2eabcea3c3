"""Starts the app on a free port of this machine, as `make run` does, and stops it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.store.store import open_store
from tests.browser.seeded_interviews import seed_interviews
from tests.browser.seeded_rooms import SECRET, seed_rooms
from tests.history import keep_history, key_of
from tests.open_pages import ROOT
from tests.read_once import load_content

START_S = 60
VETERAN = "veteran"
LOG = "server.log"
"""What a server under test says, in its data folder."""


@contextmanager
def running_app(
    script: str = "app.py",
    module: str = "streamlit",
    port: int | None = None,
    host: str = "127.0.0.1",
    **environment: str,
) -> Iterator[str]:
    """The address of a fresh server, with a store and a secret of its own unless `environment` names them."""
    with tempfile.TemporaryDirectory() as data:
        own = {"LLM_LADDER_SECRET": SECRET, "LLM_LADDER_DATA": data}
        with _running([module, "run", script, "--server.address", host], own | environment, port) as address:
            yield address


@contextmanager
def seeded_app() -> Iterator[str]:
    """The address of a fresh server whose store knows `VETERAN`, a learner sixty days on, rooms and interviews."""
    with tempfile.TemporaryDirectory() as data:
        store = open_store(None, Path(data))
        keep_history(store, key_of(VETERAN, SECRET), load_content(), datetime.now(UTC))
        seed_rooms(store, datetime.now(UTC))
        seed_interviews(store, load_content())
        store.close()
        with running_app(LLM_LADDER_DATA=data) as address:
            yield address


@contextmanager
def _running(command: list[str], environment: dict[str, str], port: int | None = None) -> Iterator[str]:
    port = port or free_port()
    words = [sys.executable, "-m", *command, "--server.port", str(port)]
    env = {**os.environ, "PYTHONWARNINGS": "default", **environment}
    with (Path(env["LLM_LADDER_DATA"]) / LOG).open("w", encoding="utf-8") as log:
        process = subprocess.Popen(words, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_until_healthy(process, f"http://127.0.0.1:{port}/_stcore/health", Path(log.name))
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(process: "subprocess.Popen[Any]", address: str, log: Path | None = None) -> None:
    """Waits until a server answers; raises RuntimeError when it stops instead."""
    for _ in range(START_S * 10):
        if process.poll() is not None:
            output = log.read_text(encoding="utf-8") if log else ""
            raise RuntimeError(f"the app stopped at once:\n{output}")
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the app did not answer within {START_S} s")
