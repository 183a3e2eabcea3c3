"""The five approaches compared: a table that sorts, a plot, and the detail of the row that is open."""

import streamlit as st

from components import session
from components.approach_detail import approach_detail
from components.approach_plot import approach_plot
from components.markup import el, show
from components.sortable_table.sortable_table import Cell, Row, Table, sortable_table
from core.content.facts import Approach, CostRow
from core.content.models import Content
from core.figures import figure_text


@st.fragment
def compare_approaches(content: Content) -> None:
    """Draws table, detail and plot; the address names the row that is open."""
    chosen = _chosen(content)
    heads = ("Approach", "Best for", "Cost", "Time to ship", "When to avoid it")
    table = Table("Press an approach to open it.", heads, (0, 2, 3), tuple(map(_row, content.approaches)))
    sortable_table(table, "approaches", chosen.id, _open)
    st.space("small")
    words, picture = st.columns([5, 7], gap="large")
    with words, st.container(key="panel-approach", gap="small"):
        approach_detail(content, chosen)
    with picture:
        show(el("h2", "Cost against time", class_="sub"))
        approach_plot(content, chosen.id)


def cost_rows(content: Content) -> None:
    """Draws the chapter's cost table."""
    heads = ("Approach", "Model", "Hardware", "Time", "Cost")
    rows = tuple(map(_cost_row, content.costs))
    dates = sorted({cost.as_of for cost in content.costs})
    caption = f"The chapter's figures, as of {', '.join(dates)}, with our note under the cost."
    with st.container(key="block-costs"):
        show(el("h2", "What a run costs", id="costs"))
        sortable_table(Table(caption, heads, (0, 3, 4), rows), "costs")


def _chosen(content: Content) -> Approach:
    named = session.params().get("approach", content.approaches[0].id)
    if named not in content.approach_by_id:
        st.warning(
            "The address names an approach that is not in the table. The first one is open.", icon=":material/info:"
        )
    return content.approach_by_id.get(named, content.approaches[0])


def _open(approach_id: str) -> None:
    session.set_params({**session.params(), "approach": approach_id})


def _row(approach: Approach) -> Row:
    cells = (
        Cell(approach.title),
        Cell(approach.best_for),
        Cell(approach.cost, approach.relative_cost.high or approach.relative_cost.low),
        Cell(approach.time_to_ship, approach.time_hours.high or approach.time_hours.low),
        Cell(approach.avoid_when),
    )
    return Row(approach.id, cells, approach.category)


def _cost_row(cost: CostRow) -> Row:
    dollars = cost.cost.unit.value == "usd"
    where = f", {cost.provider}" if cost.provider else ""
    cells = (
        Cell(cost.approach),
        Cell(cost.model),
        Cell(cost.gpu),
        Cell(cost.time_words, cost.time.low if cost.time else 0),
        Cell(f"{figure_text(cost.cost)}{_per(cost)}{where}", cost.cost.low if dollars else "last", cost.note or ""),
    )
    return Row(cost.id, cells)


def _per(cost: CostRow) -> str:
    return "" if cost.cost.unit.value == "usd-per-mtok" else f" {cost.cost_per}"
