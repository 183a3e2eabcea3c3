"""What is wrong across the rows of the reference tables: ids, names, GPUs, and prices that do not add up. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from core.content.lookup import normalise
from core.content.price_rows import GpuPrice
from core.content.reference import Reference

COSTS_FILE = "../costs.yaml"
_NAMES: Mapping[str, Callable[[Any], Iterable[tuple[str, str]]]] = {
    "models": lambda row: (("id", row.id), ("name", row.name), *(("aliases", name) for name in row.aliases)),
    "gpus": lambda row: (("id", row.id), ("name", row.name), *(("aliases", name) for name in row.aliases)),
    "api_models": lambda row: (("id", row.id), ("model", row.model)),
    "training_prices": lambda row: (("id", row.id), ("model", f"{row.provider} {row.model}")),
}
"""The names by which a table's rows are looked up, each with the field that holds it."""
_NEAR = 0.01
"""Prices are rounded to the cent or finer."""


def table_faults(reference: Reference, files: Mapping[str, str]) -> list[str]:
    """What the rows say wrong together, as `file › id › field: what is wrong`; `files` are the tables' by their names.

    An id that appears twice goes first and alone: the rest would say it once more.
    """
    return [*_doubles(reference, files)] or [
        *_shared_names(reference, files),
        *_unknown_gpus(reference, files),
        *_wrong_shares(reference, files),
    ]


def _doubles(reference: Reference, files: Mapping[str, str]) -> Iterator[str]:
    for table, file in files.items():
        ids = Counter(row.id for row in getattr(reference, table))
        for row_id, count in ids.items():
            if count > 1:
                yield f"{file} › {row_id} › id: appears {count} times; keep one row, or give each its own id"


def _shared_names(reference: Reference, files: Mapping[str, str]) -> Iterator[str]:
    for table, names in _NAMES.items():
        bearers: dict[str, str] = {}
        for row in getattr(reference, table):
            for field, name in names(row):
                bearer = bearers.setdefault(normalise(name), row.id)
                if bearer != row.id:
                    said = f"“{name}” means {bearer} already; give it to one of the two"
                    yield f"{files[table]} › {row.id} › {field}: {said}"


def _unknown_gpus(reference: Reference, files: Mapping[str, str]) -> Iterator[str]:
    known = {gpu.id for gpu in reference.gpus}
    named = [(files["gpu_prices"], price.id, "gpu", price.gpu) for price in reference.gpu_prices]
    named += [(COSTS_FILE, cost.id, "accelerator", cost.gpu) for cost in reference.chapter_costs if cost.gpu]
    for file, row_id, field, gpu in named:
        if gpu not in known:
            yield f"{file} › {row_id} › {field}: “{gpu}” is not in {files['gpus']}; add it there or correct the id."


def _wrong_shares(reference: Reference, files: Mapping[str, str]) -> Iterator[str]:
    for row in reference.gpu_prices:
        for field, whole, each in _shares(row):
            if whole is None or each is None or abs(whole / row.gpu_count - each) <= _NEAR * each:
                continue
            yield (
                f"{files['gpu_prices']} › {row.id} › {field}: is {each:g}, but {whole:g} for {row.gpu_count} "
                f"GPU{'' if row.gpu_count == 1 else 's'} is {whole / row.gpu_count:.4g} each; correct what is wrong"
            )


def _shares(row: GpuPrice) -> Iterator[tuple[str, float | None, float | None]]:
    yield "on_demand_usd_per_gpu_h", row.on_demand_usd_per_h, row.on_demand_usd_per_gpu_h
    yield "spot_usd_per_gpu_h", row.spot_usd_per_h, row.spot_usd_per_gpu_h
