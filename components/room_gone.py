"""Replaces a room that was deleted, for those who were in it or led it."""

from components import session
from components.markup import el, show
from components.workshop_access import RESULTS_SEEN
from components.workshop_ways_on import workshop_ways_on
from core.language.text import t


def room_gone(code: str) -> None:
    """Says that it was deleted, and where to go on."""
    session.keep(RESULTS_SEEN, code)  # no page offers them any more
    gone = t("Room {code} has been deleted", code=code)
    told = t("The names, votes and questions it was given are gone. What you added to your own review stays.")
    show(el("h1", gone, data_ll_news=gone), el("p", told, class_="ll-lede"), class_="ll ll-stack")
    workshop_ways_on()
