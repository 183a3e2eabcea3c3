"""Brings a piece of the page into view, and the focus with it, when an address names it."""

from components.markup import el
from components.own_script.own_script import own_script


def scroll_to(element_id: str) -> None:
    """Scrolls to the element of that id once it is there; calm when motion is to be reduced."""
    own_script("scroll_to", el("span", hidden="hidden", data_ll_scroll=element_id))
