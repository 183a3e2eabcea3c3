"""The plan that a host prints: of an agenda before there is a room, and of a room's own agenda for its host alone."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.content.agendas import Agenda, GuideStep, VoteStep
from core.web.process import own_store
from core.workshop.guide import write_case
from core.workshop.left_out import leave_out
from tests.app.pages import opened, plain_words, ran, words
from tests.app.rooms import found, hosting
from tests.read_once import load_content

CONTENT = load_content()


def told(test: AppTest) -> str:
    """All words of the page, with plain spaces."""
    return plain_words(test).replace("\N{NO-BREAK SPACE}", " ")


def plan_of(agenda: str, **more: str | list[str]) -> str:
    return told(opened("host.py", {"agenda": agenda, "view": "plan", **more}))


@pytest.mark.parametrize("agenda", CONTENT.agendas, ids=lambda one: one.id)
def test_plan_has_every_step_with_its_minute_its_notes_and_the_answers(agenda: Agenda) -> None:
    text, begins = plan_of(agenda.id), 0.0
    for number, step in enumerate(agenda.steps, 1):
        assert f"From minute {begins:g}, for {step.minutes:g} min{number}. {step.title}Notes{step.notes}" in text
        begins += step.minutes
        if isinstance(step, VoteStep):
            item = CONTENT.item_by_id[step.item]
            assert item.question in text and item.explanation in text
            assert all(CONTENT.misconception_by_id[name].name in text for name in item.misconceptions)
    assert "30 to 70 % right: Discuss in pairs for two minutes, then vote again." in text
    assert "Leave out first: “" in text and "For “A case of our own”, write a case" in text


def test_plan_of_the_address_is_the_first_agendas_where_it_names_none() -> None:
    assert plan_of("nothing").startswith(plan_of(CONTENT.agendas[0].id)[:40])


def test_plan_says_so_where_the_address_names_an_agenda_that_this_browser_does_not_have() -> None:
    (note,) = opened("host.py", {"agenda": "room-abc-234", "view": "plan"}).warning
    assert "does not exist" in note.value
    assert not opened("host.py", {"view": "plan"}).warning


def test_plan_says_what_the_lab_and_the_guide_show() -> None:
    text = plan_of("workshop-45")
    assert "42 % (30 to 49) in the recorded worlds" in text
    assert "It doesn't know my documents → How much does the model need to know?" in text
    assert "Try the experiment of “Run it: 10,000 careless examples” once" in text
    assert "the experiment of" not in plan_of("workshop-20")


def test_plan_is_in_german_where_the_page_is() -> None:
    text = plan_of("workshop-20", lang="de")
    assert "Ab Minute 2, 6 min lang" in text and "Richtige Antwort: Fine-Tuning" in text
    assert "30 bis 70 % richtig: Zwei Minuten zu zweit diskutieren, dann noch einmal abstimmen." in text


def test_host_prints_the_agenda_as_the_room_has_it() -> None:
    test, code = hosting()
    gone = found(code).steps[1]
    own_store().rooms.act(code, lambda one: leave_out(one, gone.id, datetime.now(UTC)))
    test.session_state["room-agenda"] = True
    (way,) = [one.proto.url for one in ran(test).get("link_button") if one.proto.url.endswith("view=plan")]
    assert f"room={code}" in way
    test.query_params["view"] = "plan"
    text = told(ran(test))
    assert f"with the code {code}" in text and gone.title not in text
    assert f"From minute {found(code).steps[0].minutes:g}" in text


@pytest.mark.parametrize("page", ["host.py", "join.py", "remote.py"])
def test_who_does_not_host_a_room_is_not_shown_its_plan(page: str) -> None:
    code = hosting()[1]
    text = told(opened(page, {"room": code, "view": "plan"}))
    assert "From minute" not in text and found(code).steps[0].notes not in text


def test_page_before_a_room_leads_to_the_plan_of_the_agenda_that_is_chosen() -> None:
    test = opened("host.py")
    test.radio(key="host.agenda").set_value("workshop-20")
    ran(test)
    (link,) = [one.proto for one in test.get("page_link") if one.proto.label == "Print it with notes and answers"]
    assert "agenda=workshop-20" in link.query_string and "view=plan" in link.query_string
    assert "Back to the room" not in words(test)


def test_who_comes_back_from_the_plan_finds_the_agenda_chosen_as_it_was() -> None:
    test = opened("host.py")
    test.radio(key="host.agenda").set_value("workshop-20")
    ran(test).query_params["view"] = "plan"
    del ran(test).query_params["view"]
    assert ran(test).radio(key="host.agenda").value == "workshop-20"


def test_who_comes_back_from_the_plan_finds_a_language_chosen_for_the_room() -> None:
    test = opened("host.py", {"lang": "de"})
    test.query_params["view"] = "plan"
    del ran(test).query_params["view"]
    assert ran(test).segmented_control(key="host.language").value == "de"


def test_room_with_a_case_of_its_own_is_not_told_to_write_one() -> None:
    test, code = hosting()
    (guide,) = (step for step in found(code).steps if isinstance(step, GuideStep))
    test.query_params["view"] = "plan"
    assert f"For “{guide.title}”, write a case" in told(ran(test))
    own_store().rooms.act(code, lambda one: write_case(one, guide.id, "Our invoices.", datetime.now(UTC)))
    text = told(ran(test))
    assert "Our invoices." in text and "write a case" not in text


def test_plan_names_the_address_that_people_type_in_as_the_screen_does() -> None:
    assert "/join with the code that" in plan_of("workshop-20")
