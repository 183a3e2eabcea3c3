"""The focus that goes with a pressed button which is gone or disabled afterwards: led on to what comes next."""

from components.markup import el
from components.own_script.own_script import own_script


def lost_focus(to: str) -> None:
    """Leads it to the first element of the page that the CSS selector names; to be called in the run after the press.

    Nothing happens where the focus was not lost, nor where somebody has gone on meanwhile.
    """
    own_script("lost_focus", told=el("span", hidden="hidden", data_ll_lost=to))
