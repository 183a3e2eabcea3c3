"""Which items can be reviewed and drilled, in the order in which they are learned. Pure."""

from collections.abc import Callable

from core.content.choice_items import Case
from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.content.models import Content
from core.quiz.generated import FAMILIES, find_item

GENERATED_SEEDS = (1, 2)
"""The seeds of each family that are reviewed."""


def reviewable_ids(content: Content) -> tuple[str, ...]:
    """Everything that spaced repetition covers, in the order of learning: along the pipeline, then the decision.

    Interview answers are left out; of each family of generated items two are in.
    """
    place = _node_order(content)
    items: list[AnyItem] = [item for item in content.items if not isinstance(item, FreeAnswer)]
    items += [family.item(seed) for family in FAMILIES.values() for seed in GENERATED_SEEDS]
    ordered = sorted(enumerate(items), key=lambda pair: (place.get(pair[1].node, len(place)), pair[0]))
    return tuple(item.id for _, item in ordered)


def case_ids(content: Content) -> tuple[str, ...]:
    """The cases, as they stand in the bank."""
    return tuple(item.id for item in content.items if isinstance(item, Case))


def node_of(content: Content) -> Callable[[str], str | None]:
    """A function from an item's id to its node; None for items that are no more."""

    def node(item_id: str) -> str | None:
        item = find_item(content, item_id)
        return item.node if item else None

    return node


def _node_order(content: Content) -> dict[str, int]:
    place: dict[str, int] = {}
    first = [graph for graph in content.graphs if graph.id == "pipeline"]
    for graph in first + [graph for graph in content.graphs if graph.id != "pipeline"]:
        for node in graph.nodes:
            place.setdefault(node.id, len(place))
    return place
