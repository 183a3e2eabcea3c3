"""Says what a room has refused, once."""

from components import session
from components.markup import error_line, show


def refusal() -> None:
    """Says what was refused last, once."""
    words = session.kept("workshop.refused")
    if words:
        session.keep("workshop.refused", None)
        show(error_line(words))
