"""The figures of the break-even calculator: four ways over the months, and how long each lets you wait. Pure."""

from core.calculator_page.figure import Bar, Bars, Figure, Limit, Line, Lines, Mark
from core.calculator_page.precise import precise
from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.cumulative import FIRST_DAYS_MONTHS
from core.calculators.model import Result
from core.content.reference import Reference
from core.language.numbers import written
from core.language.text import listed, nt, t

_CATEGORIES = {"stuffing": "stuff", "rag": "rag", "tuned": "tune", "hosted": "app"}


def break_even_figures(inputs: BreakEvenInputs, result: Result, _: Reference) -> tuple[Figure, ...]:
    """The curves with their crossings, and the times to the first token beside the budget."""
    lines = tuple(Line(s.label, _CATEGORIES.get(s.id, ""), s.points) for s in result.series)
    marks = _crossings(result)
    best = result.quantities[0]
    said = best.label.partition(": ")[2]
    crossed = f"; {_inside(marks[-1].words)}" if marks else _uncrossed(result)
    alt = nt(
        "Over {n} month {said} is cheapest at {precise}{crossed}.",
        "Over {n} months {said} is cheapest at {precise}{crossed}.",
        inputs.months,
        said=said,
        precise=precise(best.value, "usd"),
        crossed=crossed,
    )
    return (
        Lines("curves", alt, "usd", t("month"), lines, marks),
        _latency(inputs, result),
    )


def _uncrossed(result: Result) -> str:
    if any(q.id.endswith("_months") for q in result.quantities):
        return t(", and no curve that starts dearer catches up after the first days")
    return t(", and no curve that starts dearer catches up")


def _latency(inputs: BreakEvenInputs, result: Result) -> Bars:
    times = [q for q in result.quantities if q.id.startswith("ttft_")]
    bars = tuple(
        Bar(_capital(q.label.partition(", ")[2]), q.value, q.low, q.high, category=_CATEGORIES[q.id.split("_")[1]])
        for q in times
    )
    late = [bar.label for bar in bars if bar.value > inputs.budget_ms]
    late_words = (
        t("{late} take longer", late=listed(late))
        if len(late) > 1
        else t("{late} takes longer", late=late[0])
        if late
        else t("all stay within it")
    )
    latency = t(
        "With a budget of {budget_ms} ms to the first token, {late_words}.",
        budget_ms=written(inputs.budget_ms, ",.10g"),
        late_words=late_words,
    )
    limit = Limit(inputs.budget_ms, t("budget {budget_ms} ms", budget_ms=written(inputs.budget_ms, ",.10g")))
    return Bars("latency", latency, "ms", bars, limit, t("Time to the first token on a GPU of your own"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _inside(words: str) -> str:
    """The words as they stand within a sentence; an abbreviation at their head keeps its letters."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _crossings(result: Result) -> tuple[Mark, ...]:
    """Where a curve becomes the cheaper one, later than in the first days."""
    marks = []
    for q in result.quantities:
        if not q.id.endswith("_months") or q.value < FIRST_DAYS_MONTHS:
            continue
        pair = q.id.removesuffix("_months").split("_")
        curves = [s for s in result.series if s.id in pair]
        month = min(int(q.value), len(curves[0].points) - 2)
        (_, before), (_, after) = curves[0].points[month], curves[0].points[month + 1]
        y = before + (after - before) * (q.value - month)
        other, cheaper = sorted(curves, key=lambda curve: curve.points)
        if "last" in pair:
            cheaper, other = sorted(curves, key=lambda curve: curve.points[-1][1])
        words = t(
            "{cheaper} passes {other} in month {month}",
            cheaper=cheaper.label,
            other=other.label,
            month=written(q.value, ".1f"),
        )
        marks.append(Mark(q.value, y, words, t("month {month}", month=written(q.value, ".1f"))))
    return tuple(sorted(marks, key=lambda mark: mark.x))
