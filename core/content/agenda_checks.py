"""Rules of agendas: what their steps point to is there, and can be voted on. Pure."""

from collections import Counter
from collections.abc import Iterator

from core.content.agendas import Agenda, LabStep, ShowStep, VoteStep
from core.content.findings import Finding, dangling
from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.content.lab_checks import recorded_problems
from core.content.models import Content
from core.content.typed_items import Flashcard


def can_be_voted_on(item: AnyItem) -> bool:
    """Whether a room can vote on an item: one whose answer is picked, typed or arranged, not recalled."""
    return not isinstance(item, Flashcard | FreeAnswer)


def agendas_hold_together(content: Content) -> Iterator[Finding]:
    """Steps have ids of their own, and name stages and items that there are."""
    for agenda in content.agendas:
        for step_id, count in Counter(step.id for step in agenda.steps).items():
            if count > 1:
                yield "agendas", agenda.id, "steps", f"{step_id!r} stands {count} times; give each step its own id"
        yield from _pointers(content, agenda)


def _pointers(content: Content, agenda: Agenda) -> Iterator[Finding]:
    for step in agenda.steps:
        where = f"steps.{step.id}"
        if isinstance(step, ShowStep):
            yield from dangling(
                "agendas", agenda.id, f"{where}.stage", [step.stage] if step.stage else [], content.stage_by_id
            )
            if not step.stage and not step.lines:
                yield "agendas", agenda.id, where, "shows nothing; name a stage, or write lines"
        if isinstance(step, VoteStep):
            yield from dangling("agendas", agenda.id, f"{where}.item", [step.item], content.item_by_id)
            item = content.item_by_id.get(step.item)
            if item and not can_be_voted_on(item):
                what = f"{step.item!r} is a {item.kind}, which nobody can vote on; name an item with an answer to pick"
                yield "agendas", agenda.id, f"{where}.item", what
        if isinstance(step, LabStep):
            yield from dangling("agendas", agenda.id, f"{where}.station", [step.station], content.lab_by_id)
            if step.guess and step.station in content.lab_by_id:
                for what in recorded_problems(content, step.guess.answer, step.station):
                    yield "agendas", agenda.id, f"{where}.guess.answer", what
