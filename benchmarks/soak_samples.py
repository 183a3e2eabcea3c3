"""What a server process takes, read from outside every so often (Linux), and the line through it."""

import csv
import math
import re
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TextIO

from benchmarks.memory import resident_bytes
from tests.browser.processes import Process

_SESSIONS = re.compile(r"^active_sessions\S* (\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Sample:
    """One look at the server: `core` is the share of a core since the look before."""

    minute: float
    rss_mib: float
    workers_mib: float
    core: float
    files: int
    threads: int
    sessions: int
    store_mib: float
    presses: int


@dataclass(frozen=True)
class Slope:
    """A line through samples: MiB an hour, and its standard error."""

    mib_per_h: float
    error: float


def sample(server: Process, data: Path, minute: float, core: float, presses: int) -> Sample:
    """Looks at the server now."""
    process = Path(f"/proc/{server.pid}")
    return Sample(
        minute=round(minute, 2),
        rss_mib=round(_mebibytes(server.pid), 2),
        workers_mib=round(sum(map(_mebibytes, _children(server.pid))), 1),
        core=round(core, 4),
        files=len(list((process / "fd").iterdir())),
        threads=len(list((process / "task").iterdir())),
        sessions=_sessions(server.address),
        store_mib=round(sum(one.stat().st_size for one in data.glob("learners.db*")) / 2**20, 2),
        presses=presses,
    )


def slope(samples: Sequence[Sample]) -> Slope:
    """The line of least squares through the resident memory of the samples.

    Neighbouring samples are alike, so the error is as if each 10 minutes were one sample, not each look.
    """
    hours = [one.minute / 60 for one in samples]
    mean_h, mean_mib = sum(hours) / len(hours), sum(one.rss_mib for one in samples) / len(samples)
    spread = sum((hour - mean_h) ** 2 for hour in hours)
    rise = sum((hour - mean_h) * one.rss_mib for hour, one in zip(hours, samples, strict=True)) / spread
    left = sum((one.rss_mib - mean_mib - rise * (hour - mean_h)) ** 2 for hour, one in zip(hours, samples, strict=True))
    independent = max((hours[-1] - hours[0]) * 6, 3.0)
    return Slope(rise, math.sqrt(left / (independent - 2) / (spread * independent / len(hours))))


def head(file: TextIO) -> None:
    """Writes the names of the columns."""
    csv.writer(file).writerow([field.name for field in fields(Sample)])


def row(file: TextIO, one: Sample) -> None:
    """Writes a sample at once, so that a run that is cut off leaves what it saw."""
    csv.writer(file).writerow(asdict(one).values())
    file.flush()


def _sessions(address: str) -> int:
    with urllib.request.urlopen(f"{address}/_stcore/metrics?families=active_sessions", timeout=60) as answer:
        found = _SESSIONS.search(answer.read().decode())
    return int(found[1]) if found else -1


def _mebibytes(pid: int) -> float:
    return resident_bytes(pid) / 2**20


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has ended since
            found += map(int, (task / "children").read_text().split())
    return found
