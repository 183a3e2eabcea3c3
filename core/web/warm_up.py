"""What is done before the first visitor comes, so that the first one waits no longer than the next."""

from core.content.loader import load_content
from core.diagram.layout import layout


def warm_up() -> None:
    """Reads and checks the content and lays out its graphs.

    Raises:
        ContentError: the content is wrong; the server must not start.
    """
    for graph in load_content().graphs:
        layout(graph)
