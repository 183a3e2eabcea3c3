"""Every link and button that leads to another page of the course carries the way back to where it stands."""

from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from core.join.entity import Entity, Kind
from core.join.join import join_of
from core.join.way_back import pack, unpack
from tests.app.pages import address, data_of, opened, press_labelled, ran
from tests.app.walking import FILES
from tests.read_once import load_content

CONTENT = load_content()
JOIN = join_of(CONTENT)
LINKED = (Kind.PAGE, Kind.STAGE, Kind.OUTCOME, Kind.APPROACH, Kind.CALCULATOR, Kind.STATION)
OF_EACH_SECTION = {claim.source: Entity(Kind.CLAIM, claim.id) for claim in CONTENT.claims}
WALKED = [*(entity for entity in JOIN.places if entity.kind in LINKED), *OF_EACH_SECTION.values()]
ASKED = [Entity(Kind.ITEM, "rlhf-in-order"), Entity(Kind.CASE, "case-furniture-revised-yearly")]
LAST_OUTCOME = Entity(Kind.OUTCOME, CONTENT.guide.outcomes[-1].id)
FOLLOWED = [Entity(Kind.STAGE, "sft"), LAST_OUTCOME, Entity(Kind.STATION, "tune")]
ONWARD = ("Next: ", "Back to ", "Go step by step", "Practise", "Open a room")
"""How the links begin that lead on through the menu's order, or back: both are ways that one goes without returning."""


def open_entity(entity: Entity) -> AppTest:
    place = JOIN.places[entity]
    return opened(FILES[place.page.value], dict(place.params))


def carried(test: AppTest) -> dict[str, str | None]:
    """By its label what each link carries as the way back."""
    links = [e.proto for e in test.get("page_link") if not e.proto.label.startswith(ONWARD)]
    return {link.label: dict(parse_qsl(link.query_string)).get("from") for link in links}


@pytest.mark.parametrize("entity", WALKED, ids=str)
def test_each_link_beside_what_is_shown_leads_back_to_it(entity: Entity):
    place = JOIN.places[entity]
    here = pack(place.page, place.params)
    elsewhere = {label: back for label, back in carried(open_entity(entity)).items() if back != here}
    assert not [label for label, back in elsewhere.items() if not _is_a_decision(back)]


def _is_a_decision(back: str | None) -> bool:
    """Calculators have carried decisions, for their records, since before there were other ways back."""
    return back is not None and unpack(back) is None and "problem=" in back


@pytest.mark.parametrize("entity", ASKED, ids=str)
def test_each_link_below_an_answered_question_leads_back_to_it(entity: Entity):
    test = press_labelled(press_labelled(open_entity(entity), "Answer it"), "I do not know")
    place = JOIN.places[entity]
    found = carried(test)
    assert "See it in the chapter" in found
    assert set(found.values()) == {pack(place.page, place.params)}


@pytest.mark.parametrize("entity", FOLLOWED, ids=str)
def test_who_follows_a_link_can_go_back_to_where_it_stood(entity: Entity):
    place = JOIN.places[entity]
    test = open_entity(entity)
    links = [e.proto for e in test.get("page_link") if not e.proto.label.startswith(ONWARD)]
    assert links
    for link in links:
        there = opened(FILES[link.page or "start"], dict(parse_qsl(link.query_string)))
        backs = [e.proto for e in there.get("page_link") if e.proto.label.startswith("Back to ")]
        assert [(one.page, dict(parse_qsl(one.query_string))) for one in backs] == [(place.page.value, place.params)]


def test_a_button_that_starts_a_drill_elsewhere_leads_back_too():
    test = press_labelled(opened("progress.py"), "Answer the first question")
    assert address(test)["from"] == ["progress"]


def test_a_term_leads_back_from_the_page_that_explains_it_however_it_was_found():
    test = opened("takeaways.py", {"term": "lora"})
    term = next(one for one in data_of(test, "term-list")["terms"] if one["id"] == "lora")
    assert term["back"] == "takeaways?term=lora"


def test_a_switch_to_another_way_to_practise_keeps_the_way_back():
    test = opened("quick_fire.py", {"from": "pipeline?step=sft"})
    test.segmented_control(key="practice-ways.way").set_value("drill")
    assert address(ran(test)) == {"way": ["drill"], "from": ["pipeline?step=sft"]}
