"""The parameter with which a link to another page carries the way back to this one."""

from components import session
from core.content.pages import Page
from core.join.way_back import pack


def way_here() -> dict[str, str]:
    """The parameter for a link that leads elsewhere; none from a room, whose own line leads back to it."""
    params = session.params()
    return {} if params.get("room") else {"from": pack(Page(session.kept("page.here") or Page.START), params)}
