"""Published rows beside what the calculators say of them."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.calculators.evaluation import evaluate, flat_results
from core.calculators.model import Result
from core.calculators.problems import BadInputsError
from core.calculators.reading import read_inputs
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.content.reference_loader import load_reference

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "benchmarks" / "data"
MEASURED = {
    "measured_value",
    "unit",
    "measured_peak_gib",
    "tokens_per_s_per_gpu",
    "reported_mfu_pct",
    "measured_gib",
    "trainable_params",
    "all_params",
    "gpu_hours",
    "days",
    "reported_flops",
    "reported_mfu",
    "reported_cost_usd",
}


@dataclass(frozen=True)
class Case:
    """One published figure and the prediction of it, in the same unit."""

    id: str
    label: str
    method: str
    source: str
    measured: float
    predicted: float
    low: float | None = None
    high: float | None = None

    @property
    def error(self) -> float:
        """Relative error, signed."""
        return self.predicted / self.measured - 1

    @property
    def in_range(self) -> bool:
        """Whether the measured value lies in the stated range."""
        return self.low is not None and self.high is not None and self.low <= self.measured <= self.high


def reference() -> Reference:
    """The shipped reference tables."""
    return load_reference(ROOT / "content" / "reference")


def read_rows(name: str) -> list[dict[str, str]]:
    """Rows of a table, those that cannot be right left out."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row.get("suspect", "0") != "1"]


def compute_row(calculator_id: str, row: dict[str, str], tables: Reference) -> Result:
    """What a calculator says of a row whose measured columns are taken away."""
    calculator = calculators()[calculator_id]
    known = calculator.inputs.model_fields
    raw = {name: cell for name, cell in row.items() if name in known and name not in MEASURED and cell.strip()}
    return evaluate(calculator, read_inputs(calculator.inputs, raw), tables)


@dataclass(frozen=True)
class Column:
    """Which column was measured, and which result stands beside it."""

    calculator: str
    file: str
    measured: str
    result: str


MEMORY = Column("memory", "finetune_memory.csv", "measured_peak_gib", "peak_memory_gib")
THROUGHPUT = Column("throughput", "finetune_throughput.csv", "tokens_per_s_per_gpu", "tokens_per_s_per_gpu")
SERVING = Column("serving", "kv_cache_inference.csv", "measured_gib", "memory_gib")
LORA = Column("lora-params", "lora_params.csv", "trainable_params", "trainable_params")
FLOPS = Column("pretraining", "pretraining_runs.csv", "reported_flops", "flops")
GPU_HOURS = Column("pretraining", "pretraining_runs.csv", "gpu_hours", "gpu_hours")


def cases(column: Column, tables: Reference, failures: list[str]) -> list[Case]:
    """One case for each row that has the measured value; rows that cannot be computed go to `failures`."""
    found = []
    for row in read_rows(column.file):
        if not row.get(column.measured, "").strip():
            continue
        try:
            flat = flat_results(compute_row(column.calculator, row, tables))
        except BadInputsError as error:
            failures.append(f"{row['id']} {row.get('model', '')}: {error}")
            continue
        found.append(_case(column, row, flat))
    return found


def _case(column: Column, row: dict[str, str], flat: dict[str, int | float]) -> Case:
    words = [row.get(name, "") for name in ("model", "method", "quantization", "framework", "seq_len", "gpu")]
    return Case(
        id=row["id"],
        label=" ".join(word for word in words if word),
        method=row.get("method") or row.get("quantization") or "all",
        source=row.get("source", "").split(" ")[0],
        measured=float(row[column.measured]),
        predicted=float(flat[column.result]),
        low=flat.get(f"{column.result}_low"),
        high=flat.get(f"{column.result}_high"),
    )


def by_method(found: Iterable[Case]) -> dict[str, list[Case]]:
    """The cases, grouped by method."""
    groups: dict[str, list[Case]] = {}
    for case in found:
        groups.setdefault(case.method, []).append(case)
    return groups
