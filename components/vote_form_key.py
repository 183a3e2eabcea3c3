"""The key of a vote's form, which changes when somebody has voted on another of their screens."""

from collections.abc import Callable

from components import session
from components.vote_note import vote_note
from components.workshop_access import own_pick
from core.content.graphs import Question
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer, answer_json
from core.workshop.figures import as_kept
from core.workshop.room import Ballot, Room


def vote_form_key(
    room: Room, ballot: Ballot, asked: AnyItem | Question, read: Callable[[str], AnyAnswer | None]
) -> str:
    """The key; under a new one the form is filled anew, with the vote that counts, and any answer can be picked again.

    `read` gives the answer in the form under a key. What has just been changed here stays, and is sent.
    """
    mine = own_pick(room, ballot)
    form, known = vote_note("form", room, ballot), vote_note("known", room, ballot)
    sent = vote_note("sent", room, ballot)
    times, seen = session.kept(form, 0), session.kept(known, mine)
    if mine != seen:
        answer = read(_key(ballot, times))
        kept = as_kept(asked, answer) if answer else None
        changed_here = answer is not None and kept != seen and answer_json(answer) != session.kept(sent)
        if kept != mine and not changed_here:
            times += 1
            session.keep(form, times)
            session.keep(sent, None)  # what was sent before can be sent again
    session.keep(known, mine)
    return _key(ballot, times)


def _key(ballot: Ballot, times: int) -> str:
    return f"vote-{ballot.id}-{times}" if times else f"vote-{ballot.id}"
