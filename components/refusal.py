"""Says once what a room has refused."""

from components import session
from components.markup import error_line, show

REFUSED = "workshop.refused"
"""Where a visit keeps the sentence until it is told."""


def refusal() -> None:
    """Says what was refused last, once."""
    if words := session.take(REFUSED):
        show(error_line(words))
