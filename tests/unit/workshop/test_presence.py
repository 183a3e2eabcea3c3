"""Who counts as here."""

import pytest

from core.quiz.answers import Picked
from core.workshop import host
from core.workshop.presence import here
from core.workshop.vote_events import Voted
from core.workshop.votes import said_so_far
from tests.unit.workshop.small_room import after, fresh_room, later


@pytest.mark.parametrize(
    ("seen_at", "now_at", "expected"),
    [(None, 40, True), (None, 41, False), (100, 139, True), (100, 140, False)],
    ids=["has just joined", "joined and was never seen", "was just seen", "has gone"],
)
def test_here_is_who_has_just_joined_or_was_just_seen(seen_at: float | None, now_at: float, expected: bool) -> None:
    seen = {} if seen_at is None else {"ada": later(seen_at)}
    assert [one.name for one in here(fresh_room("Ada"), seen, later(now_at))] == ["Ada"] * expected


def test_who_was_sent_out_is_not_here_though_their_screen_is_open() -> None:
    room = fresh_room("Ada", "Bo")
    room = after(room, *host.remove(room, "ada", later(2)))
    assert [one.name for one in here(room, {"ada": later(3)}, later(4))] == ["Bo"]
    assert len(room.people) == 2


def test_votes_are_counted_against_who_is_here_and_who_has_voted_and_gone() -> None:
    room = fresh_room("Ada", "Bo", "Cy")
    room = after(room, *host.move(room, 1, later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    seen = {"ada": later(90), "bo": later(90)}
    told = [said_so_far(room, room.ballots["frozen.1"], here(room, seen, later(100)))]
    for person in ("ada", "cy"):
        room = after(room, Voted(at=later(30), ballot="frozen.1", person=person, answer=Picked(options=("base",))))
        told.append(said_so_far(room, room.ballots["frozen.1"], here(room, seen, later(100))))
    assert told == ["0 of 2 have voted", "1 of 2 have voted", "2 of 3 have voted"]
