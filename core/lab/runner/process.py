"""A worker seen from the server: started with one thread of arithmetic, written to, read from, killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.lab.runner.lines import CANCEL, read_line, run_line, said
from core.lab.settings import Setting

ROOT = Path(__file__).resolve().parents[3]
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL", "VECLIB_MAXIMUM", "NUMEXPR")}


class WorkerProcess:
    """A process of `core.lab.runner.worker`. It ends by itself when the server that started it does."""

    def __init__(self, module: str = "core.lab.runner.worker") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, **ONE_THREAD},
            text=True,
            encoding="utf-8",
        )

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def order(self, setting: Setting) -> None:
        """Asks for a run. A worker that is gone takes no order, and its lines end at once."""
        self._write(run_line(setting))

    def cancel(self) -> None:
        """Asks for the end of the run that is going on."""
        self._write(said(CANCEL))

    def lines(self) -> Iterator[tuple[str, Any]]:
        """What it says, line by line, until it is gone."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                yield read_line(line)
            except ValueError:  # cut off in the middle: it was killed while it wrote
                return

    def kill(self) -> None:
        """Ends it at once."""
        self._process.kill()

    def close(self) -> None:
        """Ends it, waits until it is gone, and gives back its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError:  # gone; whoever reads its lines sees them end
            return


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be written has no reader any more
        return
