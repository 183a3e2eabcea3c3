"""The decision guide as a room walks it. Pure."""

from core.content.agendas import GuideStep
from core.content.models import Content
from core.decision import Walk, walk
from core.workshop.room import NOTHING, Room


def guide_walk(content: Content, room: Room, step: GuideStep) -> Walk:
    """Where the room's answers lead on a step of its agenda."""
    answers = dict(room.guide_answers.get(step.id, NOTHING))
    return walk(content.guide, content.graph_by_id[content.guide.graph], answers)
