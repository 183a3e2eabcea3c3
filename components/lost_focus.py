"""Moves the focus from a pressed button that is gone or disabled to what comes next."""

from components.markup import el
from components.own_script.own_script import own_script


def lost_focus(to: str, *, shown: bool = False, held: bool = False, token: str = "") -> None:
    """Leads it to the first element of the page that the CSS selector names; to be called in the run after the press.

    Nothing happens where the focus was not lost, nor where somebody has gone on meanwhile; with `held`, a field in
    which Enter was pressed gives it up. The page stays where it is, unless the element is to be `shown`. One run after
    another gives another `token`, or the second does nothing.
    """
    rule = ({"data_ll_shown": ""} if shown else {}) | ({"data_ll_held": ""} if held else {})
    own_script("lost_focus", told=el("span", hidden="hidden", data_ll_lost=to, data_ll_token=token, **rule))
