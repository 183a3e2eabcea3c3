"""Gives the focus to what has come when the control that had it has gone, so that keys and readers go on from there."""

from components.markup import el
from components.own_script.own_script import own_script


def focus_on(element_id: str) -> None:
    """Focuses the element of that id and brings it into view, unless something else has the focus."""
    own_script("focus_on", el("span", hidden="hidden", data_ll_focus=element_id))
