"""What to know about training at a provider, besides its price. Pure."""

from collections.abc import Iterable

from core.content.base import first_day
from core.content.reference import TrainingPrice
from core.language.numbers import long_date
from core.language.text import t


def closing(row: TrainingPrice) -> tuple[str, ...]:
    """Sentences on a provider that ends this kind of training, and on the day when the model is retired, if known."""
    said = []
    if row.closes is not None:
        said.append(
            t(
                "New customers can no longer train here, and from {day} nobody can; tuned models answer until their "
                "base model is retired.",
                day=long_date(first_day(row.closes)),
            )
        )
    if row.ends is not None:
        said.append(t("The day on which this base model is retired: {day}.", day=long_date(first_day(row.ends))))
    return tuple(said)


def leaving(model: str, rows: Iterable[TrainingPrice]) -> tuple[str, ...]:
    """A sentence on the day when this API model is retired, if a training row with it as base names one."""
    ends = next((row.ends for row in rows if row.base_model == model and row.ends), None)
    if ends is None:
        return ()
    return (t("The day on which {model} is retired: {day}.", model=model, day=long_date(first_day(ends))),)
