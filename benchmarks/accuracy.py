"""Every published row beside its prediction, figures by method, peers on the same rows, and the targets.

Run with `python -m benchmarks.accuracy` from the root (`--summary` leaves out the rows); exits 1 if a target is missed.
"""

import sys
from statistics import median

from benchmarks.accuracy_peers import print_peers
from benchmarks.cases import (
    FLOPS,
    GPU_HOURS,
    LORA,
    MEMORY,
    SERVING,
    THROUGHPUT,
    Case,
    Column,
    by_method,
    cases,
    read_rows,
)
from benchmarks.cases import compute_row as compute
from benchmarks.cases import reference as load
from core.calculators.registry import calculators
from core.content.reference import Reference


def mdape(found: list[Case]) -> float:
    """Median absolute error, percent."""
    return 100 * median(abs(case.error) for case in found)


def bias(found: list[Case]) -> float:
    """Median signed error, percent."""
    return 100 * median(case.error for case in found)


def within(found: list[Case], share: float) -> float:
    """Percent of cases whose error is at most `share`."""
    return 100 * sum(abs(case.error) <= share for case in found) / len(found)


def coverage(found: list[Case]) -> float:
    """Percent of cases whose measured value lies in the stated range."""
    return 100 * sum(case.in_range for case in found) / len(found)


def said_coverage(found: list[Case]) -> str:
    """The coverage; a dash where no case states a range, since then none could lie outside it."""
    return f"{coverage(found):.0f}%" if any(case.low is not None for case in found) else "-"


def print_rows(title: str, found: list[Case]) -> None:
    """Every row: predicted, measured, error."""
    print(f"\n## {title}, row by row")
    for case in found:
        mark = " MISS" if abs(case.error) > 0.25 else ""
        print(
            f"{case.id:6} {case.label[:70]:70} {case.predicted:14,.2f} {case.measured:14,.2f} {case.error:+7.1%}{mark}"
        )


def print_figures(title: str, found: list[Case]) -> None:
    """Median error, bias, share within 25% and coverage, by method."""
    print(f"\n## {title}")
    print(f"{'method':12} {'n':>4} {'MdAPE':>7} {'bias':>7} {'<=25%':>6} {'in range':>9}")
    for method, group in (by_method(found) | {"all": found}).items():
        print(
            f"{method:12} {len(group):4} {mdape(group):6.1f}% {bias(group):+6.1f}% {within(group, 0.25):5.0f}%"
            f" {said_coverage(group):>9}"
        )


def flops_errors(tables: Reference) -> list[float]:
    """Relative errors of FLOPs a token against what a published MFU, peak and speed imply."""
    errors = []
    for row in read_rows(THROUGHPUT.file):
        if not row["reported_mfu_pct"].strip() or "fp8" in row["precision"]:
            continue
        published = float(row["reported_mfu_pct"]) / 100 * float(row["peak_tflops_bf16"]) * 1e12
        expected = published / float(row["tokens_per_s_per_gpu"])
        errors.append(compute(THROUGHPUT.calculator, row, tables).value("flops_per_token") / expected - 1)
    return errors


class Targets:
    """Collects targets and whether they are met."""

    def __init__(self) -> None:
        self.missed = 0
        print("\n## Targets")

    def at_most(self, words: str, value: float, limit: float) -> None:
        """A figure that must not be above its limit."""
        self._say(value <= limit, f"{words}: {value:.2f} (at most {limit:g})")

    def at_least(self, words: str, value: float, limit: float) -> None:
        """A figure that must not be below its limit."""
        self._say(value >= limit, f"{words}: {value:.0f} (at least {limit:g})")

    def _say(self, met: bool, words: str) -> None:
        self.missed += not met
        print(f"{'met   ' if met else 'MISSED'} {words}")


def check_targets(found: dict[Column, list[Case]], tables: Reference) -> int:
    """Prints each target; returns how many are missed."""
    targets = Targets()
    memory = found[MEMORY]
    targets.at_most("memory, median error %", mdape(memory), 10)
    targets.at_least("memory, % within 25%", within(memory, 0.25), 85)
    for method, group in by_method(memory).items():
        targets.at_most(f"memory {method}, median error %", mdape(group), 20)
        targets.at_most(f"memory {method}, bias %", abs(bias(group)), 8)
    flops = [abs(error) for error in flops_errors(tables)]
    targets.at_most("throughput, FLOPs a token, median error %", 100 * median(flops), 1)
    targets.at_least(
        "throughput, FLOPs a token, % of rows within 1%", 100 * sum(e <= 0.01 for e in flops) / len(flops), 95
    )
    targets.at_most("throughput, median error %", mdape(found[THROUGHPUT]), 20)
    targets.at_least("throughput, % in range", coverage(found[THROUGHPUT]), 80)
    targets.at_most("serving, median error %", mdape(found[SERVING]), 5)
    if found.get(LORA):
        targets.at_most("LoRA parameters, rows that differ", sum(c.predicted != c.measured for c in found[LORA]), 0)
    if found.get(FLOPS):
        targets.at_most("pre-training FLOPs, median error %", mdape(found[FLOPS]), 5)
        targets.at_least("pre-training GPU-hours, % in range", coverage(found[GPU_HOURS]), 80)
    return targets.missed


def main(arguments: list[str]) -> int:
    """Prints everything; 1 if a target is missed or a row cannot be computed."""
    tables, failures = load(), list[str]()
    columns = [c for c in (MEMORY, THROUGHPUT, SERVING, LORA, FLOPS, GPU_HOURS) if c.calculator in calculators()]
    found = {column: cases(column, tables, failures) for column in columns}
    for column, group in found.items():
        title = f"{column.calculator}: {column.result}"
        if "--summary" not in arguments:
            print_rows(title, group)
        print_figures(title, group)
    print_peers(found[MEMORY])
    for failure in failures:
        print(f"NOT COMPUTED {failure}")
    missed = check_targets(found, tables) + len(failures)
    print("\nAll targets are met." if missed == 0 else f"\n{missed} targets are missed.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
