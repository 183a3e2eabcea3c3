"""How the speed feels, as a phone says it: pressed for the step that it was said of, and no longer."""

from datetime import UTC, datetime

from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.events import Pace
from tests.app.pages import ran
from tests.app.rooms import found, joined, room


def test_too_fast_is_no_longer_pressed_at_the_next_step() -> None:
    code = "JKA-234"
    room(code)
    phone, rooms = joined(code, "Ada"), own_store().rooms
    (ada,) = found(code).present
    rooms.act(code, lambda one: host.begin(one, datetime.now(UTC)))
    rooms.act(code, lambda one: participant.feel(one, ada.id, Pace.TOO_FAST, datetime.now(UTC)))
    assert ran(phone).session_state[f"room.pace.{code}"] is Pace.TOO_FAST
    rooms.act(code, lambda one: host.move(one, 1, datetime.now(UTC)))
    assert ran(phone).session_state[f"room.pace.{code}"] is None
