"""Tells the visitor what the store could not do; what they typed is still there."""

from collections.abc import Iterator
from contextlib import contextmanager

from components.store_trouble import store_trouble
from core.store.errors import StoreError


@contextmanager
def store_errors_shown() -> Iterator[None]:
    """Runs a block that reads or writes the store; when that fails its sentence is shown in place of the rest."""
    try:
        yield
    except StoreError as error:
        store_trouble(str(error))
