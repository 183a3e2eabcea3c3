"""The focus of a host, on from a button that has gone with its press to the one that has taken its place."""

from components import session
from components.host_button import PRESSES
from components.lost_focus import lost_focus


def focus_after_press(to: str) -> None:
    """Leads it to what the CSS selector names, after each press of a host; call it below the buttons.

    It stays on the page until the next press: the room's own news may have the fragment run again before it is drawn.
    """
    if presses := session.kept(PRESSES):
        lost_focus(to, token=f"press-{presses}")
