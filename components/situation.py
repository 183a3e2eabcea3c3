"""The situation of a case."""

from components.markup import rich, show
from core.content.choice_items import Case


def situation(item: Case) -> None:
    """Draws the situation, at a measure that reads well."""
    show(rich("p", item.situation, class_="ll-lede"))
