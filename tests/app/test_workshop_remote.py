"""A presenter who has nothing but the phone: what a run of the lab came to, what the room guesses, who is ahead."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.lab.catalogue import EXPERIMENTS
from core.lab.runner.jobs import State
from core.quiz.answers import AnyAnswer, Picked, Typed
from core.web import lab_runner
from core.web.process import own_store
from core.web.room_run import ROOM_SEED
from core.workshop import host, participant
from core.workshop.events import Pace
from core.workshop.lab import open_guess, start_run
from core.workshop.vote_events import Voted
from tests.app.pages import ran, words
from tests.app.rooms import found, hosting
from tests.app.slow_runner import SlowRunner
from tests.read_once import load_content

LAB, GUESS, GUIDE = "lab-lazy", "guess-memory", "our-case"
SETTING = EXPERIMENTS["tune"].setting(ROOM_SEED, {"examples": 10000, "lazy": 0.3})
PEOPLE = ("Bo", "Cy", "Di")


def remote() -> tuple[AppTest, str]:
    """The remote of a room of three; no other screen of its host looks at the room."""
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    steps = load_content().agenda_by_id["workshop-45"].steps
    store.rooms.act(code, lambda room: host.set_steps(room, steps, now))
    for name in PEOPLE:
        store.rooms.act(code, lambda room, name=name: participant.join(room, name, name, now))
    test.switch_page("remote.py")
    return test, code


def voted(code: str, *answers: AnyAnswer) -> None:
    """Each of the three gives an answer in the vote that is open."""
    ballot = found(code).open_ballot(datetime.now(UTC))
    assert ballot
    now = datetime.now(UTC)
    votes = (Voted(at=now, ballot=ballot.id, person=n, answer=a) for n, a in zip(PEOPLE, answers, strict=True))
    for vote in votes:
        own_store().rooms.act(code, lambda _, vote=vote: (vote,))


def guessed(code: str, step: str, *numbers: float) -> None:
    opens = open_guess if step == LAB else host.open_vote
    for act in (host.show, opens):
        own_store().rooms.act(code, lambda room, act=act: act(room, step, datetime.now(UTC)))
    voted(code, *(Typed(text=str(number), number=number) for number in numbers))


def closed(code: str) -> None:
    own_store().rooms.act(code, lambda room: host.close_vote(room, datetime.now(UTC)))


def running(monkeypatch: pytest.MonkeyPatch) -> tuple[AppTest, str, SlowRunner]:
    """The remote of a room whose run of the lab has begun, after three guesses."""
    slow = SlowRunner()
    monkeypatch.setattr(lab_runner, "_STARTED", [slow])
    test, code = remote()
    guessed(code, LAB, 20, 45, 90)
    own_store().rooms.act(code, lambda room: start_run(room, LAB, datetime.now(UTC)))
    return test, code, slow


def test_remote_alone_brings_the_room_what_came_of_a_run_and_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    test, code, slow = running(monkeypatch)
    assert "It is running now" in words(ran(test)) and "what came out" not in words(test)
    assert slow.views, "the run was started"
    slow.put(SETTING.key, State.FINISHED, result=lab_runner.lab_recordings().run(SETTING))
    ran(test)
    assert found(code).lab_runs[LAB].outcome
    said = words(ran(test))
    assert "<b>39\N{NO-BREAK SPACE}%</b><span>what came out</span>" in said and "It is running now" not in said
    assert "<b>45\N{NO-BREAK SPACE}%</b><span>the middle guess</span>" in said


def test_remote_alone_brings_the_outcome_of_a_run_that_was_left_before_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    test, code, slow = running(monkeypatch)
    own_store().rooms.act(code, lambda room: host.move(room, 1, datetime.now(UTC)))
    slow.put(SETTING.key, State.FINISHED, result=lab_runner.lab_recordings().run(SETTING))
    ran(test)
    assert found(code).lab_runs[LAB].outcome and "what came out" not in words(ran(test))


@pytest.mark.parametrize("page", ["remote.py", "host.py"])
@pytest.mark.parametrize(
    ("step", "told"),
    [
        (LAB, "Guesses from 20\N{NO-BREAK SPACE}% to 90\N{NO-BREAK SPACE}%; the middle one is 45\N{NO-BREAK SPACE}%."),
        (GUESS, "Guesses from 20 GiB to 90 GiB; the middle one is 45 GiB."),
    ],
)
def test_presenter_is_told_the_lowest_and_the_highest_guess_once_all_are_in(page: str, step: str, told: str) -> None:
    """The notes have them ask both why."""
    test, code = remote()
    guessed(code, step, 20, 45, 90)
    test.switch_page(page)
    assert "Guesses from" not in words(ran(test))
    closed(code)
    assert told in words(ran(test))
    if step == GUESS:
        own_store().rooms.act(code, lambda room: host.show_results(room, datetime.now(UTC)))
        assert "Guesses from" not in words(ran(test)), "the figures beside the bars have it"


@pytest.mark.parametrize("page", ["remote.py", "host.py"])
def test_presenter_is_told_the_majority_before_the_vote_ends(page: str) -> None:
    """The plan has them take it as soon as it is clear."""
    test, code = remote()
    own_store().rooms.act(code, lambda room: host.show(room, GUIDE, datetime.now(UTC)))
    own_store().rooms.act(code, lambda room: host.open_guide_vote(room, GUIDE, "problem", datetime.now(UTC)))
    test.switch_page(page)
    assert "Ahead" not in words(ran(test))
    voted(code, *(Picked(options=(name,)) for name in ("knowledge", "task", "knowledge")))
    told = "<strong>Ahead: It doesn't know my documents.</strong> 2 of 3 votes."
    assert told in words(ran(test))
    closed(code)
    assert told in words(ran(test))


def test_remote_has_how_the_speed_feels_and_the_way_to_the_report() -> None:
    test, code = remote()
    rooms = own_store().rooms
    rooms.act(code, lambda room: host.begin(room, datetime.now(UTC)))
    rooms.act(code, lambda room: participant.feel(room, "Bo", Pace.TOO_FAST, datetime.now(UTC)))
    assert "Too fast for 1, too slow for 0, of 3." in words(ran(test))
    ways = [one.proto.label for one in test.get("page_link")]
    assert "Open the host page here" not in ways
    last = found(code).steps[-1].id
    rooms.act(code, lambda room: host.show(room, last, datetime.now(UTC)))
    assert "Open the host page here" in [one.proto.label for one in ran(test).get("page_link")]
    rooms.act(code, lambda room: host.close(room, datetime.now(UTC)))
    (way,) = [one.proto for one in ran(test).get("page_link") if one.proto.label == "See the report"]
    assert f"room={code}" in way.query_string
