"""Whether the files of the content have changed since they were last looked at. Reads their dates, not their text."""

from pathlib import Path
from threading import Lock

_Stamps = frozenset[tuple[str, int, int]]


class Editions:
    """The files of a folder as they were last seen; threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._seen = self._stamps()

    def turned(self) -> bool:
        """Whether a file was written, added or taken away since this was last asked: one thread alone hears of it."""
        with self._lock:
            now = self._stamps()
            turned, self._seen = now != self._seen, now
        return turned

    def _stamps(self) -> _Stamps:
        """Name, time and size of each file; a program that saves by renaming changes the time too."""
        found = set()
        for path in self._folder.rglob("*.yaml"):
            try:
                stat = path.stat()
            except FileNotFoundError:  # taken away this moment
                continue
            found.add((str(path), stat.st_mtime_ns, stat.st_size))
        return frozenset(found)
