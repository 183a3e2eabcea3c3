"""What an agenda holds, step by step, each with the way to what it shows, asks or decides."""

import streamlit as st

from components import session
from components.markup import el, show
from components.related.related import related
from core.content.agendas import Agenda
from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.language.numbers import in_figures
from core.language.text import t


def agenda_preview(agenda: Agenda) -> None:
    """Draws the steps, and what belongs to the one that the address names, or to all."""
    named = next((step for step in agenda.steps if step.id == session.params().get("step")), None)
    drawer = st.expander(
        t("What happens in it: {count} steps", count=len(agenda.steps)),
        key=f"agenda-preview-{agenda.id}",
        expanded=named is not None,
        on_change="rerun",
    )
    if not drawer.open:
        return
    with drawer:
        rows = [
            el(
                "li",
                el("mark", step.title) if step is named else step.title,
                " ",
                el("span", t("{minutes} min", minutes=in_figures(f"{step.minutes:g}")), class_="ll-note"),
            )
            for step in agenda.steps
        ]
        show(el("ol", *rows))
    steps = (named,) if named else agenda.steps
    title = t("What belongs to “{name}”", name=named.title) if named else t("What it draws on")
    related(Page.HOST, *(Entity(Kind.STEP, f"{agenda.id}/{step.id}") for step in steps), title=title)
