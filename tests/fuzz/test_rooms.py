"""Whatever a host and their people do, in any order and at any time: the room refuses it in words, or goes on."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from core.content.agendas import LabStep, VoteStep
from core.content.graphs import Question
from core.content.items import AnyItem
from core.export.workshop_csv import report_csv
from core.export.workshop_report import report_markdown
from core.quiz.answers import AnyAnswer, Judged, Picked, SelfGraded, Typed
from core.workshop import host, participant, resume
from core.workshop.apply import apply, room_of
from core.workshop.errors import WorkshopError
from core.workshop.events import AnyEvent, Events, Pace, event_json, read_event
from core.workshop.guide import take_back, write_case
from core.workshop.lab import finish_run, guess_bounds, guess_item, guess_of
from core.workshop.lab_events import LabOutcome
from core.workshop.left_out import leave_out, put_back
from core.workshop.letting_back import let_back
from core.workshop.minutes import set_minutes
from core.workshop.next_act import acts_back, next_act, other_act, tie_acts
from core.workshop.picks import option_words
from core.workshop.report import whole_report
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from tests.read_once import load_content

CONTENT = load_content()
START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PEOPLE = ("ada", "bob", "eve")
OUTCOME = LabOutcome(recorded=True, seed=1, figures={})

Turn = tuple[int, int, int, str]
"""Which act, two numbers that it reads as it likes, and what somebody wrote."""
TEXTS = ("", "Ada", "Bob", "5", "1e-320")
ACTS_EACH = 200


def _presses(room: Room, turn: Turn, now: datetime) -> Events:
    """One of the buttons that the host sees."""
    found = [next_act(CONTENT, room, now), other_act(CONTENT, room, now)]
    acts = [act for act in (*found, *acts_back(CONTENT, room, now), *tie_acts(CONTENT, room, now)) if act]
    return acts[turn[1] % len(acts)].act(room, now) if acts else ()


def _leads(room: Room, turn: Turn, now: datetime) -> Events:
    """A host's act that is no button of the step, or one that came late."""
    _, one, two, text = turn
    step = room.whole_agenda[(10 * one + two) % len(room.whole_agenda)].id
    person, question = PEOPLE[one % 3], CONTENT.guide.questions[two % len(CONTENT.guide.questions)].id
    acts: list[Callable[[], Events]] = [
        lambda: host.show(room, step, now),
        lambda: host.move(room, 1 if two % 2 else -1, now),
        lambda: host.open_vote(room, room.step_id, now),
        lambda: host.open_guide_vote(room, room.step_id, question, now),
        lambda: host.prolong_vote(room, now),
        lambda: host.show_results(room, now),
        lambda: resume.hide_results(room, room.step_id, now),
        lambda: resume.go_on_voting(room, room.step_id, now),
        lambda: resume.vote_again(room, room.step_id, now),
        lambda: host.move_step(room, step, 1 if two % 2 else -1, now),
        lambda: leave_out(room, step, now) if one == two else (),
        lambda: put_back(room, step, now),
        lambda: set_minutes(room, step, two, now),
        lambda: write_case(room, step, text, now),
        lambda: take_back(room, room.step_id, question, now),
        lambda: finish_run(room, room.step_id, OUTCOME, now),
        lambda: host.set_blank(room, bool(two % 2), now),
        lambda: host.set_lock(room, bool(two % 2), now),
        lambda: host.set_voice(room, bool(one % 2), bool(two % 2), now),
        lambda: host.mark_answered(room, f"q{two}", now),
        lambda: host.drop_question(room, f"q{two}", now),
        lambda: host.return_question(room, f"q{one}", now),
        lambda: host.remove(room, person, now) if one == two else (),
        lambda: let_back(room, person, now),
        lambda: host.close(room, now) if one == two else (),
        lambda: host.reopen(room, now),
    ]
    return acts[turn[0] % len(acts)]()


def _takes_part(room: Room, turn: Turn, now: datetime) -> Events:
    """Somebody joins, leaves, asks, or says how the speed feels."""
    _, one, two, text = turn
    person = PEOPLE[one % 3]
    acts: list[Callable[[], Events]] = [
        lambda: participant.join(room, person, text, now),
        lambda: participant.rename(room, person, text, now),
        lambda: participant.leave(room, person, now) if one == two else (),
        lambda: participant.ask(room, person, f"q{two}", text, now),
        lambda: participant.upvote(room, person, f"q{two}", bool(one % 2), now),
        lambda: participant.feel(room, person, tuple(Pace)[two % 3], now),
    ]
    return acts[turn[0] % len(acts)]()


def _votes(room: Room, turn: Turn, now: datetime) -> Events:
    """A vote on what is asked, or on what was asked before; right, wrong, or of another kind."""
    _, one, two, text = turn
    ballots = list(room.ballots.values())
    if not ballots:
        return ()
    ballot = ballots[-1 - (two % len(ballots) if two > 6 else 0)]
    asked, bounds = _asked(room, ballot.step, ballot.question)
    voted = Voted(at=now, ballot=ballot.id, person=PEOPLE[one % 3], answer=_answer(asked, two, text))
    return participant.vote(room, voted, asked, bounds)


def _asked(room: Room, step_id: str, question: str | None) -> tuple[AnyItem | Question, tuple[float, float] | None]:
    step = next(one for one in room.whole_agenda if one.id == step_id)
    if isinstance(step, VoteStep):
        return CONTENT.item_by_id[step.item], None
    if isinstance(step, LabStep):
        station = next(one for one in CONTENT.lab if one.id == step.station)
        return guess_item(step, station, 0.0), guess_bounds(guess_of(step, station))
    return next(one for one in CONTENT.guide.questions if one.id == question), None


def _answer(asked: AnyItem | Question, number: int, text: str) -> AnyAnswer:
    options = tuple(option_words(asked))
    if number > 7:
        return SelfGraded(rating=3) if number > 8 else Judged(holds=True)
    return Picked(options=options[number % len(options) :][:1]) if options else Typed(text=text)


ACTS = (_presses, _presses, _presses, _leads, _takes_part, _votes, _votes)
PAUSES_S = (0, 1, 1, 3, 6, 10, 60, 600)


def _check(room: Room, log: list[AnyEvent], now: datetime) -> None:
    assert room.version == len(log)
    assert room.step_id in {step.id for step in room.steps}
    assert sum(ballot.is_open(now) for ballot in room.ballots.values()) <= (0 if room.closed else 1)
    assert {one for ballot in room.ballots.values() for one in ballot.picks} <= set(room.people)
    assert len({person.name for person in room.present}) == len(room.present)


@pytest.mark.parametrize("seed", range(24))
def test_any_course_of_a_workshop_can_be_replayed_and_reported(seed: int) -> None:
    chance, now = Random(seed), START
    agenda = CONTENT.agendas[seed % len(CONTENT.agendas)]
    log: list[AnyEvent] = [host.open_room("ABC-234", agenda, "en", now)]
    room = room_of(log)
    for _ in range(ACTS_EACH):
        turn = (chance.randrange(100), chance.randrange(10), chance.randrange(10), chance.choice(TEXTS))
        now += timedelta(seconds=chance.choice(PAUSES_S))
        try:
            events = chance.choice(ACTS)(room, turn, now)
        except WorkshopError as refusal:
            assert str(refusal)
            continue
        for event in events:
            log.append(event)
            room = apply(room, event)
        _check(room, log, now)
    assert room_of(read_event(event_json(event)) for event in log) == room
    report = whole_report(room, CONTENT)
    assert report_markdown(report, names=True) and report_csv(report, names=True)
