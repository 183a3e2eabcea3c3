"""Everything in the course leads to all that belongs to it, and each of these ways leads back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from core.calculators.registry import calculators
from core.join.entity import Entity, Kind, Place
from core.join.join import join_of
from core.join.places import item_entity, node_entity
from tests.app.pages import opened
from tests.app.walking import address_of, back_of, go, visit, ways, ways_back
from tests.read_once import load_content

CONTENT = load_content()
PLACES = join_of(CONTENT).places
ADDRESSES = {address_of(place.page, place.params) for place in PLACES.values()}
KINDS = [kind for kind in Kind if kind not in (Kind.PAGE, Kind.QUESTION)]
"""A question of the guide is shown with no list beside it: what belongs to it would say where each answer leads."""
MOST = 40
"""How many one test visits."""
CLAIMS, ITEMS = ("claims", "claim", "scale", "figures"), ("items", "item")
NAMED = {
    **dict.fromkeys(CLAIMS, Kind.CLAIM),
    "pitfalls": Kind.PITFALL,
    "see": Kind.TERM,
    "twin": Kind.CASE,
    "stage": Kind.STAGE,
    "station": Kind.STATION,
    "calc": Kind.CALCULATOR,
    "calculator": Kind.CALCULATOR,
}
"""The fields of the content that name something, and what; items and nodes, of several kinds, come besides."""


def entries() -> Iterator[tuple[Entity, dict[str, Any]]]:
    """Everything that the content holds, as its files have it."""
    blocks = [block for lesson in CONTENT.lessons for block in lesson.blocks]
    of_kind = {
        Kind.STAGE: CONTENT.stages,
        Kind.BLOCK: blocks,
        Kind.PITFALL: CONTENT.pitfalls,
        Kind.TERM: CONTENT.terms,
        Kind.OUTCOME: CONTENT.guide.outcomes,
        Kind.APPROACH: CONTENT.approaches,
        Kind.STATION: CONTENT.lab,
    }
    for kind, found in of_kind.items():
        yield from ((Entity(kind, one.id), one.model_dump()) for one in found)
    yield from ((item_entity(item), item.model_dump(exclude={"options"})) for item in CONTENT.items)
    yield from ((Entity(Kind.CALCULATOR, one.id), {"claims": one.claims}) for one in calculators().values())
    for agenda in CONTENT.agendas:
        yield from ((Entity(Kind.STEP, f"{agenda.id}/{step.id}"), step.model_dump()) for step in agenda.steps)


def named(value: Any, field: str = "") -> Iterator[Entity]:
    """What an entry names, at whatever depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from named(inner, str(name))
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from named(inner, field)
    elif field in ITEMS and value:
        yield item_entity(CONTENT.item_by_id[value])
    elif field == "node" and value:
        yield node_entity(CONTENT, value)
    elif field in NAMED and value:
        yield Entity(NAMED[field], value)


def belonging() -> dict[Entity, set[Entity]]:
    """What belongs to each, both ways, as the content names it."""
    found: defaultdict[Entity, set[Entity]] = defaultdict(set)
    for entity, entry in entries():
        for other in named(entry):
            if other != entity:
                found[entity].add(other)
                found[other].add(entity)
    return found


BELONGING = belonging()
LISTED = [entity for entity in PLACES if entity.kind in KINDS]
PARTS = [(kind, part) for kind in KINDS for part in range(-(-sum(entity.kind is kind for entity in LISTED) // MOST))]


@pytest.mark.parametrize(("kind", "part"), PARTS, ids=[f"{kind}-{part + 1}" for kind, part in PARTS])
def test_everything_shows_itself_leads_to_what_belongs_to_it_and_is_led_back_to(kind: Kind, part: int):
    of_kind = [entity for entity in LISTED if entity.kind is kind][part * MOST : (part + 1) * MOST]
    assert list(walk([PLACES[entity] for entity in of_kind])) == []


def walk(places: Iterable[Place]) -> Iterator[str]:
    test, seen = opened("takeaways.py"), set[str]()
    for turn, place in enumerate(places):
        here = f"{place.entity.kind}/{place.entity.id}"
        if not shows(place, visit(test, place), test):
            yield f"{here} does not show itself"
        found = [way for way in ways(test) if way.address != address_of(place.page, place.params)]
        if not found:
            yield f"{here} leads nowhere"
        led_to = {way.name for way in found}
        for other in BELONGING[place.entity]:
            if f"{other.kind}/{other.id}" not in led_to:
                yield f"{here} does not lead to {other.kind}/{other.id}"
        for way in found:
            if way.back != back_of(place) and way.back != back_of(place).partition("?")[2]:
                yield f"{here}: “{way.name}” leads back to {way.back or 'nothing'}"
        new = [way for way in found if way.address not in ADDRESSES | seen]
        for way in [*found[turn * 7 % len(found) :][:1], *new] if found else []:
            seen.add(way.address)
            go(test, way.page, {**way.params, "from": way.back})
            if ways_back(test) != [(place.page.value, dict(place.params))]:
                yield f"{here}: back from “{way.name}” is {ways_back(test)}"
            if test.warning:
                yield f"{here}: “{way.name}” is told: {test.warning[0].value}"


def shows(place: Place, said: str, test: Any) -> bool:
    if place.entity.kind is Kind.CALCULATOR:
        return bool(test.session_state["calculator-chooser.calc"] == place.entity.id)
    name = CONTENT.item_by_id[place.entity.id].question if place.entity.kind is Kind.ITEM else place.title
    return plain(name) in plain(said)


def plain(text: str) -> str:
    bare = re.sub("<[^>]+>|[*`_]", "", text).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return " ".join(bare.split())
