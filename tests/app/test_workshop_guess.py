"""A number that is typed in a room: read once, in the language of who typed it."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from core.quiz.answers import Typed
from core.web.process import own_store
from core.workshop import host
from core.workshop.events import Voted
from core.workshop.lab import open_guess
from tests.app.pages import press, ran, words
from tests.app.rooms import found, joined, room

BALLOT = "guess-memory.1"
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
    assert "Deine Wahl: 4.587 GiB" in words(test)


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


def test_changed_language_shows_the_guess_anew_and_sends_nothing() -> None:
    test = press(guessing("PPB-234"), "language.en")
    assert "Your pick: 4,587 GiB" in words(test)
    code = "PPB-234"
    assert list(found(code).ballots[BALLOT].picks.values()) == [Typed(text="4587", number=4587)]
    assert len([one for one in own_store().rooms.events(code) if isinstance(one, Voted)]) == 1
