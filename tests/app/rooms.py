"""Rooms of other browsers, somebody who joins one, and somebody who hosts their own."""

import json
from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from core.quiz.answers import Picked
from core.store.errors import LOST, StoreError
from core.store.store import Store
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.guide import take_majority
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from tests.app.pages import address, opened, press, ran
from tests.read_once import load_content

NOW = datetime.now(UTC)
GUIDE = "our-case"


def room(code: str, *names: str, language: str = "en", agenda: str = "workshop-20") -> Store:
    """A fresh room, with people of other browsers in it."""
    store = own_store()
    store.rooms.open(code, "key", "host", host.NewRoom(load_content().agenda_by_id[agenda], language), NOW)
    for name in names:
        store.rooms.act(code, lambda one, name=name: participant.join(one, name, name, NOW))
    return store


def joined(code: str, name: str) -> AppTest:
    """The join page after a code and a name were sent."""
    test = opened("join.py", {"room": code})
    test.text_input(key="join.name").set_value(name)
    return press(test, next(button.key for button in test.button if button.label in ("Join", "Beitreten")))


def anew(test: AppTest) -> AppTest:
    """The join page, with no code in its address, in a new tab of the same browser."""
    other = opened("join.py")
    other.session_state["session.visitor"] = test.session_state["session.visitor"]
    return ran(other)


def hosting() -> tuple[AppTest, str]:
    """The page of a host whose room was just opened, and its code."""
    test = press(opened("host.py"), "host.open")
    return test, address(test)["room"][0]


def found(code: str) -> Room:
    """A room as the store has it."""
    kept = own_store().rooms.find(code)
    assert kept
    return kept


def lost(*_: object) -> None:
    """Stands in for a method of the store while its connection is lost."""
    raise StoreError(LOST, passing=True)


def asks_again(test: AppTest) -> bool:
    """Whether the screen has been told to run anew by itself."""
    return any(json.loads(one.proto.json).get("again") for one in test.get("bidi_component"))


def answered(store: Store, code: str, question: str, option: str) -> None:
    """The room answers a question of the guide by the majority of one."""
    store.rooms.act(code, lambda one: host.open_guide_vote(one, GUIDE, question, datetime.now(UTC)))
    held = store.rooms.find(code)
    assert held
    ballot = held.ballots_of(GUIDE, question)[-1].id
    vote = Voted(at=datetime.now(UTC), ballot=ballot, person="Bo", answer=Picked(options=(option,)))
    store.rooms.act(code, lambda _: (vote,))
    store.rooms.act(code, lambda one: take_majority(one, ballot, datetime.now(UTC)))
