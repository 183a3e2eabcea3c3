"""Chooses the station: one row of choices, and the open station's title and text as the head of the page."""

from components import session
from components.address_note import address_note
from components.choice_row import choice_row
from components.in_english import in_english
from components.lab_steps import open_station
from components.markup import show
from components.page_head import page_head
from core.content.models import Content
from core.lab_page.opened import Opened, in_lesson_order, open_lab
from core.language.text import t


def lab_chooser(content: Content) -> Opened:
    """Draws the choices and the head; gives the station and the setting that the address names."""
    stations = in_lesson_order(content.lab)
    opened = open_lab(stations, session.params())
    titles = {station.id: f"{number} {station.title}" for number, station in enumerate(stations, 1)}
    choice_row("lab-chooser.station", t("Station of the lab"), titles, opened.station.id, open_station)
    eyebrow = t("The lab · a language model of 121,000 numbers, trained while you wait")
    page_head(opened.station.title, opened.station.text, eyebrow)
    if (note := in_english(opened.station)) is not None:
        show(note)
    address_note(*opened.words)
    return opened
