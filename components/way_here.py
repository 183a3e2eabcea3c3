"""The parameter with which a link to another page carries the way back to this one."""

from components import session
from core.content.pages import Page
from core.join.way_back import pack


def way_here() -> dict[str, str]:
    """The parameter for a link that leads elsewhere; none from the windows of a room's host."""
    params, here = session.params(), Page(session.kept("page.here") or Page.START)
    return {} if params.get("room") and here is not Page.JOIN else {"from": pack(here, params)}
