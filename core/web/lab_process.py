"""The lab's runner, which a process has once and all visitors share. Starts worker processes on first use."""

import os
import threading
import time

from core.lab.runner.runner import Runner

_LOCK = threading.Lock()
_STARTED: list[Runner] = []


def own_runner() -> Runner:
    """The runner of this process; one core is left for pages. Its workers end when the process does."""
    with _LOCK:
        if not _STARTED:
            _STARTED.append(Runner(max(1, (os.cpu_count() or 2) - 1), time.perf_counter))
        return _STARTED[0]
