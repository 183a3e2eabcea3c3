"""A room's agenda for someone who reads another language than the room's. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from core.content.agendas import AnyStep, GuideStep
from core.content.models import Content
from core.workshop.room import Room


def in_language(room: Room, opened_in: Content, into: Content) -> Room:
    """The room with the texts of its agenda in another language.

    A step is said anew only where it stands in the room as the content of the room's own language has it: what a host
    added, and what was written anew since the room was opened, stays as the room has it. A case of the room's own and
    minutes that a host set stay so too, in a step that is said anew.
    """
    if opened_in.language == into.language:
        return room
    pairs = tuple(_pairs(opened_in, into))
    steps = tuple(_said(step, pairs) for step in room.steps)
    left_out = tuple((before, _said(step, pairs)) for before, step in room.left_out)
    titles = {agenda.title: into.agenda_by_id[agenda.id].title for agenda in opened_in.agendas}
    return replace(room, steps=steps, left_out=left_out, title=titles.get(room.title, room.title))


def _said(step: AnyStep, pairs: tuple[tuple[AnyStep, AnyStep], ...]) -> AnyStep:
    for ours, said in pairs:
        own = _own(step, ours)
        if ours.model_copy(update=own) == step:
            return said.model_copy(update=own)
    return step


def _own(step: AnyStep, ours: AnyStep) -> Mapping[str, float | str]:
    """The fields of a step that a host may have changed, if they were: its minutes, and the case of the guide."""
    own: dict[str, float | str] = {} if step.minutes == ours.minutes else {"minutes": step.minutes}
    if isinstance(step, GuideStep) and isinstance(ours, GuideStep) and step.case != ours.case:
        own["case"] = step.case
    return own


def _pairs(opened_in: Content, into: Content) -> Iterator[tuple[AnyStep, AnyStep]]:
    for agenda in opened_in.agendas:
        yield from zip(agenda.steps, into.agenda_by_id[agenda.id].steps, strict=True)
