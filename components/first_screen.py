"""Lets the first screen of a visit reach the browser before what stands below it is drawn."""

import time
from datetime import timedelta

from components import session

BEGAN = "first_screen.began"
"""Where the bar above every page keeps when the visit's first run began."""

PAUSE_S = 0.1
"""The browser loads its code and draws a page's first elements for so long that all messages which come meanwhile would
be drawn with them, in one go at the end (docs/performance.md). The page is whole no later: the browser is at work."""

FIRST = timedelta(seconds=1)
"""Nobody presses anything in the first second of a visit; a server that needs longer than that does not wait."""


def first_screen() -> None:
    """Draws nothing; to be called where the first screen ends. Only the first run of a visit waits, and only once."""
    began = session.kept(BEGAN)
    if began is not None and session.now() - began < FIRST:
        session.keep(BEGAN, began - FIRST)
        time.sleep(PAUSE_S)
