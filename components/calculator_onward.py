"""Where a calculator leads: the steps that speak of it, the guide, and all else that belongs to it."""

from typing import Any

import streamlit as st

from components.markup import el, show
from components.page_links import page_links
from components.related.related import related
from core.calculator_page.joins import stages_about
from core.calculators.model import Calculator
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.content.section_links import section_links
from core.join.entity import Entity, Kind
from core.language.text import t


def calculator_onward(content: Content, calculator: Calculator[Any]) -> None:
    """Draws links to the steps that open this calculator, else to its sections of the chapter; and to the guide."""
    steps = tuple(
        Link(page=Page.PIPELINE, label=stage.title, params={"step": stage.id})
        for stage in stages_about(content, calculator.id)
    )
    told = steps or section_links(content, calculator.claims)
    with st.container(key="no-print-onward", gap="small"):
        show(el("h2", t("See it in the chapter"), class_="sub ll-part ll-screen"))
        page_links((*told, Link(page=Page.DECIDE, label=t("Decide for your case"))))
    related(Page.CALCULATORS, Entity(Kind.CALCULATOR, calculator.id))
