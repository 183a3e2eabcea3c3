"""`python -m benchmarks.lab [--seeds 10-19] [--recorded]`: the lab against its targets, written into docs/lab.md."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from functools import cache

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.lab_server import server_rows
from benchmarks.lab_targets import TARGETS, Figures, Find, Target
from benchmarks.serving import ROOT
from core.lab.catalogue import EXPERIMENTS
from core.lab.record import measured
from core.lab.result import spread
from core.lab.shelf import Shelf
from core.lab.storage import load_recordings, shipped_weights

PAGE = ROOT / "docs" / "lab.md"
START, END = "<!-- measured: start -->", "<!-- measured: end -->"


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


def write(lines: Sequence[str]) -> None:
    """Puts the lines between the marks of docs/lab.md."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{START}\n" + "\n".join(lines) + f"\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Prints and writes the table; 1 when a target was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lab")
    parser.add_argument("--seeds", type=read_seeds, default=read_seeds("10-19"))
    parser.add_argument("--recorded", action="store_true", help="take what was recorded, run only the rest")
    given = parser.parse_args()
    rows, missed = table(given.seeds, given.recorded)
    server, slow = server_rows()
    head = f"Seeds {given.seeds[0]} to {given.seeds[-1]} ({len(given.seeds)} worlds), one thread of arithmetic."
    missed += slow
    tail = f"Missed: {', '.join(missed)}." if missed else "No target was missed."
    columns = ["| | must | mean ± deviation | least to most | |", "| --- | --- | --- | --- | --- |"]
    server_columns = ["| | must | measured | |", "| --- | --- | --- | --- |"]
    write([head, "", *columns, *rows, "", *server_columns, *server, "", tail])
    print(tail)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
