"""The server is killed while learners review: every answer that was acknowledged is there when it comes back."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import websockets

from benchmarks.learners import GRADE, SHOW
from benchmarks.screen import Screen
from tests.async_scene import played
from tests.browser.server import free_port, wait_until_healthy
from tests.open_pages import ROOT

LEARNERS, ROUNDS = 6, 3


@contextmanager
def server(data: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A server on a store that outlives it."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    environment = {**os.environ, "LLM_LADDER_DATA": str(data), "LLM_LADDER_SECRET": "only for tests"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet)
    try:
        wait_until_healthy(process, f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.kill()
        process.wait()


async def review(address: str, acknowledged: list[int]) -> None:
    """Answers as fast as the server lets it, until the server is gone."""
    with suppress(OSError, websockets.WebSocketException):
        async with Screen(address, "quick-fire") as screen:
            while shows := next((key for key in SHOW if key in screen.buttons), None):
                await screen.press(shows)
                await screen.press(GRADE)
                acknowledged[0] += 1


async def until_killed(
    address: str, process: "subprocess.Popen[bytes]", after_s: float, acknowledged: list[int]
) -> None:
    learners = [asyncio.create_task(review(address, acknowledged)) for _ in range(LEARNERS)]
    for _ in range(600):
        await asyncio.sleep(0.1)
        if acknowledged[0] >= LEARNERS:
            break
    await asyncio.sleep(after_s)
    process.send_signal(signal.SIGKILL)
    await asyncio.gather(*learners)


def stored(data: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(data / "learners.db")) as database:
        query = "select count(*), count(distinct learner_id || id) from entries"
        rows, distinct = database.execute(query).fetchone()
    return int(rows), int(distinct)


def test_no_acknowledged_answer_is_lost_or_doubled(tmp_path: Path) -> None:
    total = 0
    for number in range(ROUNDS):
        before = stored(tmp_path)[0] if number else 0
        acknowledged = [0]
        with server(tmp_path) as (address, process):
            played(until_killed(address, process, 0.13 * number, acknowledged))
        rows, distinct = stored(tmp_path)
        assert rows == distinct
        assert acknowledged[0] <= rows - before <= acknowledged[0] + LEARNERS
        total += acknowledged[0]
    assert total >= ROUNDS * LEARNERS
