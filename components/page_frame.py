"""What stands above every page: the way back to where somebody followed a link."""

from components import session
from components.way_back import way_back


def page_frame(here: str) -> None:
    """Draws it; a room's own windows have none."""
    if not session.params().get("room"):
        way_back(here)
