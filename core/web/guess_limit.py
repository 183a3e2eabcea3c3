"""How many guesses at a code are let through: few from one browser or address, and not many from all together. Pure."""

from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=10)
A_BROWSER, AN_ADDRESS, OVERALL = 5, 30, 300
"""Guesses in ten minutes. With 300, one of a hundred open codes is hit once in 22 million such windows."""


class GuessLimit:
    """Remembers the guesses of the last ten minutes, of one process."""

    def __init__(self) -> None:
        self._guesses: deque[tuple[datetime, frozenset[str]]] = deque(maxlen=OVERALL)

    def admits(self, sources: Mapping[str, int], now: datetime) -> bool:
        """Whether one more guess is let through; if so it counts. `sources` says how many each of them may make."""
        while self._guesses and self._guesses[0][0] <= now - WINDOW:
            self._guesses.popleft()
        full = len(self._guesses) >= OVERALL
        if full or any(self._made_by(source) >= most for source, most in sources.items()):
            return False
        self._guesses.append((now, frozenset(sources)))
        return True

    def take_back(self, source: str) -> None:
        """Forgets the latest guess of somebody, since it was right; those before it stay, or a room of one's own would
        buy as many guesses at others' as one likes."""
        latest = next((guess for guess in reversed(self._guesses) if source in guess[1]), None)
        if latest:
            self._guesses.remove(latest)

    def _made_by(self, source: str) -> int:
        return sum(source in sources for _, sources in self._guesses)
