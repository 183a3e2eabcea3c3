"""What a room's phones say of the case that it decides: question by question, the outcome, and once all is over."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

from components.label_text import label_text
from core.quiz.answers import Picked
from core.store.rooms import Act
from core.store.store import Store
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.vote_events import Voted
from tests.app.pages import opened, press, ran, words
from tests.app.rooms import GUIDE, answered, found, hosting, joined, room
from tests.read_once import load_content

BACK = "Go back to the room"
QUESTIONS = load_content().guide.questions


def at_guide(code: str) -> tuple[Store, AppTest]:
    """A participant of a room whose guide is on."""
    store = room(code, "Bo")
    store.rooms.act(code, lambda one: host.show(one, GUIDE, datetime.now(UTC)))
    return store, joined(code, "Ada")


def test_next_question_of_the_guide_and_what_the_room_decided_are_told() -> None:
    store, test = at_guide("TTB-234")
    answered(store, "TTB-234", "problem", "knowledge")
    assert 'data-ll-news="Next question: How much does the model need to know?"' in words(ran(test))
    answered(store, "TTB-234", "data-size", "large")
    answered(store, "TTB-234", "retrieval-time", "yes")
    assert 'data-ll-news="The room has decided. Use RAG"' in words(ran(test))


def test_phone_says_what_the_room_has_answered_as_the_big_screen_does() -> None:
    """The host breaks a tie, and who takes part from afar has nothing but the phone."""
    store, test = at_guide("TTE-234")
    answered(store, "TTE-234", "problem", "knowledge")
    said = "<p>What is wrong with the output? <strong>It doesn't know my documents</strong>"
    assert said in words(ran(test))
    answered(store, "TTE-234", "data-size", "large")
    answered(store, "TTE-234", "retrieval-time", "yes")
    assert said in words(ran(test)) and "The room has decided" in words(test)
    assert "1–3 days to ship · <strong>low–medium</strong> cost" in words(test)
    assert "The assistant writes in the wrong tone" in words(test), "what it was that the room decided"


def test_phone_has_what_the_room_decided_once_the_workshop_has_ended_with_the_way_to_the_guide() -> None:
    store, test = at_guide("TTG-234")
    answered(store, "TTG-234", "problem", "knowledge")
    store.rooms.act("TTG-234", lambda one: host.close(one, datetime.now(UTC)))
    assert "What the room decided" not in words(ran(test)), "it came to no outcome"
    store.rooms.act("TTG-234", lambda one: host.reopen(one, datetime.now(UTC)))
    for question, option in (("data-size", "large"), ("retrieval-time", "no"), ("knowledge-stable", "no")):
        answered(store, "TTG-234", question, option)
    store.rooms.act("TTG-234", lambda one: host.close(one, datetime.now(UTC)))
    assert "The assistant writes in the wrong tone" in words(ran(test)) and "<strong>Use RAG</strong>" in words(test)
    assert "You said that there is no time" in words(test)
    way = next(one for one in test.get("page_link") if one.proto.label == "The decision guide, with the room's answers")
    assert "problem=knowledge&data-size=large" in way.proto.query_string


def test_phone_and_report_say_what_to_keep_in_mind_of_an_answer_that_does_not_suit_the_outcome() -> None:
    test, code = hosting()
    store, minds = own_store(), "<strong>Keep in mind:</strong> <span>You said that there is no time"
    store.rooms.act(code, lambda one: participant.join(one, "Bo", "Bo", datetime.now(UTC)))
    store.rooms.act(code, lambda one: host.show(one, GUIDE, datetime.now(UTC)))
    phone = joined(code, "Ada")
    way = (("problem", "knowledge"), ("data-size", "large"), ("retrieval-time", "no"), ("knowledge-stable", "no"))
    for question, option in way:
        answered(store, code, question, option)
    assert "Use RAG" in words(ran(phone)) and minds in words(phone)
    store.rooms.act(code, lambda one: host.close(one, datetime.now(UTC)))
    assert minds in words(ran(test))


def test_phone_says_how_the_room_has_voted_and_what_comes_between_the_vote_and_the_majority() -> None:
    store, test = at_guide("TTF-234")

    def act(wanted: Act) -> None:
        store.rooms.act("TTF-234", wanted)

    act(lambda one: host.open_guide_vote(one, GUIDE, "problem", datetime.now(UTC)))
    act(lambda one: host.close_vote(one, datetime.now(UTC)))
    assert "Nobody voted. The vote may open again." in words(ran(test)) and "ll-votes" not in words(test)
    act(lambda one: host.open_guide_vote(one, GUIDE, "problem", datetime.now(UTC)))
    ballot = found("TTF-234").ballots_of(GUIDE, "problem")[-1].id
    vote = Voted(at=datetime.now(UTC), ballot=ballot, person="Bo", answer=Picked(options=("knowledge",)))
    act(lambda _: (vote,))
    assert "100\N{NO-BREAK SPACE}%" not in words(ran(test))
    act(lambda one: host.close_vote(one, datetime.now(UTC)))
    comes = "The presenter takes the majority next."
    assert "100\N{NO-BREAK SPACE}%" in words(ran(test)) and comes in words(test)
    press(test, "room.stop")
    act(lambda one: host.move(one, 1, datetime.now(UTC)))
    assert "100\N{NO-BREAK SPACE}%" in words(ran(test)) and comes not in words(test)


def test_options_of_the_guide_are_words_and_no_markdown() -> None:
    store, test = at_guide("TTC-234")
    store.rooms.act("TTC-234", lambda one: host.open_guide_vote(one, GUIDE, "problem", datetime.now(UTC)))
    asked = next(one for one in QUESTIONS if one.id == "problem")
    assert ran(test).radio[0].options == [label_text(one.label) for one in asked.options]


def test_page_loaded_anew_and_results_that_were_seen_leave_the_way_back_to_the_room() -> None:
    store, test = at_guide("TTH-234")
    press(test, "room.stop")
    way = next(one for one in test.get("page_link") if one.proto.label == "Glossary").proto.query_string
    assert dict(parse_qsl(way)) == {"from": "join?room=TTH-234"}
    anew = opened("takeaways.py", dict(parse_qsl(way)))
    assert BACK in [one.proto.label for one in anew.get("page_link")]
    test.switch_page("takeaways.py")
    test.query_params["from"] = "join?room=TTH-234"
    assert BACK not in [one.proto.label for one in ran(test).get("page_link")], "the room's own line leads there"
    store.rooms.act("TTH-234", lambda one: host.close(one, datetime.now(UTC)))
    test.switch_page("join.py")
    test.query_params["room"] = "TTH-234"
    assert "The workshop has ended" in words(ran(test))
    test.switch_page("takeaways.py")
    del test.query_params["room"]
    test.query_params["from"] = "join?room=TTH-234"
    assert BACK in [one.proto.label for one in ran(test).get("page_link")]


def test_votes_of_the_report_stand_on_the_line_of_their_number() -> None:
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    ada = "ada"
    store.rooms.act(code, lambda one: participant.join(one, ada, "Ada", now))
    store.rooms.act(code, lambda one: participant.ask(one, ada, "q-1", "Why not RAG?", now))
    store.rooms.act(code, lambda one: host.close(one, now))
    assert "> 0\xa0votes</span>" in words(ran(test))
