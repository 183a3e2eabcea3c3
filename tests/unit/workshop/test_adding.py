"""Steps that a host adds from the bank stand where they are wanted, in the order in which they were added."""

from core.content.agendas import VoteStep
from core.workshop import host
from core.workshop.adding import add_step, added_id
from core.workshop.room import Room
from tests.unit.workshop.small_room import after, fresh_room, later


def with_step(room: Room, name: str) -> Room:
    """The room after a vote on an item was added."""
    step = VoteStep(id=added_id(name), title=name, minutes=4, notes="Ask.", item=name, rounds=2)
    return after(room, *add_step(room, step, later(2)))


def ids(room: Room) -> list[str]:
    return [step.id for step in room.steps]


def test_steps_added_one_after_the_other_stand_in_that_order_behind_the_one_that_is_on() -> None:
    room = with_step(with_step(with_step(fresh_room(), "one"), "two"), "three")
    assert ids(room) == ["hello", "added-one", "added-two", "added-three", "frozen", "guide", "end"]


def test_step_that_is_added_behind_the_last_is_the_last() -> None:
    room = after(fresh_room(), *host.show(fresh_room(), "end", later(1)))
    assert ids(with_step(with_step(room, "one"), "two"))[-3:] == ["end", "added-one", "added-two"]


def test_added_step_that_the_room_has_had_keeps_no_other_from_being_the_next() -> None:
    room = with_step(fresh_room(), "one")
    for seconds, name in ((10, "added-one"), (20, "hello")):
        room = after(room, *host.show(room, name, later(seconds)))
    assert ids(with_step(room, "two"))[:3] == ["hello", "added-two", "added-one"]
