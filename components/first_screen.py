"""Lets the first screen of a visit reach the browser before what stands below it is drawn."""

import time

from components import session

FIRST_RUN = "first_screen.is_first_run"

PAUSE_S = 0.1
"""The browser loads its code and draws a page's first elements for so long that all messages which come meanwhile would
be drawn with them, in one go at the end (docs/performance.md). The page is whole no later: the browser is at work."""


def first_screen() -> None:
    """Draws nothing; to be called where the first screen ends. Only the first run of a visit waits, and only once."""
    if session.kept(FIRST_RUN, False):
        session.keep(FIRST_RUN, False)
        time.sleep(PAUSE_S)
