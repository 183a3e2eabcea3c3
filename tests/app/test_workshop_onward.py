"""Where a room's phones lead once a step has shown what it is about: to the chapter, to the lab, to the guide."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from core.lab.catalogue import EXPERIMENTS
from core.web.lab_runner import lab_recordings
from core.web.room_run import ROOM_SEED, outcome_of
from core.workshop import host
from core.workshop.lab import finish_run, open_guess, start_run
from tests.app.pages import ran
from tests.app.rooms import GUIDE, answered, joined, room

LAZY = {"examples": 10000, "lazy": 0.3}


def ways(test: AppTest) -> dict[str, tuple[str, str]]:
    """The links of a page by their labels: the page each leads to, and its query."""
    found = [one.proto for one in ran(test).get("page_link")]
    return {one.label: (one.page, one.query_string) for one in found}


def test_phone_leads_to_the_chapter_once_the_answer_of_a_vote_is_shown_and_not_before() -> None:
    store = room("TWA-234", "Bo")
    store.rooms.act("TWA-234", lambda one: host.show(one, "vote-letters", datetime.now(UTC)))
    store.rooms.act("TWA-234", lambda one: host.open_vote(one, "vote-letters", datetime.now(UTC)))
    test = joined("TWA-234", "Ada")
    assert "See it in the chapter" not in ways(test), "it says what the question is about, and so gives it away"
    store.rooms.act("TWA-234", lambda one: host.close_vote(one, datetime.now(UTC)))
    assert "See it in the chapter" not in ways(test)
    store.rooms.act("TWA-234", lambda one: host.show_results(one, datetime.now(UTC)))
    page, query = ways(test)["See it in the chapter"]
    assert page == "decide" and "node=" in query and "TWA-234" in query, "the way back is to this room"


def test_phone_leads_to_the_station_whose_run_the_room_has_seen() -> None:
    recorded = lab_recordings().run(EXPERIMENTS["tune"].setting(ROOM_SEED, LAZY))
    assert recorded
    store, outcome = room("TWC-234", agenda="workshop-45"), outcome_of(recorded, recorded=True)
    store.rooms.act("TWC-234", lambda one: host.show(one, "lab-lazy", datetime.now(UTC)))
    store.rooms.act("TWC-234", lambda one: open_guess(one, "lab-lazy", datetime.now(UTC)))
    test = joined("TWC-234", "Ada")
    assert "Run it in the lab" not in ways(test), "the lab would tell what is to be guessed"
    store.rooms.act("TWC-234", lambda one: start_run(one, "lab-lazy", datetime.now(UTC)))
    store.rooms.act("TWC-234", lambda one: finish_run(one, "lab-lazy", outcome, datetime.now(UTC)))
    page, query = ways(test)["Run it in the lab"]
    assert page == "lab" and "station=tune" in query


def test_phone_leads_to_the_guide_as_soon_as_the_room_has_decided() -> None:
    store, way = room("TWG-234", "Bo"), "The decision guide, with the room's answers"
    store.rooms.act("TWG-234", lambda one: host.show(one, GUIDE, datetime.now(UTC)))
    test = joined("TWG-234", "Ada")
    answered(store, "TWG-234", "problem", "knowledge")
    assert way not in ways(test)
    answered(store, "TWG-234", "data-size", "large")
    answered(store, "TWG-234", "retrieval-time", "yes")
    page, query = ways(test)[way]
    assert page == "decide" and "problem=knowledge&data-size=large&retrieval-time=yes" in query
