"""Runs Graphviz over DOT: the engine that pip installed, else the system's `dot`. Starts a process."""

import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

TIMEOUT_S = 20


class LayoutError(Exception):
    """There is no layout engine, or it refused the graph."""


def engine_path() -> str:
    """The program that lays graphs out.

    Raises:
        LayoutError: neither `graphviz-pure` nor `dot` is installed.
    """
    beside = Path(sys.executable).parent / "graphviz-pure"
    found = str(beside) if beside.is_file() else shutil.which("graphviz-pure") or shutil.which("dot")
    if not found:
        raise LayoutError("No Graphviz engine is installed. Run `pip install graphviz-pure`, or install Graphviz.")
    return found


@lru_cache(maxsize=256)
def laid_out_json(dot: str) -> str:
    """The layout of a DOT source as Graphviz's `json0`; lengths in points.

    Raises:
        LayoutError: no engine is there, or it refused the source.
    """
    try:
        done = subprocess.run(
            [engine_path(), "-Tjson0"], input=dot, capture_output=True, encoding="utf-8", timeout=TIMEOUT_S, check=True
        )
    except subprocess.CalledProcessError as error:
        raise LayoutError(f"Graphviz refused the graph: {error.stderr.strip()[:400]}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LayoutError(f"Graphviz did not run: {error}") from error
    return done.stdout
