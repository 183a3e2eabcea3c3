"""What a run costs, row by row, as in the chapter's table."""

from collections.abc import Sequence

from components import session
from components.markup import el, kept_together, show, whole_ranges
from components.sortable_table.sortable_table import Cell, Row, Table, sortable_table
from core.content.facts import CostRow
from core.content.models import Content
from core.content.price_rows import is_old
from core.language.numbers import month_of
from core.language.text import t
from core.numbers.figures import figure_text


def cost_table(content: Content) -> None:
    """Draws the chapter's cost table."""
    heads = (t("Approach"), t("Model"), t("Hardware"), t("Time"), t("Cost"))
    rows = tuple(map(_cost_row, content.costs))
    show(el("h2", t("What a run costs"), id="costs"))
    sortable_table(Table(_caption(content.costs), heads, (0, 3, 4), rows), "costs")


def _caption(costs: Sequence[CostRow]) -> str:
    days = sorted({cost.as_of for cost in costs})
    dates = ", ".join(map(month_of, days))
    if any(is_old(day, session.today()) for day in days):
        return t(
            "The chapter's figures, as of {dates}, more than 90 days old, with our note under the cost.", dates=dates
        )
    return t("The chapter's figures, as of {dates}, with our note under the cost.", dates=dates)


def _cost_row(cost: CostRow) -> Row:
    dollars = cost.cost.unit.value == "usd"
    where = f", {cost.provider}" if cost.provider else ""
    price = f"{figure_text(cost.cost)}{_per(cost)}{where}"
    cells = (
        Cell(cost.approach),
        Cell(cost.model),
        Cell(kept_together(cost.gpu).replace("× ", "×\N{NO-BREAK SPACE}")),  # “4 ×” ended a line on a phone
        Cell(cost.time_words, cost.time.low if cost.time else 0),
        Cell(price, cost.cost.low if dollars else "last", whole_ranges(cost.note or "")),
    )
    return Row(cost.id, cells)


def _per(cost: CostRow) -> str:
    return "" if cost.cost.unit.value == "usd-per-mtok" else f" {cost.cost_per}"
