"""What each event of a question that somebody asked makes of a room. Pure."""

from dataclasses import replace
from types import MappingProxyType

from core.workshop.events import Asked, QuestionAnswered, QuestionDropped, QuestionReturned, Upvoted
from core.workshop.room import Room, RoomQuestion, with_one, without


def asked(room: Room, event: Asked) -> Room:
    """The room with a question; the same one once more changes nothing."""
    if event.id in room.questions or not room.has(event.person):
        return room
    return _with(room, RoomQuestion(event.id, event.person, event.text, event.at))


def upvoted(room: Room, event: Upvoted) -> Room:
    """The room with one who wants a question answered, or no longer."""
    question = room.questions.get(event.question)
    if question is None or not room.has(event.person):
        return room
    others = question.upvoters - {event.person}
    return _with(room, replace(question, upvoters=others | {event.person} if event.on else others))


def answered(room: Room, event: QuestionAnswered) -> Room:
    """The room with a question answered."""
    question = room.questions.get(event.question)
    return room if question is None else _with(room, replace(question, answered=True))


def dropped(room: Room, event: QuestionDropped) -> Room:
    """The room without a question, which is kept aside with its votes."""
    question = room.questions.get(event.question)
    if question is None:
        return room
    kept, aside = without(room.questions, question.id), with_one(room.dropped, question.id, question)
    return replace(room, questions=kept, dropped=aside)


def returned(room: Room, event: QuestionReturned) -> Room:
    """The room with a question that waits again, with the votes that it had, where it stood among the others."""
    question = room.questions.get(event.question) or room.dropped.get(event.question)
    if question is None:
        return room
    back = _with(room, replace(question, answered=False))
    in_order = sorted(back.questions.items(), key=lambda named: named[1].asked)
    return replace(back, questions=MappingProxyType(dict(in_order)), dropped=without(room.dropped, question.id))


def _with(room: Room, question: RoomQuestion) -> Room:
    return replace(room, questions=with_one(room.questions, question.id, question))
