"""The chapter's cost table as calculators read it, made from the rows of content/costs.yaml. Pure."""

from collections.abc import Iterable

from core.content.facts import CostRow, Unit
from core.content.price_rows import ChapterCost

_SOURCE = "The chapter, “What fine-tuning actually costs”"
_UNITS = {"a run": "run", "1M tokens": "1M tokens", "a job": "job"}


def chapter_costs(rows: Iterable[CostRow]) -> tuple[ChapterCost, ...]:
    """The rows that are priced in dollars; the line on labelling is counted in hours and has its own calculator."""
    return tuple(_row(row) for row in rows if row.cost.unit in (Unit.USD, Unit.USD_PER_MTOK))


def said_anew(known: Iterable[ChapterCost], translated: Iterable[CostRow]) -> tuple[ChapterCost, ...]:
    """The known rows in the words of a translation; what a calculator computes with stays."""
    words = {row.id: _row(row) for row in translated}
    return tuple(row.model_copy(update=_words(words[row.id])) if row.id in words else row for row in known)


def _words(row: ChapterCost) -> dict[str, str]:
    return {name: getattr(row, name) for name in ("approach", "model_size", "gpu_name", "time", "note")}


def _row(row: CostRow) -> ChapterCost:
    hours = row.time if row.time is not None and row.time.unit is Unit.HOURS else None
    return ChapterCost(
        id=row.id,
        approach=row.approach,
        model_size=row.model.replace("parameters", "params"),
        gpu_name=row.gpu,
        gpu=row.accelerator,
        gpu_count=row.gpu_count or 0,
        time=row.time_words,
        hours_low=hours.low if hours else None,
        hours_high=(hours.high or hours.low) if hours else None,
        cost_usd_low=row.cost.low,
        cost_usd_high=row.cost.high or row.cost.low,
        cost_unit=_UNITS.get(row.cost_per, row.cost_per),
        note=row.note,
        source=_SOURCE,
        as_of=row.as_of,
    )
