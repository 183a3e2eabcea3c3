"""How many guesses at a code are let through: few from one browser or address, and not many from all together. Pure."""

from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

WINDOW = timedelta(minutes=10)
A_BROWSER, AN_ADDRESS, OVERALL = 5, 30, 300
"""Guesses in ten minutes. With 300, one of a hundred open codes is hit once in 22 million such windows."""
A_HALL = 200
"""People who may sit behind one router, and so come from one address."""
ROOM_AN_ADDRESS, ROOM_OVERALL = A_BROWSER * A_HALL, 10 * A_BROWSER * A_HALL
"""The same for rooms' codes, which a hall types at once: nobody waits for the typing errors of the others.

What a flood may still find, docs/security.md computes.
"""


def source_of(address: str) -> str:
    """The source that guesses from an address count for: of IPv6 its /64 network, since one machine may use all of it.

    >>> source_of("192.0.2.7"), source_of("::ffff:192.0.2.7"), source_of("2001:db8::7:1")
    ('address 192.0.2.7', 'address 192.0.2.7', 'address 2001:db8::')
    """
    try:
        ip = ip_address(address)
    except ValueError:  # the name that a proxy or a test gave
        return f"address {address}"
    if isinstance(ip, IPv6Address):
        ip = ip.ipv4_mapped or IPv6Address(int(ip) >> 64 << 64)
    return f"address {ip}"


class GuessLimit:
    """Counts the guesses of the last ten minutes in one process; `overall` is how many are allowed in all."""

    def __init__(self, overall: int = OVERALL) -> None:
        self._overall = overall
        self._guesses: deque[tuple[datetime, frozenset[str]]] = deque(maxlen=overall)

    def admits(self, sources: Mapping[str, int], now: datetime) -> bool:
        """Whether one more guess is allowed; if so, it is counted. `sources` says how many each of them may make."""
        while self._guesses and self._guesses[0][0] <= now - WINDOW:
            self._guesses.popleft()
        full = len(self._guesses) >= self._overall
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
