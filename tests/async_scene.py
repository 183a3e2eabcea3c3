"""Plays a coroutine to its end in a thread of its own: the tests' browser keeps a loop running in the main one."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def played(scene: Coroutine[Any, Any, T]) -> T:
    """What the coroutine returns; what it raises is raised."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, scene).result()
