"""Deletion of a room that has ended, by its host."""

from components import session
from components.delete_in_two_steps import Deletion, delete_in_two_steps
from core.content.models import Content
from core.language.text import nt, t
from core.store.rooms import KEPT_FOR
from core.workshop.changed_agenda import changed_agenda
from core.workshop.room import Room

DELETED = "room.deleted"
"""Where a visit keeps the code of the room that it has just deleted, until that is told."""


def room_delete(content: Content, room: Room) -> None:
    """Draws the way to delete it; once it is asked for what would go."""
    does = t(
        "Removes the report and everything people gave this room, for you and for them. Otherwise it is removed when "
        "another room is opened {days} days or more after this one.",
        days=KEPT_FOR.days,
    )
    deletion = Deletion("room-delete", t("Delete this room"), does, "h2")
    delete_in_two_steps(deletion, lambda: _what_goes(content, room), lambda: _delete(room.code))


def _what_goes(content: Content, room: Room) -> str:
    """What people gave, counted; and what their phones and their host lose with it."""
    votes = sum(len(ballot.picks) for ballot in room.ballots.values())
    asked = len(room.questions) + len(room.dropped)
    parts = [
        (len(room.people), nt("{n} name", "{n} names", len(room.people))),
        (votes, nt("{n} vote", "{n} votes", votes)),
        (asked, nt("{n} question", "{n} questions", asked)),
    ]
    words = t("This deletes the report, and phones lose their results.")
    if named := ", ".join(said for count, said in parts if count):
        words = t("This deletes the report with {given}, and phones lose their results.", given=named)
    if changed_agenda(room, content, room.opened.date()):
        words = f"{words} {t('Your changes to the agenda go too.')}"
    return words


def _delete(code: str) -> None:
    session.store().rooms.delete(code, session.learner().key)
    session.keep(f"workshop.hosts.{code}", None)
    session.keep(DELETED, code)
    session.set_params({})
