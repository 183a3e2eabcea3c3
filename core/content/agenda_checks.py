"""Rules of agendas: what their steps point to is there, can be voted on, and fits the time. Pure."""

import re
from collections import Counter
from collections.abc import Iterator

from core.content.agendas import LEAST_MINUTES, Agenda, LabStep, ShowStep, VoteStep
from core.content.findings import Finding, dangling
from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.content.lab_checks import recorded_problems
from core.content.models import Content
from core.content.typed_items import Flashcard

_NUMBERS = {"half an": 0.5, "an": 1, "one": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20}
_NUMBERS |= {"twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90}
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_TIME = re.compile(rf"\b(\d+|{_WORDS})[ -](min(?:utes?)?|hours?)\b(?! and)", re.IGNORECASE)


def can_be_voted_on(item: AnyItem) -> bool:
    """Whether a room can vote on an item: one whose answer is picked, typed or arranged, not recalled."""
    return not isinstance(item, Flashcard | FreeAnswer)


def agendas_hold_together(content: Content) -> Iterator[Finding]:
    """Steps have ids of their own, and name stages and items that exist."""
    for agenda in content.agendas:
        for step_id, count in Counter(step.id for step in agenda.steps).items():
            if count > 1:
                yield "agendas", agenda.id, "steps", f"{step_id!r} appears {count} times; give each step its own id"
        yield from _pointers(content, agenda)


def _pointers(content: Content, agenda: Agenda) -> Iterator[Finding]:
    for step in agenda.steps:
        where = f"steps.{step.id}"
        if step.minutes < LEAST_MINUTES:
            what = f"is too small; write {LEAST_MINUTES} or more, as in a room"
            yield "agendas", agenda.id, f"{where}.minutes", what
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


def longer_than_promised(content: Content) -> Iterator[Finding]:
    """Agendas whose steps take more time than the title or the description says: no error, but worth a look."""
    for agenda in content.agendas:
        for field, text in (("title", agenda.title), ("description", agenda.description)):
            promised = _promised_minutes(text)
            if promised and agenda.minutes > promised:
                what = (
                    f"says {promised:g} minutes, and the steps take {agenda.minutes:g}; shorten a step, or reword this"
                )
                yield "agendas", agenda.id, field, what


def _promised_minutes(text: str) -> float:
    """The longest time that a text names; 0 when it names none."""
    times = [_number(number) * (60 if "hour" in unit.lower() else 1) for number, unit in _TIME.findall(text)]
    return max(times, default=0)


def _number(word: str) -> float:
    return float(word) if word.isdecimal() else _NUMBERS[word.lower()]
