"""What a room tells a participant beside its votes: the reason of an answer, where the presenter is, and its end."""

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from core.quiz.answers import AnyAnswer, Picked, Typed
from core.store.rooms import Act
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.vote_events import Voted
from tests.app.pages import opened, press, ran, words
from tests.app.rooms import found, hosting, joined, room
from tests.read_once import load_content

WARD = load_content().item_by_id["case-ward-5000-pages"]
MEMORY = load_content().item_by_id["memory-of-a-full-7b-run"]


def do(code: str, wanted: Act) -> None:
    own_store().rooms.act(code, wanted)


def held(code: str, step: str, answer: AnyAnswer, name: str) -> None:
    """A vote of all its rounds in which somebody has given an answer."""
    person = next(one.id for one in found(code).present if one.name == name)
    do(code, lambda one: host.show(one, step, datetime.now(UTC)))
    item = MEMORY if step == "guess-memory" else WARD
    for number in range(1, 2 if step == "guess-memory" else 3):
        do(code, lambda one: host.open_vote(one, step, datetime.now(UTC)))
        now = datetime.now(UTC)
        pick = Voted(at=now, ballot=f"{step}.{number}", person=person, answer=answer)
        do(code, lambda one, pick=pick: participant.vote(one, pick, item))
        do(code, lambda one: host.close_vote(one, datetime.now(UTC)))


def ended(code: str, option: str) -> AppTest:
    """The end of a workshop for somebody who picked an option in both rounds of its one vote."""
    room(code, agenda="workshop-45")
    test = joined(code, "Ada")
    held(code, "vote-ward", Picked(options=(option,)), "Ada")
    do(code, lambda one: host.close(one, datetime.now(UTC)))
    return ran(test)


def link_labels(test: AppTest) -> list[str]:
    return [one.proto.label for one in test.get("page_link")]


def test_end_tells_right_answers_and_offers_a_drill_of_what_was_missed() -> None:
    test = ended("VVA-234", "fine-tune")
    assert WARD.stem in words(test) and "Right answer: RAG" in words(test)
    assert {"Glossary", "Decision guide"} <= set(link_labels(test))
    assert test.button(key="drill-button.room-missed").label == "Answer this question now"


def test_end_counts_what_one_answered_not_what_the_room_was_asked() -> None:
    room("VVP-234", agenda="workshop-45")
    test, late = joined("VVP-234", "Ada"), joined("VVP-234", "Late")
    held("VVP-234", "vote-ward", Picked(options=("fine-tune",)), "Ada")
    do("VVP-234", lambda one: host.show(one, "vote-hotel", datetime.now(UTC)))
    do("VVP-234", lambda one: host.open_vote(one, "vote-hotel", datetime.now(UTC)))
    do("VVP-234", lambda one: host.close(one, datetime.now(UTC)))
    assert "You answered 1 question; right at the end: 0. You missed:" in words(ran(test))
    assert "You voted on nothing" in words(ran(late))


def test_vote_on_what_a_question_was_before_it_was_rewritten_is_told_the_answer() -> None:
    room("VVN-234", agenda="workshop-45")
    test = joined("VVN-234", "Ada")
    (ada,) = found("VVN-234").present
    do("VVN-234", lambda one: host.show(one, "vote-ward", datetime.now(UTC)))
    do("VVN-234", lambda one: host.open_vote(one, "vote-ward", datetime.now(UTC)))
    old = Voted(at=datetime.now(UTC), ballot="vote-ward.1", person=ada.id, answer=Typed(text="RAG"))
    do("VVN-234", lambda _: (old,))
    do("VVN-234", lambda one: host.close_vote(one, datetime.now(UTC)))
    do("VVN-234", lambda one: host.show_results(one, datetime.now(UTC)))
    assert "Right answer" in words(ran(test))


def test_somebody_who_was_not_quick_enough_is_told_the_answer_too() -> None:
    room("VVQ-234", agenda="workshop-45")
    joined("VVQ-234", "Ada")
    late = joined("VVQ-234", "Late")
    do("VVQ-234", lambda one: host.show(one, "vote-ward", datetime.now(UTC)))
    do("VVQ-234", lambda one: host.open_vote(one, "vote-ward", datetime.now(UTC)))
    do("VVQ-234", lambda one: host.close_vote(one, datetime.now(UTC)))
    assert "A second round may follow." in words(ran(late)) and WARD.explanation not in words(late)
    do("VVQ-234", lambda one: host.show_results(one, datetime.now(UTC)))
    text = words(ran(late))
    assert "You did not vote in this round." in text and "Here is the answer." in text and WARD.explanation in text


def test_what_was_added_to_the_review_is_told_to_come_back_within_minutes() -> None:
    test = press(ended("VVB-234", "fine-tune"), "room.missed")
    assert "1 added. It comes back in the review within minutes." in words(test)


def test_end_has_ways_on_for_somebody_with_everything_right() -> None:
    test = ended("VVC-234", "rag")
    assert "every question right" in words(test) and {"Glossary", "Decision guide"} <= set(link_labels(test))


def test_end_praises_only_what_was_answered() -> None:
    room("VVF-234", agenda="workshop-45")
    test = joined("VVF-234", "Ada")
    held("VVF-234", "vote-ward", Picked(options=("rag",)), "Ada")
    do("VVF-234", lambda one: host.show(one, "vote-hotel", datetime.now(UTC)))
    do("VVF-234", lambda one: host.open_vote(one, "vote-hotel", datetime.now(UTC)))
    do("VVF-234", lambda one: host.close(one, datetime.now(UTC)))
    assert "You answered 1 of 2 questions, and had it right by the end." in words(ran(test))


def test_somebody_who_was_taken_out_gets_a_way_on() -> None:
    room("VVD-234")
    test = joined("VVD-234", "Ada")
    do("VVD-234", lambda one: host.remove(one, one.present[0].id, datetime.now(UTC)))
    assert "You are no longer in this room" in words(ran(test))
    assert "The whole course" in link_labels(test)


def test_roamer_on_a_step_without_votes_hears_where_the_presenter_is_and_that_a_vote_is_open() -> None:
    code = "VVE-234"
    room(code, agenda="workshop-45")
    do(code, lambda one: host.show(one, "vote-ward", datetime.now(UTC)))
    test = press(joined(code, "Ada"), "room.stop")
    assert "The vote opens in a moment" in words(test) and "The presenter is at" not in words(test)
    do(code, lambda one: host.show(one, "vote-hotel", datetime.now(UTC)))
    do(code, lambda one: host.open_vote(one, "vote-hotel", datetime.now(UTC)))
    drawn = words(ran(test))
    assert "The vote opens in a moment" not in drawn and "The presenter has moved on" in drawn
    assert f"The presenter is at step {found(code).place + 1}" in drawn
    assert any("a vote is open there" in one.proto.json for one in test.get("bidi_component"))


@pytest.mark.parametrize("view", ["", "screen"])
def test_reason_stands_on_both_screens_once_results_are_shown(view: str) -> None:
    test, code = hosting()
    store = own_store().rooms
    agenda = load_content().agenda_by_id["workshop-45"]
    store.act(code, lambda one: host.set_steps(one, agenda.steps, datetime.now(UTC)))
    store.act(code, lambda one: participant.join(one, "ada", "Ada", datetime.now(UTC)))
    held(code, "guess-memory", Typed(text="112.5", number=112.5), "Ada")
    if view:
        test.query_params["view"] = view
    assert "optimizer states" not in words(ran(test))
    store.act(code, lambda one: host.show_results(one, datetime.now(UTC)))
    drawn = words(ran(test))
    assert drawn.count("13 GiB of weights") == 1
    assert "112.5 GiB" in drawn
    links = [one.proto.url for one in test.get("link_button")]
    there = "calculators?calc=memory&model=Llama-2-7B&method=full"
    assert (there in links) == (not view)


@pytest.mark.parametrize(("right", "said"), [(0, "Listen once more"), (1, "Talk it over"), (2, "")])
def test_phone_gives_the_same_advice_between_rounds_as_the_big_screen(right: int, said: str) -> None:
    code = f"VVR-23{right + 4}"
    room(code, "ada", "bo", agenda="workshop-45")
    test = joined(code, "Cy")
    do(code, lambda one: host.show(one, "vote-ward", datetime.now(UTC)))
    do(code, lambda one: host.open_vote(one, "vote-ward", datetime.now(UTC)))
    for number, person in enumerate(("ada", "bo")):
        pick = Picked(options=("rag" if number < right else "fine-tune",))
        one_vote = Voted(at=datetime.now(UTC), ballot="vote-ward.1", person=person, answer=pick)
        do(code, lambda one, one_vote=one_vote: participant.vote(one, one_vote, WARD))
    do(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    drawn = words(ran(test))
    assert ("A second round may follow." in drawn) == bool(said) and said in drawn


def test_phone_and_remote_say_which_question_of_the_guide_comes_next() -> None:
    test, code = hosting()
    do(code, lambda one: host.set_steps(one, load_content().agenda_by_id["workshop-45"].steps, datetime.now(UTC)))
    do(code, lambda one: host.show(one, "our-case", datetime.now(UTC)))
    guest = words(joined(code, "Ada"))
    assert "Next question: What is wrong with the output?" in guest and "The vote opens in a moment." in guest
    test.switch_page("remote.py")
    assert "What is wrong with the output?" in words(ran(test)) and not _clocks(test)
    do(code, lambda one: host.open_guide_vote(one, "our-case", "problem", datetime.now(UTC)))
    assert _clocks(ran(test))


def _clocks(test: AppTest) -> list[str]:
    return [one.proto.json for one in test.get("bidi_component") if "have voted" in one.proto.json]


def test_roamer_on_another_page_hears_of_the_end_until_the_results_are_seen() -> None:
    code = "VVS-234"
    room(code)
    test = press(joined(code, "Ada"), "room.stop")
    test.switch_page("pipeline.py")
    assert f"Room {code}." in words(ran(test))
    do(code, lambda one: host.close(one, datetime.now(UTC)))
    assert f"The workshop in room {code} has ended." in words(ran(test)) and "See your results" in link_labels(test)
    test.switch_page("join.py")
    test.query_params["room"] = code
    assert "You voted on nothing" in words(ran(test))
    test.switch_page("pipeline.py")
    assert "has ended." not in words(ran(test))


def test_host_who_waits_for_people_has_the_way_to_the_audiences_screen_before_their_eyes() -> None:
    test, code = hosting()
    shown = [one.proto.url for one in test.get("link_button")]
    assert len(shown) == 1 and shown[0].endswith(f"?room={code}&view=screen")
    assert not press(test, "room-do").get("link_button")


def test_menu_for_a_question_counts_those_that_wait_for_an_answer() -> None:
    room("VVY-234", "Bo")
    test = joined("VVY-234", "Ada")
    assert "Ask a question" in _menus(test)
    for number in ("1", "2"):
        at = datetime.now(UTC) + timedelta(minutes=int(number))
        do("VVY-234", lambda one, number=number, at=at: participant.ask(one, "Bo", number, "Why?", at))
    assert "Questions 2" in _menus(ran(test))
    do("VVY-234", lambda one: host.mark_answered(one, "1", datetime.now(UTC)))
    assert "Questions 1" in _menus(ran(test))


def _menus(test: AppTest) -> list[str]:
    return [one.label.replace("**", "") for one in test.expander]


def test_who_scanned_the_code_of_no_room_or_of_one_that_has_ended_hears_it_before_a_name_is_typed() -> None:
    drawn = words(opened("join.py", {"room": "VVX-234"}))
    assert "There is no room with this code" in drawn and "Type the code" in drawn
    room("VVX-234")
    assert "There is no room" not in words(opened("join.py", {"room": "VVX-234"}))
    do("VVX-234", lambda one: host.close(one, datetime.now(UTC)))
    assert "This workshop has ended. Within a day of its end" in words(opened("join.py", {"room": "VVX-234"}))


def test_who_scanned_the_code_is_asked_for_a_name_alone() -> None:
    room("VVT-234")
    assert "Type the code" in words(opened("join.py")) and "Type the code" not in words(
        opened("join.py", {"room": "VVT-234"})
    )


def test_host_whose_workshop_has_ended_finds_the_way_to_the_next() -> None:
    test, code = hosting()
    own_store().rooms.act(code, lambda one: host.close(one, datetime.now(UTC)))
    assert "Host another workshop" in link_labels(ran(test))
    assert [one.proto.icon for one in test.get("page_link")] == [":material/co_present:"]
