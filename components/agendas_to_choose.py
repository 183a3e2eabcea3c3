"""The agendas that a room can be opened with."""

from collections.abc import Mapping, Sequence

from components import session
from core.content.agendas import Agenda
from core.content.models import Content
from core.workshop.changed_agenda import changed_agenda
from core.workshop.room import Room


def agendas_to_choose(content: Content, hosted: Sequence[Room]) -> Mapping[str, Agenda]:
    """Agendas by id: those of the content, then those that this host changed in a room, each list of steps once."""
    found = dict(content.agenda_by_id)
    for room in hosted:
        agenda = changed_agenda(room, content, session.local(room.opened).date())
        if agenda and all(agenda.steps != one.steps for one in found.values()):
            found[agenda.id] = agenda
    return found
