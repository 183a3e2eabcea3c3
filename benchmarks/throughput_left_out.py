"""Fits the constants of `core.calculators.throughput_speed` again, without one source at a time.

Run with `python -m benchmarks.throughput_left_out` from the root. Least squares on the logarithm of the utilisation,
with a robust weight and a weak pull to the guesses that stood there before any row was looked at.
"""

from dataclasses import replace
from statistics import median

import numpy as np
from numpy.typing import NDArray

from benchmarks.cases import MEASURED, THROUGHPUT, read_rows, reference
from core.calculators import throughput_speed as speed
from core.calculators.reading import read_inputs
from core.calculators.throughput import work_of
from core.calculators.throughput_inputs import ThroughputInputs
from core.calculators.throughput_speed import Work, expected_mfu

Vector = NDArray[np.float64]

_GUESSES = {
    "_WIDTH_HALF": 300.0,
    "_FP8": 1.5,
    "_RECOMPUTE_ALL": 1.12,
    "_RECOMPUTE_ADAPTERS": 1.4,
    "_ADAPTERS": 1.0,
    "_TUNED_LAYER_S": 0.0008,
    "_PLAIN_LAYER_S": 0.004,
    "_UNPACKED_BYTES": 20.0,
    "_PCIE_BYTES_PER_S": 2e10,
    "_OLD_KERNEL": 0.75,
    "_NODE_LOSS": 0.02,
    "A100": 0.66,
    "Hopper": 0.47,
    "Ampere card": 0.55,
    "Ada card": 0.55,
    "A100 attention": 1.0,
    "Hopper attention": 1.0,
}
_START = np.log(np.array(list(_GUESSES.values())))


def predictions(logs: Vector, works: list[Work]) -> Vector:
    """Expected utilisation of each run under these constants."""
    values = dict(zip(_GUESSES, np.exp(logs), strict=True))
    before = {name: getattr(speed, name) for name in _GUESSES if name.startswith("_")}
    try:
        for name in before:
            setattr(speed, name, float(values[name]))
        return np.array([expected_mfu(_with(work, values)) for work in works])
    finally:
        for name, value in before.items():
            setattr(speed, name, value)


def _with(work: Work, values: dict[str, float]) -> Work:
    kind = work.generation
    attention = values.get(f"{kind.name} attention", kind.attention)
    return replace(work, generation=replace(kind, efficiency=values[kind.name], attention=attention))


def fit(works: list[Work], measured: Vector) -> Vector:
    """Constants (as logarithms) that come closest; fine-tuning rows weigh twice, being fewer."""
    logs: Vector = _START.copy()
    weights = np.array([1.0 if work.old_kernel else 2.0 for work in works])
    for _ in range(12):
        base = np.log(predictions(logs, works) / measured)
        robust = weights / (1 + (base / 0.2) ** 2) ** 0.25
        columns = []
        for place in range(len(logs)):
            moved = logs.copy()
            moved[place] += 1e-4
            columns.append((np.log(predictions(moved, works) / measured) - base) / 1e-4)
        matrix = np.vstack([robust[:, None] * np.array(columns).T, 0.3 * np.eye(len(logs))])
        target = np.concatenate([robust * base, 0.3 * (logs - _START)])
        step = np.linalg.lstsq(matrix, target, rcond=None)[0]
        logs = logs - np.clip(step, -0.5, 0.5)
    return logs


def main() -> None:
    """Prints the fit on all rows, then each source left out."""
    tables, rows = reference(), read_rows(THROUGHPUT.file)
    known = set(ThroughputInputs.model_fields) - MEASURED
    works = [
        work_of(read_inputs(ThroughputInputs, {k: v for k, v in row.items() if k in known and v.strip()}), tables)
        for row in rows
    ]
    speeds = np.array([float(row["tokens_per_s_per_gpu"]) for row in rows])
    measured = speeds * np.array([work.flops_per_token / work.peak for work in works])
    everything = fit(works, measured)
    for name, value in zip(_GUESSES, np.exp(everything), strict=True):
        print(f"{name:22} {value:12.4g}")
    print(f"{'all rows, in sample':42} {len(rows):4} {_mdape(everything, works, measured):6.1f}%")
    for source in sorted({row["framework"] for row in rows}):
        inside = [i for i, row in enumerate(rows) if row["framework"] == source]
        outside = [i for i in range(len(rows)) if i not in inside]
        logs = fit([works[i] for i in outside], measured[outside])
        error = _mdape(logs, [works[i] for i in inside], measured[inside])
        print(f"{'without ' + source:42} {len(inside):4} {error:6.1f}%")


def _mdape(logs: Vector, works: list[Work], measured: Vector) -> float:
    return float(100 * median(abs(predictions(logs, works) / measured - 1)))


if __name__ == "__main__":
    main()
