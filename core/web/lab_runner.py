"""The lab's runner and recordings, one of each per process: loaded and started when first asked for."""

import os
import threading
import time
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.lab.runner.runner import Runner
    from core.lab.storage import Recordings

_LOCK = threading.Lock()
_STARTED: "list[Runner]" = []


@lru_cache(maxsize=1)
def lab_recordings() -> "Recordings":
    """The recorded runs; frozen, so that visitors may share them."""
    from core.lab.storage import load_recordings  # noqa: PLC0415 - NumPy is not for the start of the server

    return load_recordings()


def lab_runner() -> "Runner":
    """The runner, with a worker for each core but one, which is left to the pages; at least one."""
    with _LOCK:
        if not _STARTED:
            from core.lab.runner.runner import Runner  # noqa: PLC0415 - as above

            _STARTED.append(Runner(max(1, (os.cpu_count() or 1) - 1), time.perf_counter))
        return _STARTED[0]


def started_lab_runner() -> "Runner | None":
    """The runner, once somebody has asked for a run: to look at a page starts no worker."""
    return _STARTED[0] if _STARTED else None


def close_lab_runner() -> None:
    """Ends the workers, if any were started; the next `lab_runner` starts new ones."""
    with _LOCK:
        while _STARTED:
            _STARTED.pop().close()
