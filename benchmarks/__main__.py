"""`python -m benchmarks [NAME …]`: runs each benchmark, or those named; 1 when one missed its target.

`soak` takes two hours and is run only when named. What follows the names, from the first dash on, is its own.
"""

import importlib
import os
import platform
import sys
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path

NAMES = (
    "first_visit",
    "files",
    "slow_line",
    "click",
    "review",
    "calculators",
    "content_scale",
    "scheduling",
    "store_scale",
    "learners",
    "workshop",
    "marking_load",
)


def machine() -> str:
    """The processor, its cores, and the Python that measures."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main() -> int:
    """Runs them one after the other; with `-h` says what there is to run."""
    if sys.argv[1:2] in (["-h"], ["--help"]):
        print(__doc__, *NAMES, sep="\n")
        return 0
    named = list(takewhile(lambda word: not word.startswith("-"), sys.argv[1:]))
    files = Path(__file__).parent.glob("[!_]*.py")
    there = {file.stem for file in files if "def main(" in file.read_text(encoding="utf-8")}  # the others serve these
    if unknown := [name for name in named if name not in there]:
        print(f"There is no benchmark {', '.join(unknown)}; -h lists them. Nothing was run.", file=sys.stderr)
        return 2
    sys.argv[1:] = sys.argv[1 + len(named) :]
    print(f"{datetime.now(UTC):%Y-%m-%d} on {machine()}")
    failed = []
    for name in named or NAMES:
        print(f"\n== {name}")
        if importlib.import_module(f"benchmarks.{name}").main():
            failed.append(name)
    print(f"\nmissed: {', '.join(failed)}" if failed else "\nall targets met")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
