"""What a participant can do: each act looks at the room and gives the events that follow, or refuses. Pure."""

from datetime import datetime, timedelta

from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.typed_items import PredictNumber
from core.language.text import t
from core.quiz.answers import AnyAnswer, Picked
from core.quiz.mark import InvalidAnswerError
from core.quiz.marking import mark
from core.workshop.errors import WorkshopError
from core.workshop.events import Asked, Events, Pace, PaceFelt, Upvoted
from core.workshop.figures import as_typed, figure, figure_words
from core.workshop.membership_events import Joined, Left, Renamed
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from core.workshop.words import fit_name, fit_question

MOST_PEOPLE = 400
QUESTIONS_EACH = 20
BETWEEN_QUESTIONS = timedelta(seconds=5)


def join(room: Room, person: str, name: str, now: datetime) -> Events:
    """Comes in under a name; who is in stays who they are.

    Raises:
        WorkshopError: the name does not fit, or `check_admitted` refuses the person.
    """
    check_admitted(room, person)
    if room.has(person):
        return ()
    return (Joined(at=now, person=person, name=_free_name(room, person, name)),)


def rename(room: Room, person: str, name: str, now: datetime) -> Events:
    """Takes another name.

    Raises:
        WorkshopError: the name does not fit, or the person is not in the room.
    """
    _check_present(room, person)
    found = _free_name(room, person, name)
    return () if found == room.people[person].name else (Renamed(at=now, person=person, name=found),)


def leave(room: Room, person: str, now: datetime) -> Events:
    """Goes; what one voted and asked stays, and one may come back under any name."""
    return (Left(at=now, person=person),) if room.has(person) else ()


def _free_name(room: Room, person: str, name: str) -> str:
    return fit_name(name, (one.name for one in room.present if one.id != person))


def check_admitted(room: Room, person: str) -> None:
    """Returns when a person may come in, is in already, or had left and comes back, even through a locked door.

    Raises:
        WorkshopError: the room is locked, closed or full, or the host sent the person out.
    """
    known = room.people.get(person)
    if known and not known.removed:
        return
    if known:
        raise WorkshopError(t("The host has removed you from this room. Ask the host if that was a mistake."))
    if room.closed:
        raise WorkshopError(t("This workshop has ended. Within a day of its end the host can open it again."))
    if room.locked:
        raise WorkshopError(t("The host has locked the room. Ask the host to unlock it, then press Join."))
    if len(room.present) >= MOST_PEOPLE:
        raise WorkshopError(
            t("The room is full: it takes {most} people. Watch the big screen instead.", most=MOST_PEOPLE)
        )


def vote(room: Room, voted: Voted, asked: AnyItem | Question, bounds: tuple[float, float] | None = None) -> Events:
    """Picks an answer, or another one in its place, while the vote is open. `asked` is what the vote is on.

    `bounds` are the lowest and the highest number that it can be, when there are such.

    Raises:
        WorkshopError: the vote is over or was never opened, or the answer does not fit the question.
    """
    _check_present(room, voted.person)
    ballot = room.ballots.get(voted.ballot)
    if ballot is None or not ballot.is_open(voted.at):
        raise WorkshopError(t("This vote has ended. What you had picked by then counts."))
    if voted.person in ballot.fixed:
        raise WorkshopError(t("Your pick was in before the results were shown, so it stays as it is."))
    _check_fits(asked, voted.answer)
    _check_within(voted.answer, bounds)
    return () if ballot.picks.get(voted.person) == voted.answer else (voted,)


def ask(room: Room, person: str, question_id: str, text: str, now: datetime) -> Events:
    """Asks the host a question. `question_id` is made by the screen, once per question.

    Raises:
        WorkshopError: questions are off, the text does not fit, or the person asks too fast.
    """
    _check_present(room, person)
    if not room.questions_on:
        raise WorkshopError(t("The host has turned questions off. Say it aloud."))
    if question_id in room.questions:
        return ()
    own = [question for question in room.questions.values() if question.person == person]
    if len(own) >= QUESTIONS_EACH:
        raise WorkshopError(
            t("You have asked {count} questions. Upvote one instead, or say it aloud.", count=QUESTIONS_EACH)
        )
    if own and now - own[-1].asked < BETWEEN_QUESTIONS:
        raise WorkshopError(t("Wait a few seconds between two questions, then press Ask again."))
    return (Asked(at=now, id=question_id, person=person, text=fit_question(text)),)


def upvote(room: Room, person: str, question_id: str, on: bool, now: datetime) -> Events:
    """Says that the person wants somebody else's question answered, or takes that back."""
    _check_present(room, person)
    question = room.questions.get(question_id)
    if question is None or question.person == person or (person in question.upvoters) == on:
        return ()
    return (Upvoted(at=now, question=question_id, person=person, on=on),)


def feel(room: Room, person: str, pace: Pace, now: datetime) -> Events:
    """Says how the speed feels; nobody sees who said it.

    Raises:
        WorkshopError: the gauge is off.
    """
    _check_present(room, person)
    if not room.gauge_on:
        raise WorkshopError(t("The host has turned the speed gauge off."))
    return () if room.paces.get(person, Pace.FINE) is pace else (PaceFelt(at=now, person=person, pace=pace),)


def _check_present(room: Room, person: str) -> None:
    if room.closed:
        raise WorkshopError(t("This workshop has ended."))
    if not room.has(person):
        raise WorkshopError(t("You are not in this room. Open the join page and type its code."))


def _check_within(answer: AnyAnswer, bounds: tuple[float, float] | None) -> None:
    number = figure(answer)
    if bounds and number is not None and not bounds[0] <= number <= bounds[1]:
        low, high = map(figure_words, bounds)
        raise WorkshopError(t("It lies between {low} and {high}. Correct your guess.", low=low, high=high))


def _check_fits(asked: AnyItem | Question, answer: AnyAnswer) -> None:
    if isinstance(asked, Question):
        known = {option.id for option in asked.options}
        if not isinstance(answer, Picked) or not answer.options or not set(answer.options) <= known:
            raise WorkshopError(t("Choose an option first."))
        return
    number = figure(answer)
    if isinstance(asked, PredictNumber) and number is not None and number < 0:
        raise WorkshopError(t("It cannot be below zero. Correct your guess."))
    try:
        mark(asked, as_typed(asked, answer))
    except InvalidAnswerError as error:
        raise WorkshopError(t(str(error))) from error
