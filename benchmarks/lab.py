"""`python -m benchmarks.lab [--seeds 10-19] [--recorded] [--server]`: the lab against its targets, into docs/lab.md."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.__main__ import machine
from benchmarks.lab_server import server_rows
from benchmarks.lab_targets import TARGETS, Figures, Find, Target
from benchmarks.serving import ROOT
from core.lab.catalogue import EXPERIMENTS
from core.lab.record import measured
from core.lab.result import spread
from core.lab.shelf import Shelf
from core.lab.storage import load_recordings, shipped_weights

PAGE = ROOT / "docs" / "lab.md"
RESULTS, SERVER = "measured", "server"


def finder(seed: int, recorded: bool) -> Find:
    """What finds the figures of a setting in one world: from the recordings, or by running it."""
    shelf, recordings = Shelf(shipped_weights), load_recordings()

    @cache
    def find(experiment: str, **values: int | float | str) -> Figures:
        setting = EXPERIMENTS[experiment].setting(seed, values)
        result = recordings.run(setting) if recorded else None
        if result is None:
            result = measured(setting, EXPERIMENTS[experiment], shelf, time.perf_counter)
        return dict(result.figures)

    return find


def as_row(target: Target, numbers: Sequence[float]) -> tuple[str, bool]:
    """The row of a target, and whether it is met."""
    found, times = spread(numbers), 100 if target.percent else 1
    digits = 0 if target.percent else 2
    shown = [f"{times * n:.{digits}f}" for n in (found.mean, found.deviation, found.least, found.most)]
    met = target.met(numbers)
    word = "met" if met else "**missed**"
    return f"| {target.name} | {target.must} | {shown[0]} ± {shown[1]} | {shown[2]} to {shown[3]} | {word} |", met


def table(seeds: Sequence[int], recorded: bool) -> tuple[list[str], list[str]]:
    """The rows, and the names of the targets that were missed."""
    numbers: dict[str, list[float]] = {target.name: [] for target in TARGETS}
    for seed in seeds:
        find = finder(seed, recorded)
        for target in TARGETS:
            numbers[target.name].append(target.number(find))
        print(f"seed {seed} done", file=sys.stderr, flush=True)
    rows = [as_row(target, numbers[target.name]) for target in TARGETS]
    for row, _ in rows:
        print(row)
    return [row for row, _ in rows], [target.name for target, (_, met) in zip(TARGETS, rows, strict=True) if not met]


def read_seeds(text: str) -> list[int]:
    """`10-19` or `10,12`."""
    first, dash, last = text.partition("-")
    return list(range(int(first), int(last) + 1)) if dash else [int(word) for word in text.split(",")]


def write(part: str, lines: Sequence[str], missed: Sequence[str]) -> None:
    """Puts the lines between the marks of a part of docs/lab.md, and below them what was missed."""
    start, end = f"<!-- {part}: start -->", f"<!-- {part}: end -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(start)
    tail = f"Missed: {', '.join(missed)}." if missed else "No target was missed."
    PAGE.write_text(f"{before}{start}\n" + "\n".join([*lines, "", tail]) + f"\n{end}{rest.partition(end)[2]}", "utf-8")
    print(tail)


def measure_results(seeds: Sequence[int], recorded: bool) -> bool:
    """Writes what the lab shows in these worlds; whether all targets were met."""
    rows, missed = table(seeds, recorded)
    head = f"Seeds {seeds[0]} to {seeds[-1]} ({len(seeds)} worlds), one thread of arithmetic, {_today()}."
    columns = ["| | must | mean ± deviation | least to most | |", "| --- | --- | --- | --- | --- |"]
    write(RESULTS, [head, "", *columns, *rows], missed)
    return not missed


def measure_server() -> bool:
    """Writes what its server does on this machine; whether all targets were met."""
    rows, missed = server_rows()
    head = f"{_today()} on {machine()}."
    write(SERVER, [head, "", "| | must | measured | |", "| --- | --- | --- | --- |", *rows], missed)
    return not missed


def _today() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d}"


def main() -> int:
    """Prints and writes the tables; 1 when a target was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lab")
    parser.add_argument("--seeds", type=read_seeds, default=read_seeds("10-19"))
    parser.add_argument("--recorded", action="store_true", help="take what was recorded, run only the rest")
    parser.add_argument("--server", action="store_true", help="measure the server alone: three minutes")
    given = parser.parse_args()
    shown = given.server or measure_results(given.seeds, given.recorded)
    return int(not (measure_server() and shown))


if __name__ == "__main__":
    sys.exit(main())
