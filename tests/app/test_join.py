"""Every kind of address opens what it names, says what belongs to it, and leads back."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.join.join import join_of
from tests.app.pages import address, html_of, opened, press, press_labelled, ran, words
from tests.app.walking import FILES
from tests.read_once import load_content

CONTENT = load_content()
JOIN = join_of(CONTENT)
SHOWN = [
    Entity(Kind.STAGE, "sft"),
    Entity(Kind.NODE, "rag"),
    Entity(Kind.BLOCK, "four-bits"),
    Entity(Kind.PITFALL, CONTENT.pitfalls[0].id),
    Entity(Kind.CLAIM, "lora-cheaper"),
    Entity(Kind.TERM, "lora"),
    Entity(Kind.OUTCOME, CONTENT.guide.outcomes[0].id),
    Entity(Kind.APPROACH, "rag"),
    Entity(Kind.CALCULATOR, "labelling"),
    Entity(Kind.STATION, "tune"),
]
NAMED_ELSEWHERE = (Kind.TERM, Kind.CALCULATOR)
"""Their names stand in a component of the browser, or among the choices."""
ASKED = [
    Entity(Kind.ITEM, "rlhf-in-order"),
    Entity(Kind.CASE, "case-furniture-revised-yearly"),
    Entity(Kind.INTERVIEW, "support-bot-is-wrong"),
]


def open_entity(entity: Entity, **more: str) -> AppTest:
    place = JOIN.places[entity]
    return opened(FILES[place.page.value], {**place.params, **more})


def groups(test: AppTest) -> list[dict[str, Any]]:
    """All groups of links on the page."""
    found = [e.proto for e in test.get("bidi_component") if e.proto.id.endswith(".links")]
    return [group for proto in found for group in json.loads(proto.json)["groups"]]


def links(test: AppTest) -> dict[str, str]:
    return {link["id"]: link["href"] for group in groups(test) for link in group["links"]}


@pytest.mark.parametrize("entity", SHOWN, ids=str)
def test_a_page_shows_what_the_address_names_and_what_belongs_to_it(entity: Entity):
    test = open_entity(entity)
    place = JOIN.places[entity]
    assert place.title.replace("'", "") in html_of(test).replace("'", "") or entity.kind in NAMED_ELSEWHERE
    there = {link.split("/")[0] for link in links(test)}
    assert there & {"item", "interview", "case"}
    assert there & {"claim", "outcome", "stage", "block"}


@pytest.mark.parametrize("entity", ASKED, ids=str)
def test_a_question_is_asked_and_nothing_says_its_answer_before(entity: Entity):
    test = open_entity(entity)
    assert JOIN.places[entity].title[:40] in words(test)
    assert links(test) == {}
    assert CONTENT.item_by_id[entity.id].explanation not in words(test)


def test_a_question_by_its_address_is_answered_without_touching_a_drill():
    test = open_entity(ASKED[0])
    test = press_labelled(press_labelled(test, "Answer it"), "I do not know")
    assert "Collect preferences" in words(test)


def test_each_link_carries_the_way_back():
    test = open_entity(Entity(Kind.STAGE, "sft"))
    assert links(test)
    assert all("from=pipeline%3Fstep%3Dsft" in href for href in links(test).values())


def test_a_link_to_a_page_that_is_not_open_is_not_drawn():
    drawn = {JOIN.places[Entity(Kind(kind), name)].page for kind, _, name in _named(links(open_entity(SHOWN[0])))}
    assert drawn <= {Page(name) for name in FILES}


def _named(found: dict[str, str]) -> list[tuple[str, str, str]]:
    return [link.partition("/") for link in found]


def _ways_back(test: AppTest) -> list[str]:
    return [e.proto.label for e in test.get("page_link") if e.proto.label.startswith("Back to")]


@pytest.mark.parametrize(
    ("carried", "label"),
    [
        ("pipeline?step=sft", "Back to “Supervised Fine-Tuning SFT”"),
        ("quick-fire?way=drill", "Back to Quick-fire"),
        ("decide?problem=knowledge&data-size=fits", "Back to “Put it all in the prompt”"),
    ],
)
def test_who_followed_a_link_has_a_way_back(carried: str, label: str):
    assert _ways_back(open_entity(Entity(Kind.CLAIM, "lora-cheaper"), **{"from": carried})) == [label]


@pytest.mark.parametrize(
    "carried", ["", "tea", "https://example.com", "takeaways?claim=lora-cheaper", "decide?" + "a=1&" * 200]
)
def test_a_way_back_that_leads_nowhere_is_not_drawn(carried: str):
    assert _ways_back(open_entity(Entity(Kind.CLAIM, "lora-cheaper"), **{"from": carried})) == []


def test_a_decision_carried_into_a_calculator_has_one_way_back():
    test = opened("calculators.py", {"calc": "labelling", "from": "decide?problem=style&style-prompting=no"})
    assert len(_ways_back(test)) == 1


@pytest.mark.parametrize(
    ("page", "params", "said"),
    [
        ("takeaways.py", {"claim": "tea"}, "a claim that is not"),
        ("quick_fire.py", {"item": "tea"}, "a question that is not"),
        ("cases.py", {"item": "tea"}, "a question that is not"),
        ("host.py", {"agenda": "tea"}, "an agenda that does not exist"),
        ("host.py", {"agenda": "workshop-45", "step": "tea"}, "a step that this agenda does not have"),
    ],
)
def test_a_stale_link_is_told_and_the_page_is_there(page: str, params: dict[str, str], said: str):
    test = opened(page, dict(params))
    assert any(said in warning.value for warning in test.warning)
    assert "<h1" in words(test)


def test_an_agenda_by_its_address_is_chosen_and_its_step_leads_on():
    step = Entity(Kind.STEP, "workshop-45/sft")
    test = open_entity(step)
    assert test.radio(key="host.agenda").value == "workshop-45"
    assert "stage/sft" in links(test)


def test_an_agenda_that_is_chosen_is_in_the_address_so_that_a_way_back_has_it():
    test = open_entity(Entity(Kind.STEP, "workshop-45/sft"))
    test.radio(key="host.agenda").set_value("workshop-20")
    assert address(ran(test)) == {"agenda": ["workshop-20"]}


def test_a_step_to_which_nothing_belongs_shows_what_its_agenda_draws_on():
    assert "stage/sft" in links(open_entity(Entity(Kind.STEP, "workshop-45/take-home")))


def test_the_chapter_as_a_document_has_every_lesson_pitfall_term_and_stage():
    said = words(opened("takeaways.py", {"view": "chapter"}))
    blocks = [block.heading for lesson in CONTENT.lessons[:3] for block in lesson.blocks]
    names = [*blocks, *(p.title for p in CONTENT.pitfalls), *(stage.chef for stage in CONTENT.stages)]
    names += [term.definition for term in CONTENT.terms]
    plain = said.replace("<strong>", "").replace("</strong>", "").replace("<code>", "").replace("</code>", "")
    plain = plain.replace("\N{NO-BREAK SPACE}", " ")
    assert [name for name in names if _escaped(name) not in plain] == []


def _escaped(text: str) -> str:
    bare = text.strip().replace("**", "").replace("==", "").replace("`", "")
    return bare.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_the_address_stays_when_a_step_is_taken_so_that_the_way_back_does():
    test = open_entity(Entity(Kind.STAGE, "sft"), **{"from": "compare"})
    assert address(press(test, "pipeline-walk.next"))["from"] == ["compare"]
