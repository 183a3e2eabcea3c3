"""The way to a mistake is said in words that stand in the file."""

from typing import Any

import pytest

from core.content.agendas import Agenda, AnyStep, GuideStep
from core.content.graphs import Graph
from core.content.items import Item
from core.content.places import place_of

STEPS = {"id": "a", "steps": [{"kind": "show", "id": "first"}, {"kind": "guide"}, {"kind": "vote", "id": ["x"]}]}


@pytest.mark.parametrize(
    ("schema", "value", "location", "name"),
    [
        (Agenda, STEPS, (), ""),
        (Agenda, STEPS, ("title",), "title"),
        (Agenda, STEPS, ("steps", 0, "show", "minutes"), "steps.first.minutes"),
        (Agenda, STEPS, ("steps", 1, "guide", "case"), "steps.2.case"),
        (Agenda, STEPS, ("steps", 2, "vote", "item"), "steps.3.item"),
        (Agenda, STEPS, ("steps", 9, "vote", "item"), "steps.10.item"),
        (Agenda, None, ("steps", 1, "guide", "case"), "steps.2.case"),
        (Item, {"kind": "order"}, ("order", "question"), "question"),
        (None, {"x": [1]}, ("x", 0, "y"), "x.1.y"),
    ],
)
def test_entry_of_a_list_goes_by_its_id_or_counts_from_one(
    schema: Any, value: Any, location: tuple[int | str, ...], name: str
) -> None:
    assert place_of(schema, value, location).name == name


def test_fields_are_those_of_the_part_that_is_wrong() -> None:
    assert place_of(Agenda, STEPS, ("titel",)).fields == tuple(Agenda.model_fields)
    assert place_of(Agenda, STEPS, ("steps", 1, "guide", "secondz")).fields == tuple(GuideStep.model_fields)
    assert {"from", "to"} <= set(place_of(Graph, {"edges": [{}]}, ("edges", 0, "form")).fields)


def test_unwritten_are_the_fields_that_the_part_does_not_have_yet() -> None:
    unwritten = place_of(Graph, {"edges": [{"from": "a", "form": "b"}]}, ("edges", 0, "form")).unwritten
    assert "to" in unwritten
    assert "from" not in unwritten


def test_kinds_are_those_that_may_stand_there() -> None:
    assert place_of(Agenda, STEPS, ("steps", 1, "kind")).kinds == ("show", "vote", "guide", "discuss", "lab")
    assert place_of(AnyStep, {}, ("kind",)).kinds[0] == "show"
