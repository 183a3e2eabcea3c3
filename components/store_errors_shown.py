"""Tells the visitor what the store could not do; what they typed is still there."""

from collections.abc import Iterator
from contextlib import contextmanager

from components import session
from components.markup import el, show
from components.store_trouble import store_trouble
from core.store.errors import StoreError


@contextmanager
def store_errors_shown(title: str = "") -> Iterator[None]:
    """Runs a block that reads or writes the store; when that fails its sentence is shown in place of the rest.

    Under the title, if the block has drawn none because the store cannot even be opened.
    """
    try:
        yield
    except StoreError as error:
        if title and not _opens():
            show(el("h1", title), class_="ll ll-head")
        store_trouble(str(error))


def _opens() -> bool:
    try:
        session.store()
    except StoreError:
        return False
    return True
