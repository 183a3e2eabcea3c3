"""Brings a piece of the page into view and moves the focus to it, when an address names it or a press leads to it.

The pressed control may be gone, and the focus with it: keys and screen readers continue from the new place.
"""

from typing import Literal

from components.markup import el
from components.own_script.own_script import own_script


def scroll_to(
    element_id: str,
    *,
    block: Literal["start", "center", "nearest"] = "start",
    yields: bool = False,
    alone: bool = False,
) -> None:
    """Scrolls to the element of that id once it is there; calm when motion is to be reduced.

    It comes to the top of the page, or with `center` to its middle; with `nearest` the page stays where it is when the
    element is in view.
    One that `yields` leaves the focus, and the page, to whatever else has the focus by then; one that comes `alone`
    leaves only the focus.
    """
    rule = ({"data_ll_yields": ""} if yields else {}) | ({"data_ll_alone": ""} if alone else {})
    own_script("scroll_to", told=el("span", hidden="hidden", data_ll_scroll=element_id, data_ll_block=block, **rule))
