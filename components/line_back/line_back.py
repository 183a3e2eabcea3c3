"""Invisible: has the whole page run anew when its line to the server is back."""

from components import session
from components.browser_code.browser_component import browser_component

_RUNS = 2  # one at once, and one for what was pressed before that was over
_mount = browser_component(__file__, '<span class="line-back" hidden>\n</span>')


def line_back() -> None:
    """Watches the line; call it outside all fragments, so that what it asks for is the page.

    A server that was started again, or that has waited two minutes for a locked phone, gives the page a new session,
    which knows none of its fragments: it would leave all that they ask for undone, and the screen would stand still.
    """
    _mount(
        key="line-back", data={"runs": _RUNS, "ran": session.new_id()}, on_back_change=lambda: None, height="content"
    )
