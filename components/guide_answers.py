"""The room's answers to the questions of the guide, the same on every screen."""

from components.markup import el, show
from core.content.agendas import GuideStep
from core.decision import Walk
from core.export.workshop_report import voted_words
from core.workshop.room import Room
from core.workshop.shown import room_answer


def guide_answers(room: Room, step: GuideStep, walk: Walk) -> None:
    """Draws a line for each answer, with how many voted."""
    for one in (room_answer(room, step, answered) for answered in walk.answered):
        show(el("p", f"{one.question} ", el("strong", one.answer), el("span", voted_words(one), class_="ll-note")))
