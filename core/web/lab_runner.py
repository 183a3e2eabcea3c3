"""The lab's runner, one a process: it starts workers when it is first asked for, and ends with the server."""

import os
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.lab.runner.runner import Runner

_LOCK = threading.Lock()
_STARTED: "list[Runner]" = []


def lab_runner() -> "Runner":
    """The runner, with a worker for each core but one, which is left to the pages; at least one."""
    with _LOCK:
        if not _STARTED:
            from core.lab.runner.runner import Runner  # noqa: PLC0415 - NumPy is not for the start of the server

            _STARTED.append(Runner(max(1, (os.cpu_count() or 1) - 1), time.perf_counter))
        return _STARTED[0]


def close_lab_runner() -> None:
    """Ends the workers, if any were started; the next `lab_runner` starts new ones."""
    with _LOCK:
        while _STARTED:
            _STARTED.pop().close()
