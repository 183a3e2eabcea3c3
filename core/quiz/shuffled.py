"""A random order that a seed determines. Pure."""

import hashlib
from collections.abc import Iterable


def shuffled(names: Iterable[str], seed: str) -> tuple[str, ...]:
    """The names in an order that the seed gives, the same on every machine and in every version of Python."""
    return tuple(sorted(names, key=lambda name: hashlib.sha256(f"{seed}~{name}".encode()).digest()))
