"""Where a station leads: the step of the pipeline, the sections of its claims, calculators, questions."""

from components.markup import el, show
from components.page_links import page_links
from components.related.related import related
from core.content.lab import LabStation
from core.content.models import Content
from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.lab_page.joins import onward_links
from core.language.text import t


def lab_onward(content: Content, station: LabStation) -> None:
    """Draws the links onward."""
    show(el("h2", t("See it in the chapter"), class_="sub ll-part ll-screen"))
    page_links(onward_links(content, station))
    related(Page.LAB, Entity(Kind.STATION, station.id))
