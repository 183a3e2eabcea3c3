"""Sends what is drawn so far to the browser before the rest of the run is drawn."""

import time

from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.announce_with_first import LINES

PAUSE_S = 0.006
"""As long as the browser needs for a few elements on a slow machine; the thread that waits takes no time of others."""


def shown_first() -> None:
    """Draws nothing; to be called once what the visitor waits for is drawn.

    The browser draws all messages that come in one go together: the answer to a press would wait for whatever stands
    below it (docs/performance.md).
    """
    context = get_script_run_ctx(suppress_warning=True)
    if context and (line := LINES.get(context.session_id)):
        line.whole()
    time.sleep(PAUSE_S)
