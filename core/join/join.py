"""What is related to an entity: links in the content, and entities that share a claim or a node with it. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from core.content.models import Content
from core.join.edges import ties
from core.join.entity import Entity, Kind, Place
from core.join.places import places

_MEETING = (Kind.CLAIM, Kind.STAGE, Kind.NODE)
"""Two entities that share one of these belong together, though neither names the other."""
_GUIDED = (Kind.NODE, Kind.QUESTION)
"""Nodes and questions of the guide hold no claims: what an outcome belongs to belongs to those that lead there."""
_DIRECT = 1_000
"""What a direct tie counts: more than any number of shared neighbours."""


@dataclass(frozen=True)
class Join:
    """All entities of a content with their places, and which are tied to each."""

    places: Mapping[Entity, Place]
    near: Mapping[Entity, frozenset[Entity]]

    @cached_property
    def _order(self) -> dict[Entity, int]:
        return {entity: number for number, entity in enumerate(self.places)}

    def related(self, *entities: Entity) -> tuple[Place, ...]:
        """What is related to entities, closest first: what is tied to them, then what shares most claims or nodes.

        The relation is symmetric: what is related to this has this among its own. An unknown entity has none. A claim
        has its ties alone, since it would meet half the course in each node.
        """
        scores: Counter[Entity] = Counter()
        for entity in entities:
            scores.update(self._scores(entity))
        found = sorted(scores.keys() - set(entities), key=lambda end: (-scores[end], self._order[end]))
        return tuple(self.places[end] for end in found)

    def _scores(self, entity: Entity) -> Counter[Entity]:
        near = self.near.get(entity, frozenset())
        scores: Counter[Entity] = Counter(dict.fromkeys(near, _DIRECT))
        if entity.kind is not Kind.CLAIM:
            for middle in near:
                scores.update(end for end in self.near[middle] if _meet(entity.kind, middle.kind, end.kind))
        return scores

    def at(self, page: str, params: Mapping[str, str]) -> Place | None:
        """What an address shows: the place on this page that matches most of its parameters; None if unknown."""
        fitting = [
            place
            for place in self._by_page.get(page, ())
            if all(params.get(name) == value for name, value in place.params.items())
        ]
        return max(fitting, key=lambda place: len(place.params), default=None)

    @cached_property
    def _by_page(self) -> dict[str, list[Place]]:
        found: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self.places.values():
            found[place.page.value].append(place)
        return found


def _meet(one: Kind, middle: Kind, other: Kind) -> bool:
    if other is Kind.CLAIM:
        return False
    return middle in _MEETING or (middle is Kind.OUTCOME and (one in _GUIDED or other in _GUIDED))


def join_of(content: Content) -> Join:
    """The join of a content. Making it takes tens of milliseconds."""
    near: defaultdict[Entity, set[Entity]] = defaultdict(set)
    for one, other in ties(content):
        if one != other:
            near[one].add(other)
            near[other].add(one)
    return Join(places(content), {entity: frozenset(others) for entity, others in near.items()})
