"""The results of a workshop: per question how many answered, how many were right, how they moved. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from core.content.agendas import VoteStep
from core.content.items import AnyItem
from core.content.models import Content
from core.content.typed_items import PredictNumber
from core.quiz.answers import AnyAnswer
from core.workshop.histogram import middle_guess
from core.workshop.picks import answer_words
from core.workshop.room import Ballot, Person, Room
from core.workshop.shown import Decision, RunReport, decisions, run_reports
from core.workshop.votes import Moves, is_right, moves, share_right


@dataclass(frozen=True)
class QuestionReport:
    """One question that was voted on. `shares` are the shares right 0..1 by round, None where nobody voted.

    `middle` is the middle guess of the last round, in `unit`; None where no number was guessed.
    """

    step: str
    item_id: str
    question: str
    answer: str
    voters: tuple[int, ...]
    shares: tuple[float | None, ...]
    moves: Moves | None
    middle: float | None = None
    unit: str = ""

    @property
    def hardness(self) -> float:
        """The share wrong in the first round that had votes, 0..1; hardest first is by this. Without votes it is -1."""
        return next((1 - share for share in self.shares if share is not None), -1.0)


@dataclass(frozen=True)
class PersonReport:
    """One participant: of how many questions they answered, how many were right at the end."""

    name: str
    answered: int
    right: int


@dataclass(frozen=True)
class WorkshopReport:
    """The whole, with questions hardest first; runs of the lab and decisions in the order of the agenda.

    `people` are all who took part, with those who were sent out, whose votes count; `removed` is how many these are.
    `asked` are the room's questions, most votes first: the text, how many voted for it, whether it was answered.
    `began` is the end of the lobby, `away` how long it was closed or left alone before it was taken up again.
    """

    title: str
    code: str
    opened: datetime
    began: datetime
    ended: datetime | None
    people: int
    removed: int
    questions: tuple[QuestionReport, ...]
    persons: tuple[PersonReport, ...]
    asked: tuple[tuple[str, int, bool], ...]
    away: timedelta = timedelta()
    runs: tuple[RunReport, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def by_clock_of(self, zone: tzinfo) -> "WorkshopReport":
        """The same report with its times as a clock of a zone shows them."""
        ended = self.ended and self.ended.astimezone(zone)
        return replace(self, opened=self.opened.astimezone(zone), began=self.began.astimezone(zone), ended=ended)


def whole_report(room: Room, content: Content) -> WorkshopReport:
    """The report of a room with what it saw the lab do and what it decided."""
    report = workshop_report(room, content.item_by_id)
    return replace(report, runs=run_reports(room, content.lab_by_id), decisions=decisions(room, content))


def workshop_report(room: Room, items: Mapping[str, AnyItem]) -> WorkshopReport:
    """The report of a room's votes, on steps too that its host left out later; without items that the bank lost."""
    held = [(step, room.ballots_of(step.id)) for step in _votes(room, items)]
    found = [_question(step, items[step.item], ballots) for step, ballots in held if ballots]
    hardest = tuple(sorted(found, key=lambda one: (-one.hardness, one.step)))
    asked = sorted(room.questions.values(), key=lambda one: (-len(one.upvoters), one.asked))
    came = [person for person in room.people.values() if person.took_part]
    return WorkshopReport(
        title=room.title,
        code=room.code,
        opened=room.opened,
        began=room.since,
        ended=room.closed,
        people=len(came),
        removed=sum(person.removed for person in came),
        questions=hardest,
        persons=_persons(came, room, items),
        asked=tuple((one.text, len(one.upvoters), one.answered) for one in asked),
        away=room.away,
    )


def answered_items(room: Room, person: str, items: Mapping[str, AnyItem]) -> tuple[str, ...]:
    """Ids of the items that a person voted on in any round, in the order of the agenda."""
    return tuple(_last_picks(room, person, items))


def missed_items(room: Room, person: str, items: Mapping[str, AnyItem]) -> tuple[str, ...]:
    """Ids of the items that a person had wrong at the end, in the order of the agenda."""
    picks = _last_picks(room, person, items)
    return tuple(name for name, pick in picks.items() if not is_right(items[name], pick))


def _votes(room: Room, items: Mapping[str, AnyItem]) -> list[VoteStep]:
    return [step for step in room.whole_agenda if isinstance(step, VoteStep) and step.item in items]


def _last_picks(room: Room, person: str, items: Mapping[str, AnyItem]) -> dict[str, AnyAnswer]:
    held = [(step.item, ballot) for step in _votes(room, items) for ballot in room.ballots_of(step.id)]
    return {name: ballot.picks[person] for name, ballot in held if person in ballot.picks}


def _question(step: VoteStep, item: AnyItem, ballots: tuple[Ballot, ...]) -> QuestionReport:
    moved = moves(item, ballots[0], ballots[1]) if len(ballots) > 1 else None
    voters = tuple(len(ballot.picks) for ballot in ballots)
    shares = tuple(share_right(item, ballot) for ballot in ballots)
    report = QuestionReport(step.id, step.item, item.stem, answer_words(item), voters, shares, moved)
    if not isinstance(item, PredictNumber):
        return report
    return replace(report, middle=middle_guess(tuple(ballots[-1].picks.values())), unit=item.unit)


def _persons(came: Sequence[Person], room: Room, items: Mapping[str, AnyItem]) -> tuple[PersonReport, ...]:
    reports = []
    for person in (one for one in came if not one.removed):
        picks = _last_picks(room, person.id, items)
        right = sum(is_right(items[name], pick) for name, pick in picks.items())
        reports.append(PersonReport(person.name, len(picks), right))
    return tuple(reports)
