"""The reference tables, read once a process when the first figure asks for them; frozen."""

from functools import cache

from core.content.loader import OWN_DIRECTORY
from core.content.reference import Reference
from core.content.reference_loader import load_reference


@cache
def reference() -> Reference:
    """Shapes of models, GPUs and prices."""
    return load_reference(OWN_DIRECTORY / "reference")
