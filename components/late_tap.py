"""Says to a participant whose tap came after its vote had ended, as on a phone back from sleep, what counts there."""

from xml.etree import ElementTree as ET

from components import session
from components.key_class import key_class
from components.markup import el, error_line, icon, show
from components.workshop_access import own_pick
from core.content.agendas import VoteStep
from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import t
from core.quiz.generated import find_item
from core.workshop.picks import pick_words
from core.workshop.room import Ballot, Room

_TOLD = "workshop.late_tap"
"""Where is kept during which vote what was told, and of which."""


def late_tap(content: Content, room: Room) -> None:
    """Draws it until the next vote or step, or until the person votes; a vote that is still shown tells it itself."""
    held = room.ballots_of(room.step_id)
    during = f"{room.code} {room.step_id} {len(held)}"
    ballot = _tapped_in(room)
    if ballot and ballot not in held[-1:]:
        session.keep(_TOLD, (during, ballot.id))
    told, on = session.kept(_TOLD) or (during, "")
    if told != during:
        session.keep(_TOLD, None)  # who comes back to this step is not told again
    elif on and not any(own_pick(room, one) for one in held[-1:]):
        show(_line(content, room, room.ballots[on]))


def _tapped_in(room: Room) -> Ballot | None:
    """The vote whose form went away under the tap: the browser reports the class of its rows."""
    form = session.trigger(f"follow.{room.code}", "late")
    found = (one for one in room.ballots.values() if f"{form}".startswith(key_class(f"vote-{one.id}.")))
    return next(found, None)


def _line(content: Content, room: Room, ballot: Ballot) -> ET.Element:
    pick, asked = own_pick(room, ballot), _asked(content, room, ballot)
    if not pick or not asked:
        return error_line(t("That vote had ended before you picked, so this pick does not count."))
    words = t("That vote had ended. Your pick in it: {pick}.", pick=pick_words(asked, pick))
    return el("p", icon("how_to_vote"), el("span", words), class_="ll-said", role="status")


def _asked(content: Content, room: Room, ballot: Ballot) -> AnyItem | Question | None:
    if ballot.question:
        return content.guide.question(ballot.question)
    step = next((one for one in room.whole_agenda if one.id == ballot.step), None)
    return find_item(content, step.item) if isinstance(step, VoteStep) else None
