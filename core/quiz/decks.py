"""Which items can be reviewed and drilled, and the order in which they are learned. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable

from core.content.choice_items import Case
from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.content.models import Content
from core.quiz.generated import FAMILIES, find_item

GENERATED_SEEDS = (1, 2)
"""The seeds of each family that are reviewed."""
_TWINS_APART = 15
"""The least number of items between twins: with the usual limit a day, they are begun on different days."""


def reviewable_ids(content: Content) -> tuple[str, ...]:
    """Everything that spaced repetition covers, in the order of the course: along the pipeline, then the decision.

    Interview answers are left out; of each family of generated items two are in.
    """
    place = _node_order(content)
    items: list[AnyItem] = [item for item in content.items if not isinstance(item, FreeAnswer)]
    items += [family.item(seed) for family in FAMILIES.values() for seed in GENERATED_SEEDS]
    ordered = sorted(enumerate(items), key=lambda pair: (place.get(pair[1].node, len(place)), pair[0]))
    return tuple(item.id for _, item in ordered)


def learning_order(content: Content) -> tuple[str, ...]:
    """What spaced repetition covers, in the order of learning: topics take turns, each in the order of the course.

    A topic is a node. The first turns go along the course, one item of each topic; a topic with more items than any
    other has more turns, so that it does not come alone at the end. Twins are kept apart.
    """
    ids, node = reviewable_ids(content), node_of(content)
    sizes = Counter(map(node, ids))
    place = {name: n for n, name in enumerate(sizes)}
    rounds = next(iter(sorted(sizes.values())[-2:]), 0)  # as many as the second largest topic has items
    taken: Counter[str | None] = Counter()
    turns: list[tuple[float, str]] = []
    for name in ids:
        topic = node(name)
        pace = min(1.0, rounds / sizes[topic])
        turns.append((taken[topic] * pace + place[topic] / len(place), name))
        taken[topic] += 1
    twin = {item.id: item.twin for item in content.items if isinstance(item, Case)}
    return _twins_apart((name for _, name in sorted(turns, key=lambda turn: turn[0])), twin)


def _twins_apart(ids: Iterable[str], twin: dict[str, str]) -> tuple[str, ...]:
    """The items with the second twin of each pair moved back, until enough others are between."""
    taken: list[str] = []
    waiting: list[str] = []
    for name in ids:
        waiting.append(name)
        for one in tuple(waiting):
            if twin.get(one) not in taken[-_TWINS_APART:]:
                taken.append(one)
                waiting.remove(one)
    return (*taken, *waiting)


def case_ids(content: Content) -> tuple[str, ...]:
    """The cases, in the order of the bank."""
    return tuple(item.id for item in content.items if isinstance(item, Case))


def node_of(content: Content) -> Callable[[str], str | None]:
    """A function from an item's id to its node; None for items that no longer exist."""

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
