"""What is done before the first visitor comes, so that the first one waits no longer than the next."""

from collections.abc import Callable
from importlib import import_module
from threading import Thread

from core.content.loader import load_content
from core.diagram.layout import layout


def warm_up(join: Callable[[], object]) -> None:
    """Reads and checks the content and lays out its graphs; the marker of free answers is read meanwhile.

    Args:
        join: makes and keeps what belongs together, once the content is known to be right.

    Raises:
        ContentError: the content is wrong; the server must not start.
    """
    Thread(target=_load_marker, name="load the marker", daemon=True).start()
    for graph in load_content().graphs:
        layout(graph)
    join()


def _load_marker() -> None:
    import_module("core.interview.marker").load_marker()  # takes as long to import as all the rest
