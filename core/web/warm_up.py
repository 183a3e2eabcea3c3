"""What is done before the first visitor comes, so that the first one waits no longer than the next."""

import ctypes
import gc
import logging
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from importlib import import_module
from threading import Thread

from core.content.loader import load_content, said_with_line
from core.content.problems import ContentError
from core.diagram.layout import layout
from core.web.lab_runner import close_lab_runner
from core.web.log_lines import shorten_log
from core.web.process import close_store, try_store

_M_ARENA_MAX = -8


def warm_up(join: Callable[[], object]) -> None:
    """Reads and checks the content and lays out its graphs; what is slow to import is imported meanwhile.

    Args:
        join: makes and keeps what belongs together, once the content is known to be right.

    Raises:
        ContentError: the content is wrong; the server must not start.
    """
    _share_heaps()
    Thread(target=_load_slow_parts, name="load the marker and the lab", daemon=True).start()
    for graph in load_content().graphs:
        layout(graph)
    join()
    import_module("PIL.Image")  # the first logo would import it, while its visitor waits
    _collect_less()


def _share_heaps() -> None:
    """Two heaps for all threads, where the C library is glibc; it would make sixteen on two cores.

    Each run of a page is a thread of its own. What it frees in one heap is of no use in the others, so that memory grew
    for an hour and more: docs/performance.md.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)


def _collect_less() -> None:
    """Garbage is looked for after 10,000 new objects, not 700, and never in what is there already: docs/adr/0003."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def lifespan(
    join: Callable[[], object], tell: Callable[[], None]
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """The life of the server: warmed up, its store open, then it tells; its store and the lab's workers end with it.

    Wrong content ends it with a sentence for each thing that is wrong.
    """

    @asynccontextmanager
    async def life(_: object) -> AsyncIterator[None]:
        try:
            warm_up(join)
        except ContentError as error:
            _refuse(error)
            raise
        try_store()
        shorten_log()
        tell()
        yield
        close_lab_runner()
        close_store()

    return life


def _refuse(error: ContentError) -> None:
    """Says what is wrong as `core check` does; the server, which then ends, would say it at the end of a traceback."""
    told = ["LLM Ladder does not start: its content is wrong.", *(f"  {said_with_line(one)}" for one in error.problems)]
    told.append("Correct it and start again; `python -m core check` looks through it too.")
    sys.stderr.write("\n".join(["", *told, ""]))
    logging.getLogger("uvicorn.error").addFilter(lambda record: "ContentError" not in record.getMessage())


def _load_slow_parts() -> None:
    import_module("pandas")  # Streamlit imports it for the first component that is drawn
    import_module("core.interview.marker").load_marker()  # takes as long to import as all the rest
    import_module("core.lab.catalogue")
