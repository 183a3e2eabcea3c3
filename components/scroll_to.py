"""Brings a piece of the page into view, and the focus with it: when an address names it, or a press has led to it."""

from typing import Literal

from components.markup import el
from components.own_script.own_script import own_script


def scroll_to(element_id: str, *, block: Literal["start", "nearest"] = "start") -> None:
    """Scrolls to the element of that id once it is there; calm when motion is to be reduced.

    It comes to the top of the page; with `nearest` the page stays where it is when the element is in view.
    """
    own_script("scroll_to", el("span", hidden="hidden", data_ll_scroll=element_id, data_ll_block=block))
