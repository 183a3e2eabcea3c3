"""The chapter's cost table: each row to the dollar, and the hourly rate that it implies. Pure."""

from core.calculators.cost_inputs import CostInputs
from core.calculators.gpu_rent import Rent, rent_of
from core.calculators.model import Quantity, Result, Step, Unit
from core.calculators.problems import BadInputsError
from core.content.reference import ChapterCost, Reference
from core.language.numbers import written
from core.language.text import marked, t
from core.numbers.number_format import span, unit_words, usd, usd_in_full, usd_result, usd_span

_SEVENTH = marked(
    "The chapter's table has six rows; its seventh figure is the line below the table, 5K pairs × 5 minutes = 400 "
    "person-hours: open the labelling calculator for it."
)


def chapter_cost(inputs: CostInputs, reference: Reference) -> Result:
    """The cost that the chapter states for one row, with whatever the learner replaced in it."""
    row = reference.chapter_cost(inputs.chapter_row)
    if row.gpu is None:
        return _managed_row(inputs, row)
    return _gpu_row(inputs, row, reference)


def implied_rate(row: ChapterCost) -> float:
    """Dollars per GPU-hour that a row implies: its cost ÷ (its hours × its GPUs); both ends give the same rate."""
    return row.cost_usd_low / ((row.hours_low or 1) * row.gpu_count)


def _gpu_row(inputs: CostInputs, row: ChapterCost, reference: Reference) -> Result:
    gpus = inputs.n_gpus or row.gpu_count
    low, high = _hours(inputs, row)
    rate = implied_rate(row) if inputs.usd_per_gpu_hour is None else inputs.usd_per_gpu_hour
    today = rent_of(reference.gpu(row.gpu or ""), None, reference)
    quantities = [
        _ranged("cost_usd", t("Cost"), low * gpus * rate, high * gpus * rate, Unit.USD),
        _ranged("hours", t("Time"), low, high, Unit.HOURS),
        _ranged("gpu_hours", t("GPU-hours"), low * gpus, high * gpus, Unit.HOURS),
        Quantity("rate_usd_per_gpu_hour", t("Rate of a GPU-hour"), rate, Unit.USD_PER_HOUR),
        Quantity("implied_usd_per_gpu_hour", t("Rate that the chapter implies"), implied_rate(row), Unit.USD_PER_HOUR),
    ]
    if today:
        quantities.append(_today(today, low * gpus, high * gpus))
    return Result(
        quantities=tuple(quantities),
        steps=_steps(row, (low, high), gpus, rate, today),
        sources=(f"{row.source}, {row.as_of}", *((today.source,) if today else ())),
        notes=(*((row.note,) if row.note else ()), t(_SEVENTH)),
    )


def _hours(inputs: CostInputs, row: ChapterCost) -> tuple[float, float]:
    low = inputs.hours_low if inputs.hours_low is not None else row.hours_low or 0
    high = inputs.hours_high if inputs.hours_high is not None else row.hours_high or 0
    if low > high:
        sentence = t(
            "Shortest ({low} h) is above longest ({high} h); give both hours_low and hours_high.",
            low=written(low, "g"),
            high=written(high, "g"),
        )
        raise BadInputsError.of("hours_low", sentence)
    return low, high


def _steps(
    row: ChapterCost, hours: tuple[float, float], gpus: int, rate: float, today: Rent | None
) -> tuple[Step, ...]:
    low, high = hours
    implied = f"{usd(row.cost_usd_low)} ÷ ({written(row.hours_low or 1, 'g')} h × {row.gpu_count})"
    steps = [
        Step(t("Implied rate: the chapter's cost ÷ (hours × GPUs)"), implied, f"{usd(implied_rate(row))}/h"),
        Step(
            t("Shortest: hours × GPUs × rate"),
            f"{written(low, ',g')} h × {written(gpus, ',')} × {usd_in_full(rate)}",
            usd_result(low * gpus * rate),
        ),
        Step(
            t("Longest: hours × GPUs × rate"),
            f"{written(high, ',g')} h × {written(gpus, ',')} × {usd_in_full(rate)}",
            usd_result(high * gpus * rate),
        ),
    ]
    if today:
        cost = usd_span(low * gpus * today.low, high * gpus * today.high)
        numbers = f"{span(low, high, 'h')} × {written(gpus, ',')} × {span(today.low, today.high, 'usd/h')}"
        steps.append(Step(t("The same at {month} rents", month=today.month), numbers, cost))
    return tuple(steps)


def _managed_row(inputs: CostInputs, row: ChapterCost) -> Result:
    amount = (inputs.mtok or 1.0) if row.is_by_tokens else 1.0
    low, high = (price * amount for price in (row.cost_usd_low, row.cost_usd_high))
    unit = unit_words(row.cost_unit.replace("1M", "million"))
    words = f"{written(amount, 'g')} {unit}"
    quantities = [_ranged("cost_usd", t("Cost of {amount}", amount=words), low, high, Unit.USD)]
    if row.hours_low is not None and row.hours_high is not None:
        quantities.append(_ranged("hours", t("Time"), row.hours_low, row.hours_high, Unit.HOURS))
    return Result(
        quantities=tuple(quantities),
        steps=(
            Step(
                t("Lowest: amount × the chapter's lower price"),
                f"{words} × {usd(row.cost_usd_low)}",
                usd_result(low),
            ),
            Step(
                t("Highest: amount × the chapter's upper price"),
                f"{words} × {usd(row.cost_usd_high)}",
                usd_result(high),
            ),
        ),
        sources=(f"{row.source}, {row.as_of}",),
        notes=(
            *((row.note,) if row.note else ()),
            t("Managed training: no hourly rate follows from this row."),
            t(_SEVENTH),
        ),
    )


def _ranged(name: str, label: str, low: float, high: float, unit: Unit) -> Quantity:
    return Quantity(name, label, (low + high) / 2, unit, low, high)


def _today(rent: Rent, low_gpu_hours: float, high_gpu_hours: float) -> Quantity:
    label = t("At {month} rents", month=rent.month)
    return _ranged("cost_today_usd", label, low_gpu_hours * rent.low, high_gpu_hours * rent.high, Unit.USD)
