"""Wraps a method of Streamlit's, but only once."""

from collections.abc import Callable
from typing import Any


def wrapped_once(owner: Any, name: str, around: Callable[[Callable[..., Any]], Any]) -> None:
    """Replaces the owner's method `name` by `around` of it, unless it is missing or was replaced before."""
    own = getattr(owner, name, None)
    if own is not None and not hasattr(own, "__wrapped__"):
        wrapper = around(own)
        wrapper.__wrapped__ = own
        setattr(owner, name, wrapper)
