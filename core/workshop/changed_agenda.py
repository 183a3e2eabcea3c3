"""The agenda of a room as its host has changed it, to be chosen for another room. Pure."""

from collections.abc import Mapping
from datetime import date

from core.content.agendas import Agenda, AnyStep, GuideStep
from core.content.models import Content
from core.language.numbers import day_and_month
from core.language.text import nt, t
from core.workshop.host import NewRoom
from core.workshop.plan import minutes_words
from core.workshop.room import Room

_FROM_ROOM = "room-"


def changed_agenda(room: Room, content: Content, opened: date) -> Agenda | None:
    """The agenda of a room in the language of the content, told by what was changed; None where nothing was.

    `opened` is the day of the room by its host's clock.
    """
    own = next((agenda.steps for agenda in content.agendas if agenda.title == room.title), ())
    if room.steps == own:
        return None
    told = {"code": room.code, "day": day_and_month(opened), "changes": ", ".join(_changes(own, room.steps))}
    if told["changes"]:
        as_in = t("As in your room {code} of {day}: {changes}.", **told)
    else:
        as_in = t("As in your room {code} of {day}.", **told)
    return Agenda(id=agenda_id(room), title=room.title, description=as_in, steps=room.steps)


def agenda_id(room: Room) -> str:
    """The id by which the agenda of a room is chosen."""
    return f"{_FROM_ROOM}{room.code.lower()}"


def agenda_label(agenda: Agenda) -> str:
    """What an agenda is called where it is chosen: two with one label could not be chosen apart."""
    told = {"title": agenda.title, "minutes": minutes_words(agenda.minutes)}
    if not agenda.id.startswith(_FROM_ROOM):
        return t("{title} ({minutes} min)", **told)
    return t("{title}, as in {code} ({minutes} min)", code=agenda.id.removeprefix(_FROM_ROOM).upper(), **told)


def same_again(room: Room, language: str) -> NewRoom:
    """A new room with the agenda of another; what was left out there is left out, and can be put back.

    Nothing else comes along: no names, no votes, no questions.
    """
    whole = Agenda.model_construct(id=agenda_id(room), title=room.title, description="", steps=room.whole_agenda)
    return NewRoom(whole, language, frozenset(step.id for _, step in room.left_out))


def _changes(own: tuple[AnyStep, ...], now: tuple[AnyStep, ...]) -> list[str]:
    if not own:
        return []
    before, after = _by_id(own), _by_id(now)
    gone, added = len(before.keys() - after.keys()), len(after.keys() - before.keys())
    both = [(step, after[name]) for name, step in before.items() if name in after]
    moved = [step.id for step, _ in both] != [name for name in after if name in before]
    cases = any(isinstance(a, GuideStep) and isinstance(b, GuideStep) and a.case != b.case for a, b in both)
    found = {
        nt("{n} step left out", "{n} steps left out", gone): gone,
        nt("{n} step added", "{n} steps added", added): added,
        t("another order"): moved,
        t("a case of your own"): cases,
        t("other minutes"): any(a.minutes != b.minutes for a, b in both),
    }
    return [words for words, is_so in found.items() if is_so]


def _by_id(steps: tuple[AnyStep, ...]) -> Mapping[str, AnyStep]:
    return {step.id: step for step in steps}
