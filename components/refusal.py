"""Says what a room has refused, once."""

from components import session
from components.markup import el, icon, show


def refusal() -> None:
    """Says what was refused last, once."""
    words = session.kept("workshop.refused")
    if words:
        session.keep("workshop.refused", None)
        show(el("p", icon("cancel"), f" {words}", class_="ll-error", role="alert"))
