"""Steps that are left out of the agenda come back to their places."""

from hypothesis import given
from hypothesis import strategies as st

from core.workshop import host
from core.workshop.clock import step_clock
from core.workshop.left_out import leave_out, put_back
from core.workshop.room import Room
from tests.unit.workshop.small_room import AGENDA, after, fresh_room, later

IDS = tuple(step.id for step in AGENDA.steps)


def ids(room: Room) -> tuple[str, ...]:
    return tuple(step.id for step in room.steps)


@given(gone=st.permutations(IDS).map(lambda one: one[1:]), back=st.permutations(IDS))
def test_steps_come_back_to_where_they_stood_in_whatever_order(gone: list[str], back: list[str]) -> None:
    room = fresh_room()
    for step in gone:
        room = after(room, *leave_out(room, step, later(1)))
    assert len(room.steps) == 1 and room.whole_agenda == AGENDA.steps
    for step in back:
        room = after(room, *put_back(room, step, later(2)))
        assert room.whole_agenda == AGENDA.steps
    assert room.steps == AGENDA.steps and not room.left_out


def test_step_comes_back_behind_the_one_that_it_followed_wherever_that_was_moved() -> None:
    room = after(fresh_room(), *leave_out(fresh_room(), "frozen", later(1)))
    room = after(room, *host.move_step(room, "hello", 1, later(2)))
    assert ids(after(room, *put_back(room, "frozen", later(3)))) == ("guide", "hello", "frozen", "end")


def test_step_that_is_there_or_never_was_is_not_put_back() -> None:
    assert put_back(fresh_room(), "hello", later(1)) == put_back(fresh_room(), "nothing", later(1)) == ()


def test_vote_ends_with_its_step_and_is_open_on_no_other() -> None:
    room = after(fresh_room("Ada"), *host.show(fresh_room("Ada"), "frozen", later(2)))
    room = after(room, *host.open_vote(room, "frozen", later(3)))
    room = after(room, *leave_out(room, "frozen", later(5)))
    assert room.step_id == "hello" and room.open_ballot(later(6)) is None
    room = after(room, *put_back(room, "frozen", later(7)))
    assert room.ballots["frozen.1"].ends == later(5)


def test_vote_goes_on_when_another_step_is_left_out() -> None:
    room = after(fresh_room("Ada"), *host.show(fresh_room("Ada"), "frozen", later(2)))
    room = after(room, *host.open_vote(room, "frozen", later(3)))
    assert after(room, *leave_out(room, "end", later(5))).open_ballot(later(6)) is not None


def test_time_on_a_step_that_is_left_out_is_not_forgotten() -> None:
    room = after(fresh_room(), *host.show(fresh_room(), "frozen", later(60)))
    room = after(room, *leave_out(room, "frozen", later(150)))
    assert room.spent["frozen"] == 90 and step_clock(room, later(150)).behind_s == 90


def test_lobby_takes_no_time_of_a_step_that_is_left_out() -> None:
    assert not after(fresh_room(), *leave_out(fresh_room(), "hello", later(60))).spent
