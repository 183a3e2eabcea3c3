"""Screens that are blank stay so until the host has the room look at something."""

import pytest

from core.workshop import host
from core.workshop.resume import go_on_voting
from core.workshop.room import Room
from tests.unit.workshop.small_room import after, fresh_room, later


def blank(room: Room, at: float) -> Room:
    return after(room, *host.set_blank(room, True, later(at)))


def closed_vote() -> Room:
    """A room in which the first of two rounds was held."""
    room = after(fresh_room("Ada"), *host.show(fresh_room("Ada"), "frozen", later(2)))
    room = after(room, *host.open_vote(room, "frozen", later(3)))
    return after(room, *host.close_vote(room, later(20)))


@pytest.mark.parametrize("question", [None, "problem"])
def test_vote_that_opens_is_seen(question: str | None) -> None:
    step = "guide" if question else "frozen"
    room = blank(after(fresh_room("Ada"), *host.show(fresh_room("Ada"), step, later(2))), 3)
    opened = host.open_guide_vote(room, step, question, later(4)) if question else host.open_vote(room, step, later(4))
    assert room.blank and not after(room, *opened).blank


def test_vote_that_goes_on_and_results_are_seen() -> None:
    room = blank(closed_vote(), 21)
    assert not after(room, *go_on_voting(room, "frozen", later(30))).blank
    assert not after(room, *host.show_results(room, later(30))).blank


def test_end_of_a_vote_leaves_the_screens_blank() -> None:
    room = after(fresh_room("Ada"), *host.show(fresh_room("Ada"), "frozen", later(2)))
    room = blank(after(room, *host.open_vote(room, "frozen", later(3))), 4)
    assert after(room, *host.close_vote(room, later(5))).blank
