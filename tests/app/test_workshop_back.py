"""The ways back from a vote that has ended, on the host's page, the remote and a phone."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from core.content.agendas import LabStep, VoteStep
from core.quiz.answers import Picked
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.events import Events
from core.workshop.resume import go_on_voting
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from tests.app.pages import plain_words, press, ran, words
from tests.app.rooms import found, hosting, joined, room
from tests.read_once import load_content

PLANT = load_content().item_by_id["case-plant-rules-stand-still"]
BALLOT = "vote-plant.1"


def voted(code: str, person: str, option: str) -> None:
    """Somebody's pick, given on a screen of theirs."""
    pick = Voted(at=datetime.now(UTC), ballot=BALLOT, person=person, answer=Picked(options=(option,)))
    own_store().rooms.act(code, lambda one: participant.vote(one, pick, PLANT))


def at_last_round(code: str, rounds: int = 1) -> None:
    """Puts a vote into the agenda, of one round unless told, goes there and opens it."""
    step = VoteStep(id="vote-plant", title="Vote", minutes=4, notes="Ask.", item=PLANT.id, rounds=rounds)

    def with_it(one: Room) -> Events:
        others = [other for other in one.steps[1:] if other.id != step.id]
        return host.set_steps(one, [one.steps[0], step, *others], datetime.now(UTC))

    own_store().rooms.act(code, with_it)
    for act in (host.show, host.open_vote):
        own_store().rooms.act(code, lambda one, act=act: act(one, "vote-plant", datetime.now(UTC)))


def keys(page: AppTest) -> set[str | None]:
    """The keys of a page's buttons."""
    return {button.key for button in page.button}


def test_host_goes_back_from_results_to_the_vote_and_the_remote_from_its_end() -> None:
    test, code = hosting()
    own_store().rooms.act(code, lambda one: participant.join(one, "Bo", "Bo", datetime.now(UTC)))
    at_last_round(code)
    voted(code, "Bo", "rag")
    assert "room-undo-1" not in keys(ran(test))
    press(test, "room-also")
    assert found(code).results and "100" in words(test)
    press(test, "room-undo-1")
    assert not found(code).results and found(code).open_ballot(datetime.now(UTC))
    assert "Picks from before the results were shown stay" in words(test)
    press(test, "room-do")
    test.switch_page("remote.py")
    press(ran(test), "remote-undo-1")
    ballot = found(code).open_ballot(datetime.now(UTC))
    assert ballot and ballot.id == BALLOT and set(ballot.picks) == {"Bo"}


def test_host_who_comes_back_to_a_vote_that_was_left_goes_on_or_has_it_again() -> None:
    test, code = hosting()
    own_store().rooms.act(code, lambda one: participant.join(one, "Bo", "Bo", datetime.now(UTC)))
    at_last_round(code)
    voted(code, "Bo", "rag")
    ran(test)
    press(test, "room-next")
    press(test, "room-previous")
    assert "keeps the votes that are in" in words(test)
    press(test, "room-undo-2")
    ballots = found(code).ballots_of("vote-plant")
    assert [(one.id, one.picks) for one in ballots] == [("vote-plant.2", {})]


def test_phone_keeps_the_pick_that_was_in_before_the_results_and_takes_one_that_was_not() -> None:
    code = "BCK-234"
    store = room(code, "Bo")
    at_last_round(code)
    test = joined(code, "Ada")
    mine = f"vote-{BALLOT}.pick"
    test.radio(key=mine).set_value("rag")
    ran(test)
    for act in (host.close_vote, host.show_results):
        store.rooms.act(code, lambda one, act=act: act(one, datetime.now(UTC)))
    assert not ran(test).radio
    store.rooms.act(code, lambda one: go_on_voting(one, "vote-plant", datetime.now(UTC)))
    assert not ran(test).radio
    assert "Your pick: RAG. It was in before the results were shown, so it stays." in plain_words(test)
    late = joined(code, "Cy")
    late.radio(key=mine).set_value("fine-tune")
    ran(late)
    assert len(found(code).ballots[BALLOT].picks) == 2


def test_phone_changes_its_pick_in_a_vote_that_goes_on_with_no_results_seen() -> None:
    code = "BCK-235"
    store = room(code, "Bo")
    at_last_round(code)
    test = joined(code, "Ada")
    mine = f"vote-{BALLOT}.pick"
    test.radio(key=mine).set_value("rag")
    ran(test)
    store.rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    assert not ran(test).radio
    store.rooms.act(code, lambda one: go_on_voting(one, "vote-plant", datetime.now(UTC)))
    assert ran(test).radio(key=mine).value == "rag"
    test.radio(key=mine).set_value("fine-tune")
    ran(test)
    assert [pick.options for pick in found(code).ballots[BALLOT].picks.values()] == [("fine-tune",)]


def test_advice_on_a_second_round_is_not_given_beside_the_results_of_the_first() -> None:
    test, code = hosting()
    own_store().rooms.act(code, lambda one: participant.join(one, "Bo", "Bo", datetime.now(UTC)))
    at_last_round(code, rounds=2)
    voted(code, "Bo", "rag")
    own_store().rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    assert "Explain it again, then vote again" in words(ran(test))
    own_store().rooms.act(code, lambda one: host.show_results(one, datetime.now(UTC)))
    assert "Explain it again" not in words(ran(test)) and "right in round 1." in plain_words(test)
    press(test, "room-undo-1")
    assert "Explain it again, then vote again" in words(test)


def test_host_alone_is_told_the_right_answer_of_a_round_before_its_results_are_shown() -> None:
    test, code = hosting()
    phone = joined(code, "Ada")
    at_last_round(code, rounds=2)
    voted(code, next(iter(found(code).people)), "rag")
    assert "The right answer:" not in words(ran(test))  # while the vote is open
    own_store().rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    assert "The right answer: Fine-tuning" in words(ran(test))
    assert "The right answer:" not in words(ran(phone))
    own_store().rooms.act(code, lambda one: host.show_results(one, datetime.now(UTC)))
    assert "The right answer:" not in words(ran(test))  # the bars tell it


def links(page: AppTest) -> list[str]:
    """What the page's links say."""
    return [link.label for link in page.get("page_link")]


def test_phone_is_not_led_to_the_run_that_the_room_is_about_to_guess() -> None:
    _, code = hosting()
    phone = joined(code, "Ada")
    steps = found(code).steps
    lab = next(step for step in steps if isinstance(step, LabStep))
    before = steps[steps.index(lab) - 1]
    own_store().rooms.act(code, lambda one: host.show(one, before.id, datetime.now(UTC)))
    title = load_content().lab_by_id[lab.station].title
    assert before.title in words(ran(phone)) and f"Run it: {title}" not in links(phone)
    later_steps = [step for step in steps if step.id != lab.id]
    own_store().rooms.act(code, lambda one: host.set_steps(one, later_steps, datetime.now(UTC)))
    assert f"Run it: {title}" in links(ran(phone))
