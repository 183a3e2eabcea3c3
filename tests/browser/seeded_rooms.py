"""Rooms that stand in the store before a server starts, so that a link opens each state of a workshop."""

from datetime import datetime, timedelta
from functools import partial

from core.content.agendas import Agenda, LabStep
from core.lab.catalogue import EXPERIMENTS
from core.lab.storage import load_recordings
from core.quiz.answers import Picked, Typed
from core.store.store import Store
from core.web.room_run import ROOM_SEED, outcome_of
from core.workshop import host, participant
from core.workshop.events import AnyEvent, GuideAnswered
from core.workshop.lab import finish_run, guess_of, start_run
from core.workshop.people import person_id
from core.workshop.room import Room
from core.workshop.vote_events import BallotClosed, BallotOpened, Voted
from tests.history import key_of
from tests.read_once import load_content

SECRET, HOST, AGENDA, DAY = "only for tests", "host", "workshop-45", timedelta(days=1)
LOBBY, STAGE, VOTE, RESULTS, GUESS, GUIDE, LAB, ENDED, ONE_CHART, ASKED, DECIDED, CAUTIONED, BRIEF = (
    f"{name}-222"
    for name in ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "HHH", "GGG", "JJJ", "KKK", "MMM", "NNN", "PPP")
)
NAMES = ("ada", "Maximiliane Wolkenstein-Trostber", "Wei")
QUESTION = "Averyveryverylongwordwithoutanyspaces" * 3 + " <b>x</b> ![i](http://a/b.png) \u05d0\u05d1 🦊?"

_LONGEST = (
    ("problem", ("knowledge", "task")),
    ("data-size", ("large", "fits")),
    ("retrieval-time", ("no", "yes")),
    ("knowledge-stable", ("yes", "no")),
)
"""The guide's questions on that way, each with what two people picked; the first is taken."""
_UNSUITED = (*_LONGEST[:3], ("knowledge-stable", ("no", "yes")))
"""The same way to another outcome, one with which an answer on it does not go together."""
_SHORTEST = (_LONGEST[0], ("data-size", ("fits", "large")))

LONG = "Do we have to train again for every customer, or can one model serve them all with an adapter for each of them?"


def seed_rooms(store: Store, now: datetime) -> None:
    """Writes the rooms into a store."""
    agenda = load_content().agenda_by_id[AGENDA]
    for code in (LOBBY, STAGE, VOTE, RESULTS, GUESS, GUIDE, LAB, ENDED, ONE_CHART, ASKED, DECIDED, CAUTIONED, BRIEF):
        _open(store, code, agenda, now)
    _go(store, STAGE, "pre-training", now)
    _vote(store, VOTE, "vote-ward", 1, now, open_for=DAY)
    for code in (RESULTS, ENDED):
        _vote(store, code, "vote-ward", 1, now)
        _vote(store, code, "vote-ward", 2, now)
        store.rooms.act(code, lambda room: host.show_results(room, now))
    _guess(store, GUESS, "guess-memory", ("14", "70", "120 GB"), now)
    store.rooms.act(GUESS, lambda room: host.show_results(room, now + timedelta(seconds=1)))
    _run(store, LAB, "lab-lazy", now)
    added = LabStep(id="lab-traps", title="Run it: traps", minutes=4, notes="One number each.", station="traps")
    store.rooms.act(ONE_CHART, lambda room: host.set_steps(room, (*room.steps, added), now))
    _run(store, ONE_CHART, added.id, now)
    _ask_much(store, ASKED, "take-home", now)
    _go(store, GUIDE, "our-case", now)
    _decide(store, DECIDED, _LONGEST, now)
    _decide(store, CAUTIONED, _UNSUITED, now)
    _decide(store, BRIEF, _SHORTEST, now)
    store.rooms.act(GUIDE, lambda room: host.open_guide_vote(room, "our-case", "problem", now))
    store.rooms.act(ENDED, lambda room: host.close(room, now))


def _open(store: Store, code: str, agenda: Agenda, now: datetime) -> None:
    store.rooms.open(code, "key", key_of(HOST, SECRET), host.NewRoom(agenda), now)
    for name in NAMES:
        person = _person(code, name)
        store.rooms.act(code, partial(participant.join, person=person, name=name, now=now))
    store.rooms.act(code, lambda room: participant.ask(room, _person(code, NAMES[2]), "q", QUESTION, now))


def _person(code: str, name: str) -> str:
    return person_id(code, key_of(name, SECRET))


def _go(store: Store, code: str, step: str, now: datetime) -> None:
    store.rooms.act(code, lambda room: host.show(room, step, now))


def _vote(store: Store, code: str, step: str, number: int, now: datetime, *, open_for: timedelta | None = None) -> None:
    ballot = f"{step}.{number}"
    picks = [Picked(options=(name,)) for name in ("rag", "fine-tune", "rag" if number == 2 else "stuff")]

    def events(room: Room) -> tuple[AnyEvent, ...]:
        closes = now + (open_for or timedelta(seconds=1))
        opened = BallotOpened(at=now, ballot=ballot, step=step, round=number, closes=closes)
        voted = (
            Voted(at=now, ballot=ballot, person=_person(code, n), answer=p) for n, p in zip(NAMES, picks, strict=True)
        )
        return (opened, *voted, *(() if open_for else _closed(ballot, now)))

    _go(store, code, step, now)
    store.rooms.act(code, events)


def _closed(ballot: str, now: datetime) -> tuple[AnyEvent, ...]:
    return (BallotClosed(at=now + timedelta(milliseconds=1), ballot=ballot),)


def _ask_much(store: Store, code: str, step: str, now: datetime) -> None:
    """A room that discusses, with a dozen questions of two lines."""
    _go(store, code, step, now)
    for number in range(12):
        asked = now + timedelta(seconds=10 * number)
        store.rooms.act(
            code,
            partial(participant.ask, person=_person(code, NAMES[0]), question_id=f"q{number}", text=LONG, now=asked),
        )


def _decide(store: Store, code: str, way: tuple[tuple[str, tuple[str, str]], ...], now: datetime) -> None:
    """A room that went a way of the guide, each answer taken by its host in a tie of two."""
    _go(store, code, "our-case", now)
    step = "our-case"
    for question, options in way:
        ballot = f"{step}.{question}.1"
        picks = zip(NAMES, options, strict=False)
        events = (
            BallotOpened(at=now, ballot=ballot, step=step, question=question, closes=now + DAY),
            *(Voted(at=now, ballot=ballot, person=_person(code, n), answer=Picked(options=(o,))) for n, o in picks),
            *_closed(ballot, now),
            GuideAnswered(at=now, step=step, question=question, options=options[:1]),
        )
        store.rooms.act(code, partial(_happened, events))


def _happened(events: tuple[AnyEvent, ...], _: Room) -> tuple[AnyEvent, ...]:
    return events


def _guess(store: Store, code: str, step: str, texts: tuple[str, ...], now: datetime) -> None:
    ballot = f"{step}.1"

    def events(room: Room) -> tuple[AnyEvent, ...]:
        opened = BallotOpened(at=now, ballot=ballot, step=step, closes=now + DAY)
        guesses = zip(NAMES, texts, strict=True)
        voted = (Voted(at=now, ballot=ballot, person=_person(code, n), answer=Typed(text=t)) for n, t in guesses)
        return (opened, *voted, *_closed(ballot, now))

    _go(store, code, step, now)
    store.rooms.act(code, events)


def _run(store: Store, code: str, step_id: str, now: datetime) -> None:
    """A room that has guessed what a run of the lab shows, and has seen it as it was recorded."""
    room = store.rooms.find(code)
    step = next(one for one in room.steps if one.id == step_id) if room else None
    assert isinstance(step, LabStep)
    answer = guess_of(step, load_content().lab_by_id[step.station]).answer
    recorded = load_recordings().run(EXPERIMENTS[answer.run].setting(ROOM_SEED, answer.knobs))
    assert recorded
    outcome = outcome_of(recorded, recorded=True)
    _guess(store, code, step_id, ("95", "70", "45 %"), now)
    store.rooms.act(code, lambda room: start_run(room, step_id, now + timedelta(seconds=1)))
    store.rooms.act(code, lambda room: finish_run(room, step_id, outcome, now + timedelta(seconds=2)))
