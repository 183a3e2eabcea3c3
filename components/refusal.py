"""Says what a room has refused, once."""

from components import session
from components.markup import error_line, show

REFUSED = "workshop.refused"
"""Where a visit keeps the sentence until it is told."""


def refusal() -> None:
    """Says what was refused last, once."""
    words = session.kept(REFUSED)
    if words:
        session.keep(REFUSED, None)
        show(error_line(words))
