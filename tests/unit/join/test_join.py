"""From everything there is a way to everything that belongs to it, and back."""

import pytest

from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.join.join import join_of
from core.join.places import PAGE_TITLES
from core.quiz.cases import twins
from tests.open_pages import open_pages
from tests.read_once import load_content

CONTENT = load_content()
JOIN = join_of(CONTENT)
RELATED = {entity: {place.entity for place in JOIN.related(entity)} for entity in JOIN.places}
TAUGHT = {Kind.STAGE, Kind.BLOCK, Kind.PITFALL, Kind.OUTCOME, Kind.APPROACH}
ASKED = {Kind.ITEM, Kind.CASE, Kind.INTERVIEW}


def kinds(entity: Entity) -> set[Kind]:
    return {other.kind for other in RELATED[entity]}


def all_of(*kinds: Kind) -> list[Entity]:
    return [entity for entity in JOIN.places if entity.kind in kinds]


def each(*kinds: Kind) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("entity", all_of(*kinds), ids=lambda entity: f"{entity.kind}-{entity.id}")


def test_every_tie_leads_to_something_that_has_a_place():
    assert set(JOIN.near) <= set(JOIN.places)


def test_what_is_related_to_this_has_this_among_its_own():
    assert [(a, b) for a, others in RELATED.items() for b in others if a not in RELATED[b]] == []


def test_nothing_is_related_to_itself():
    assert [entity for entity, others in RELATED.items() if entity in others] == []


def test_from_everything_one_gets_to_everything():
    seen, waiting = set(), [Entity(Kind.STAGE, "sft")]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting += RELATED[here]
    assert {entity for entity in JOIN.places if entity.kind is not Kind.PAGE} <= seen


@each(Kind.CLAIM)
def test_a_claim_leads_to_where_it_is_asked(entity: Entity):
    assert kinds(entity) & ASKED


def test_claims_that_only_the_summary_makes_are_few():
    untaught = [entity.id for entity in all_of(Kind.CLAIM) if not kinds(entity) & TAUGHT]
    assert set(untaught) <= {claim for takeaway in CONTENT.chapter.takeaways for claim in takeaway.claims} | set(
        CONTENT.chapter.claims
    )


@each(Kind.ITEM, Kind.CASE, Kind.INTERVIEW)
def test_a_question_leads_to_its_node_and_its_claims(entity: Entity):
    assert kinds(entity) & {Kind.STAGE, Kind.NODE}
    assert Kind.CLAIM in kinds(entity)


@each(Kind.STAGE)
def test_a_stage_leads_to_the_chapter_questions_interviews_and_words(entity: Entity):
    missing = {Kind.CLAIM, Kind.ITEM, Kind.INTERVIEW, Kind.TERM} - kinds(entity)
    assert not missing, f"leads to no {', '.join(missing)}: name claims that a question and an interview test"


@each(Kind.CALCULATOR)
def test_a_calculator_leads_to_claims_the_chapter_questions_and_an_interview(entity: Entity):
    missing = {Kind.CLAIM, Kind.ITEM, Kind.INTERVIEW} - kinds(entity)
    assert not missing, f"leads to no {', '.join(missing)}: name claims that a question and an interview test"
    assert kinds(entity) & {Kind.STAGE, Kind.OUTCOME, Kind.BLOCK}, "name claims that a stop or a lesson teaches"


@each(Kind.OUTCOME)
def test_an_outcome_leads_to_a_calculator_cases_questions_interviews_and_the_lab(entity: Entity):
    assert {Kind.CALCULATOR, Kind.CASE, Kind.ITEM, Kind.INTERVIEW, Kind.APPROACH, Kind.STATION} <= kinds(entity)


@each(Kind.STATION)
def test_a_station_leads_to_its_node_its_claims_and_questions(entity: Entity):
    assert {Kind.CLAIM, Kind.ITEM, Kind.INTERVIEW} <= kinds(entity)
    assert kinds(entity) & {Kind.STAGE, Kind.NODE}


@each(Kind.STEP)
def test_a_step_of_an_agenda_leads_to_what_it_shows_asks_or_decides(entity: Entity):
    agenda, _, name = entity.id.partition("/")
    step = next(step for step in CONTENT.agenda_by_id[agenda].steps if step.id == name)
    if step.kind == "vote":
        assert kinds(entity) & {Kind.ITEM, Kind.CASE}
    if step.kind == "guide":
        assert Kind.QUESTION in kinds(entity)
    if step.kind == "show" and step.stage:
        assert Entity(Kind.STAGE, step.stage) in RELATED[entity]


@each(Kind.NODE, Kind.QUESTION)
def test_a_node_of_the_guide_leads_on(entity: Entity):
    assert kinds(entity) & {Kind.OUTCOME, Kind.QUESTION}


def test_a_list_with_a_case_has_its_twin_and_so_does_not_say_which_it_is_about():
    for entity in all_of(Kind.CASE):
        twin = twins(CONTENT, entity.id)
        assert twin is not None
        other = Entity(Kind.CASE, twin.twin.id)
        tied = {end for end in JOIN.near[entity] if end.kind is not Kind.CASE and end.kind is not Kind.STEP}
        assert tied == {end for end in JOIN.near[other] if end.kind is not Kind.CASE and end.kind is not Kind.STEP}


def test_ties_come_before_meetings():
    found = [place.entity for place in JOIN.related(Entity(Kind.STAGE, "sft"))]
    tied = [entity in JOIN.near[Entity(Kind.STAGE, "sft")] for entity in found]
    assert tied == sorted(tied, reverse=True)


def test_a_node_of_the_guide_is_told_from_the_outcome_at_it():
    nodes = [JOIN.places[entity].title for entity in all_of(Kind.NODE)]
    assert nodes and all(title.startswith("Flowchart: ") for title in nodes)


def test_no_two_entities_have_one_address():
    shown = [p for p in JOIN.places.values() if p.entity.kind not in (Kind.PAGE, Kind.QUESTION)]
    addresses = [(place.page, tuple(sorted(place.params.items()))) for place in shown]
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("entity", [e for e in JOIN.places if e.kind not in (Kind.PAGE, Kind.QUESTION)][::7], ids=str)
def test_an_address_says_what_it_shows(entity: Entity):
    place = JOIN.places[entity]
    assert JOIN.at(place.page.value, {**place.params, "from": "pipeline", "view": "x"}) == place


def test_an_unknown_address_shows_nothing_and_a_page_alone_itself():
    assert JOIN.at("tea", {}) is None
    assert JOIN.at("pipeline", {"step": "tea"}) == JOIN.places[Entity(Kind.PAGE, "pipeline")]
    assert JOIN.related(Entity(Kind.CLAIM, "tea")) == ()


def test_pages_are_called_what_the_menu_calls_them():
    menu = {page.address.strip("/") or "start": page.title for page in open_pages()}
    assert menu == {page.value: title for page, title in PAGE_TITLES.items() if page.value in menu}
    assert set(PAGE_TITLES) == set(Page)
