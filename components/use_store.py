"""Uses the store in a press: one tab of a learner at a time; an error is kept until it is told."""

from collections.abc import Callable
from threading import RLock
from zlib import crc32

from components import session
from components.press_trouble import TROUBLE
from core.store.errors import StoreError

_LOCKS = tuple(RLock() for _ in range(64))
"""A learner's tabs take their steps one after the other, so that none overwrites what another has just kept."""


def use_store(work: Callable[[], object]) -> bool:
    """Does something with the store while no other tab of the learner does; returns whether it worked.

    If not, `press_trouble` says why.
    """
    try:
        with _LOCKS[crc32(session.learner().key.encode()) % len(_LOCKS)]:
            work()
    except StoreError as error:
        session.keep(TROUBLE, str(error))
        return False
    return True
