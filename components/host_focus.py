"""Moves a host's focus from a button that is gone to the one that has replaced it."""

from components import session
from components.host_button import PRESSES
from components.markup import el
from components.own_script.own_script import own_script


def host_focus(to: str) -> None:
    """Leads it to what the CSS selector names, after each press of a host and when votes or time take its button away.

    Call it below the buttons. It stays on the page until the next press: the room's own news may have the fragment run
    again before it is drawn.
    """
    presses = session.kept(PRESSES, 0)
    told = el("span", hidden="hidden", data_ll_lost=to, data_ll_taken="", data_ll_token=f"press-{presses}")
    own_script(*(["lost_focus"] if presses else []), "taken_focus", told=told)
