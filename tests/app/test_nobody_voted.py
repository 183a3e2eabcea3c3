"""A round in which nobody voted: no screen asks to talk over what nobody picked, or draws a share of nobody."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from core.web.process import own_store
from core.workshop import host
from tests.app.pages import ran, words
from tests.app.rooms import hosting, joined

STEP = "vote-ward"


def closed_without_votes() -> tuple[AppTest, AppTest, str]:
    """The audience's screen and a phone after a first round in which nobody voted, and the room's code."""
    screen, code = hosting()
    phone = joined(code, "Ada")
    rooms = own_store().rooms
    rooms.act(code, lambda one: host.show(one, STEP, datetime.now(UTC)))
    rooms.act(code, lambda one: host.open_vote(one, STEP, datetime.now(UTC)))
    rooms.act(code, lambda one: host.close_vote(one, datetime.now(UTC)))
    screen.query_params["view"] = "screen"
    return screen, phone, code


def test_nobody_is_asked_to_talk_over_a_vote_that_nobody_cast() -> None:
    screen, phone, _ = closed_without_votes()
    assert "Nobody voted." in words(ran(screen))
    told = words(ran(phone))
    assert "A second round may follow." in told
    assert "neighbour" not in words(screen) and "Talk it over" not in told


def test_host_is_told_what_opens_the_same_round_once_more() -> None:
    screen, _, code = closed_without_votes()
    del screen.query_params["view"]
    told = "“Go on voting” opens the same round once more."
    assert f"Nobody voted. {told}" in words(ran(screen)) and "Go on voting" in [one.label for one in screen.button]
    own_store().rooms.act(code, lambda one: host.show_results(one, datetime.now(UTC)))
    assert told not in words(ran(screen))


def test_results_of_nobody_have_no_shares() -> None:
    screen, _, code = closed_without_votes()
    own_store().rooms.act(code, lambda one: host.show_results(one, datetime.now(UTC)))
    told = words(ran(screen))
    assert "0 votes." in told and "<span>–</span>" in told
    assert "0\N{NO-BREAK SPACE}%" not in told
