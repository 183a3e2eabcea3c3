"""How many acts of one person a process takes: a short burst, then a few a second. Pure but for its count."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

BURST, PER_SECOND = 12.0, 3.0
MOST_KNOWN = 5_000


@dataclass(frozen=True, slots=True)
class _Bucket:
    left: float
    since: datetime


class ActLimit:
    """Limits acts per person; thread-safe. After four quiet seconds the whole burst is allowed again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def admits(self, person: str, now: datetime) -> bool:
        """Whether a person may act once more; if so, it is counted."""
        with self._lock:
            before = self._buckets.pop(person, _Bucket(BURST, now))
            left = min(BURST, before.left + max(0.0, (now - before.since).total_seconds()) * PER_SECOND)
            self._buckets[person] = _Bucket(left - 1 if left >= 1 else left, now)
            while len(self._buckets) > MOST_KNOWN:
                self._buckets.popitem(last=False)
            return left >= 1
