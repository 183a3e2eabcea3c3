"""What is done before the first visitor comes, so that the first one waits no longer than the next."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Thread

from core.content.loader import load_content
from core.diagram.layout import layout


def warm_up() -> None:
    """Reads and checks the content and lays out its graphs; the marker of free answers is read meanwhile.

    Raises:
        ContentError: the content is wrong; the server must not start.
    """
    Thread(target=_load_marker, name="load the marker", daemon=True).start()
    for graph in load_content().graphs:
        layout(graph)


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """The life of the server: warmed up before the first visitor."""
    warm_up()
    yield


def _load_marker() -> None:
    import_module("core.interview.marker").load_marker()  # takes as long to import as all the rest
