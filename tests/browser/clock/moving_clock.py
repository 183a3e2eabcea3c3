"""Starts the app with a clock that a test moves."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.browser.server import running_app


@dataclass(frozen=True)
class Clock:
    """The address of the app, the folder of its store, and its clock."""

    app: str
    data: Path

    def ahead(self, **amount: float) -> None:
        """Sets the clock so far ahead of the real one."""
        (self.data / "ahead").write_text(str(timedelta(**amount).total_seconds()), encoding="utf-8")


@contextmanager
def moving_clock() -> Iterator[Clock]:
    """A fresh server whose clock can be moved."""
    module = "tests.browser.clock.clock_server"
    with tempfile.TemporaryDirectory() as folder, running_app(module=module, LLM_LADDER_DATA=folder) as app:
        yield Clock(app, Path(folder))
