"""A room's agenda as somebody reads it who speaks another language than the room. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from core.content.agendas import AnyStep, GuideStep
from core.content.models import Content
from core.workshop.room import Room


def in_language(room: Room, opened_in: Content, into: Content) -> Room:
    """The room with the texts of its agenda in another language.

    A step is said anew only where it stands in the room as the content of the room's own language has it: what a host
    added, and what was written anew since the room was opened, stays as the room has it. A case of the room's own stays
    so too, in a step that is said anew.
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
        if ours == step:
            return said
        if (
            isinstance(step, GuideStep)
            and isinstance(ours, GuideStep)
            and ours == step.model_copy(update={"case": ours.case})
        ):
            return said.model_copy(update={"case": step.case})
    return step


def _pairs(opened_in: Content, into: Content) -> Iterator[tuple[AnyStep, AnyStep]]:
    for agenda in opened_in.agendas:
        yield from zip(agenda.steps, into.agenda_by_id[agenda.id].steps, strict=True)
