"""The five approaches compared: a table that sorts, a plot, and the detail of the row that is open."""

import streamlit as st

from components import session
from components.address_note import address_note
from components.approach_detail import approach_detail
from components.approach_plot import approach_plot
from components.cost_table import cost_table
from components.first_screen import first_screen
from components.markup import el, show
from components.page_head import page_head
from components.related.related import related
from components.sortable_table.sortable_table import Cell, Row, Table, sortable_table
from core.content.facts import Approach
from core.content.models import Content
from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.language.text import t


def compare_approaches(content: Content) -> None:
    """Draws the page: approaches, what a run costs, and what belongs to the approach that is open."""
    page_head(
        t("Compare approaches"), t("Five ways to better output, from an afternoon's prompt to a model of your own.")
    )
    _approaches(content)


@st.fragment
def _approaches(content: Content) -> None:
    chosen = _chosen(content)
    heads = (t("Approach"), t("Best for"), t("Cost"), t("Time to ship"), t("Avoid when"))
    table = Table(t("Press an approach to open it."), heads, (0, 2, 3), tuple(map(_row, content.approaches)))
    sortable_table(table, "approaches", chosen.id, _open)
    first_screen()
    st.space("small")
    words, picture = st.columns([5, 7], gap="large")
    with words, st.container(key="panel-approach", gap="small"):
        approach_detail(content, chosen)
    with picture, st.container(key="picture-approach"):
        show(el("h2", t("Cost against time"), class_="sub"))
        approach_plot(content, chosen.id)
    with st.container(key="block-costs"):
        cost_table(content)
    related(Page.COMPARE, Entity(Kind.APPROACH, chosen.id), title=t("Related to “{name}”", name=chosen.title))


def _chosen(content: Content) -> Approach:
    named = session.params().get("approach", content.approaches[0].id)
    if named not in content.approach_by_id:
        address_note(t("The address names an approach that is not in the table. The first one is open."))
    return content.approach_by_id.get(named, content.approaches[0])


def _open(approach_id: str) -> None:
    session.put_param("approach", approach_id)


def _row(approach: Approach) -> Row:
    cells = (
        Cell(approach.title),
        Cell(approach.best_for),
        Cell(approach.cost, approach.relative_cost.high or approach.relative_cost.low),
        Cell(approach.time_to_ship, approach.time_hours.high or approach.time_hours.low),
        Cell(approach.avoid_when),
    )
    return Row(approach.id, cells, approach.category)
