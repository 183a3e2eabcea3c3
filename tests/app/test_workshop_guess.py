"""A number that is typed in a room: read once, in the language of who typed it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.lab.catalogue import EXPERIMENTS
from core.quiz.answers import Typed
from core.web.lab_runner import lab_recordings
from core.web.process import own_store
from core.web.room_run import ROOM_SEED, Standing, outcome_of
from core.workshop import host
from core.workshop.events import Events
from core.workshop.lab import finish_run, open_guess, start_run
from core.workshop.lab_events import LabOutcome
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from tests.app.pages import press, ran, words
from tests.app.rooms import found, hosting, joined, room
from tests.read_once import load_content

Opens = Callable[[Room, str, datetime], Events]

BALLOT = "guess-memory.1"
OUTCOME = LabOutcome(recorded=True, seed=ROOM_SEED, figures={"held out": 0.4})
FIELD = f"vote-{BALLOT}.typed-de"


def guessing(code: str) -> AppTest:
    """A German in an open guess, who has typed a number with a mark of groups."""
    store, now = room(code, language="de", agenda="workshop-45"), datetime.now(UTC)
    store.rooms.act(code, lambda one: host.show(one, "guess-memory", now))
    store.rooms.act(code, lambda one: host.open_vote(one, "guess-memory", now))
    test = joined(code, "Ada")
    test.session_state[FIELD] = {"texts": {"answer": "4.587"}}
    return ran(test)


def test_guess_of_a_german_is_kept_as_a_figure_and_shown_in_german() -> None:
    test = guessing("PPA-234")
    assert list(found("PPA-234").ballots[BALLOT].picks.values()) == [Typed(text="4587", number=4587)]
    assert "Deine Schätzung: 4.587 GiB" in words(test)


def test_guess_is_said_to_be_guessed() -> None:
    test = guessing("PPC-234")
    assert any("haben gesch" in one.proto.json for one in test.get("bidi_component"))
    assert not any("haben abgestimmt" in one.proto.json for one in test.get("bidi_component"))


def test_share_above_a_hundred_is_refused_with_its_bounds() -> None:
    code = "PPD-234"
    store, now = room(code, agenda="workshop-45"), datetime.now(UTC)
    store.rooms.act(code, lambda one: host.show(one, "lab-lazy", now))
    store.rooms.act(code, lambda one: open_guess(one, "lab-lazy", now))
    test = joined(code, "Ada")
    test.session_state["vote-lab-lazy.1.typed-en"] = {"texts": {"answer": "150"}}
    assert "It lies between 0 and 100. Correct your guess." in words(ran(test))
    assert not found(code).ballots["lab-lazy.1"].picks
    test.session_state["vote-lab-lazy.1.typed-en"] = {"texts": {"answer": "50"}}
    ran(test)
    assert list(found(code).ballots["lab-lazy.1"].picks.values()) == [Typed(text="50", number=50)]


@pytest.mark.parametrize(
    ("step", "opens", "shown"),
    [
        ("lab-lazy", open_guess, "<span>1 of 1</span>"),
        ("guess-memory", host.open_vote, "<span>100\N{NO-BREAK SPACE}%</span>"),
    ],
)
def test_guesses_that_are_shares_are_counted_and_others_are_shared_out(step: str, opens: Opens, shown: str) -> None:
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    store.rooms.act(code, lambda one: host.set_steps(one, load_content().agenda_by_id["workshop-45"].steps, now))
    store.rooms.act(code, lambda one: host.show(one, step, now))
    store.rooms.act(code, lambda one: opens(one, step, now))
    guest = joined(code, "Ada")
    guest.session_state[f"vote-{step}.1.typed-en"] = {"texts": {"answer": "70"}}
    ran(guest)
    store.rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    assert shown in words(ran(test))


def test_changed_language_shows_the_guess_anew_and_sends_nothing() -> None:
    test = press(guessing("PPB-234"), "language.0")
    assert "Your guess: 4,587 GiB" in words(test)
    code = "PPB-234"
    assert list(found(code).ballots[BALLOT].picks.values()) == [Typed(text="4587", number=4587)]
    assert len([one for one in own_store().rooms.events(code) if isinstance(one, Voted)]) == 1


@pytest.mark.parametrize(
    ("code", "step", "opens", "guess"),
    [
        ("PPF-234", "lab-lazy", open_guess, "70\N{NO-BREAK SPACE}%"),
        ("PPG-234", "guess-memory", host.open_vote, "70 GiB"),
    ],
)
def test_guess_is_called_a_guess_from_its_field_to_its_end(code: str, step: str, opens: Opens, guess: str) -> None:
    store, now = room(code, agenda="workshop-45"), datetime.now(UTC)
    store.rooms.act(code, lambda one: host.show(one, step, now))
    store.rooms.act(code, lambda one: opens(one, step, now))
    test, late = joined(code, "Ada"), joined(code, "Late")
    assert any("Your guess" in one.proto.json for one in test.get("bidi_component"))
    test.session_state[f"vote-{step}.1.typed-en"] = {"texts": {"answer": "70"}}
    assert f"Your guess: {guess}. Change it until time ends." in words(ran(test))
    store.rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    assert f"Your guess: {guess}. Guessing is over." in words(ran(test))
    assert "Guessing is over. You did not guess." in words(ran(late))
    wrong = ("The vote is over", "Your pick", "You picked nothing")
    assert not any(one in words(test) + words(late) for one in wrong)


def test_host_of_a_guess_opens_and_closes_a_guess_of_one_round() -> None:
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    steps = load_content().agenda_by_id["workshop-45"].steps
    store.rooms.act(code, lambda one: host.set_steps(one, steps, now))
    store.rooms.act(code, lambda one: host.show(one, "guess-memory", now))
    assert ran(test).button(key="room-do").label == "Open the guess"
    test = press(test, "room-do")
    assert test.button(key="room-do").label == "Close the guess" and "Guess open" in words(test)
    test = press(test, "room-do")
    assert "Guess closed" in words(test) and "Nobody guessed." in words(test)
    assert "0 guesses." in words(test)


def test_room_that_sees_a_curve_is_told_that_it_asks_fewer_questions_than_the_figure() -> None:
    code, now = "PPH-234", datetime.now(UTC)
    recorded = lab_recordings().run(EXPERIMENTS["tune"].setting(ROOM_SEED, {"examples": 10000, "lazy": 0.3}))
    assert recorded and recorded.curves["held out"][-1][1] != recorded.figures["held out"]
    store, outcome = room(code, agenda="workshop-45"), outcome_of(recorded, recorded=True)
    store.rooms.act(code, lambda one: host.show(one, "lab-lazy", now))
    store.rooms.act(code, lambda one: open_guess(one, "lab-lazy", now))
    store.rooms.act(code, lambda one: start_run(one, "lab-lazy", now))
    store.rooms.act(code, lambda one: finish_run(one, "lab-lazy", outcome, now))
    assert "Along the way the curve asks every fourth question" in words(joined(code, "Ada"))


def test_figure_that_the_run_did_not_give_is_a_dash_and_no_guess_is_right() -> None:
    code, now = "PPK-234", datetime.now(UTC)
    store, outcome = room(code, agenda="workshop-45"), OUTCOME.model_copy(update={"figures": {"another": 0.4}})
    store.rooms.act(code, lambda one: host.show(one, "lab-lazy", now))
    store.rooms.act(code, lambda one: open_guess(one, "lab-lazy", now))
    test = joined(code, "Ada")
    test.session_state["vote-lab-lazy.1.typed-en"] = {"texts": {"answer": "0"}}
    ran(test)
    store.rooms.act(code, lambda one: start_run(one, "lab-lazy", datetime.now(UTC)))
    store.rooms.act(code, lambda one: finish_run(one, "lab-lazy", outcome, datetime.now(UTC)))
    told = words(ran(test))
    assert "<b>–</b><span>what came out</span>" in told and 'data-ll-news="What came out: –"' in told
    assert "ll-votes" in told and "ll-verdict" not in told


@pytest.mark.parametrize("is_open", [False, True])
def test_who_cannot_see_the_big_screen_reads_on_a_phone_what_will_run(is_open: bool) -> None:
    code = f"PP{'SR'[is_open]}-234"
    store, now = room(code, agenda="workshop-45"), datetime.now(UTC)
    store.rooms.act(code, lambda one: host.show(one, "lab-lazy", now))
    if is_open:
        store.rooms.act(code, lambda one: open_guess(one, "lab-lazy", now))
    told = words(joined(code, "Ada"))
    assert "The base knows the facts and does not answer." in told
    assert "All weights move, for 120 steps" in told


def test_while_the_lab_runs_for_a_room_no_press_too_many_leads_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.room_lab_run.room_run", lambda *_: Standing())
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    steps = load_content().agenda_by_id["workshop-45"].steps
    store.rooms.act(code, lambda one: host.set_steps(one, steps, now))
    store.rooms.act(code, lambda one: host.show(one, "lab-lazy", now))
    store.rooms.act(code, lambda one: open_guess(one, "lab-lazy", now))
    assert _space_and_dark_buttons(ran(test)) == (True, ["Close the guess"])
    store.rooms.act(code, lambda one: start_run(one, "lab-lazy", now))
    assert _space_and_dark_buttons(ran(test)) == (False, [])
    store.rooms.act(code, lambda one: finish_run(one, "lab-lazy", OUTCOME, now))
    assert _space_and_dark_buttons(ran(test)) == (True, ["Next step"])


def _space_and_dark_buttons(test: AppTest) -> tuple[bool, list[str]]:
    """Whether Space presses anything, and the labels of the buttons that are dark."""
    told = [json.loads(one.proto.json) for one in test.get("bidi_component") if '"presses"' in one.proto.json]
    (keys,) = (one["presses"] for one in told if one["led"])
    return bool(keys["Space"]), [one.label for one in test.button if one.proto.type == "primary"]


@pytest.mark.parametrize(
    ("guess", "number", "said"),
    [
        ("6", "× 10", "too low"),
        ("630", "× 10", "too high"),
        ("63", "× 1", "guess to answer"),
        ("0", "× 0", "guess to answer"),
        ("70", "× 1.1", "higher; up to × 1.5 counts"),
        ("57", "× 1.1", "lower; up to × 1.5 counts"),
    ],
)
def test_middle_guess_is_said_to_be_too_low_or_too_high(guess: str, number: str, said: str) -> None:
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    store.rooms.act(code, lambda one: host.set_steps(one, load_content().agenda_by_id["workshop-45"].steps, now))
    store.rooms.act(code, lambda one: host.show(one, "guess-memory", now))
    store.rooms.act(code, lambda one: host.open_vote(one, "guess-memory", now))
    guest = joined(code, "Ada")
    guest.session_state[f"vote-{BALLOT}.typed-en"] = {"texts": {"answer": guess}}
    ran(guest)
    store.rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    store.rooms.act(code, lambda one: host.show_results(one, datetime.now(UTC)))
    assert f"<b>{number}</b><span>{said}</span>" in words(ran(test))


def test_every_screen_names_the_unit_before_the_guess_as_the_field_does() -> None:
    screen, code = hosting()
    own_store().rooms.act(code, lambda one: host.show(one, "guess-memory", datetime.now(UTC)))
    assert "Unit: GiB" in words(ran(screen))
    screen.query_params["view"] = "screen"
    assert "Unit: GiB" in words(ran(screen))
