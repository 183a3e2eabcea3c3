"""What a workshop did besides its votes on questions: runs of the lab, decisions by the guide. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.content.agendas import GuideStep, LabStep
from core.content.lab import LabStation, Unit
from core.content.models import Content
from core.decision import Answered, Step, answer_params
from core.lab_page.words import axis_value, value_words
from core.workshop.guide import guide_walk
from core.workshop.histogram import middle_guess
from core.workshop.lab import came_out, guess_of
from core.workshop.room import NOTHING, Room
from core.workshop.votes import leaders, votes_by_option


@dataclass(frozen=True)
class RunReport:
    """A run of the lab: how many guessed, the middle guess, what came out; None stands for what there was not.

    Guess and outcome are as the run gives its figures: a share is 0..1.
    """

    station: str
    question: str
    guessed: int
    middle: float | None
    came_out: float | None
    unit: Unit

    @property
    def middle_words(self) -> str:
        """The middle guess with its unit."""
        return self._words(self.middle, halves=True)

    @property
    def came_out_words(self) -> str:
        """What came out, with its unit."""
        return self._words(self.came_out)

    def _words(self, value: float | None, *, halves: bool = False) -> str:
        return "–" if value is None else value_words(value, self.unit, halves=halves)


@dataclass(frozen=True)
class RoomAnswer:
    """What a room answered to a question of the guide: by how many votes, and whether the host had to break a tie.

    `votes` counts all who voted, `for_it` those who voted for the answer; both are None where it was decided without a
    vote.
    """

    question: str
    answer: str
    votes: int | None
    tied: bool
    for_it: int | None = None


@dataclass(frozen=True)
class Decision:
    """A case that a room decided: each question with what the room answered, and the outcomes that followed.

    `given` is the same in the form of the guide's address.
    """

    case: str
    answers: tuple[RoomAnswer, ...]
    steps: tuple[Step, ...]
    given: Mapping[str, str]

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What to do, by the outcomes' titles."""
        return tuple(step.outcome.title for step in self.steps)


def run_reports(room: Room, stations: Mapping[str, LabStation]) -> tuple[RunReport, ...]:
    """The runs that a room guessed or saw, in the order of its agenda, with steps that were left out later."""
    steps = [step for step in room.whole_agenda if isinstance(step, LabStep) and step.station in stations]
    shown = [step for step in steps if room.ballots_of(step.id) or step.id in room.lab_runs]
    return tuple(_run(room, step, stations[step.station]) for step in shown)


def decisions(room: Room, content: Content) -> tuple[Decision, ...]:
    """The cases that a room decided, or began to, in the order of its agenda, with steps that were left out later."""
    steps = [step for step in room.whole_agenda if isinstance(step, GuideStep) and room.guide_answers.get(step.id)]
    return tuple(_decision(room, step, content) for step in steps)


def decision_now(room: Room, content: Content) -> Decision | None:
    """What the room has decided so far on the case that is on; None while the step that is on is no case."""
    return _decision(room, room.step, content) if isinstance(room.step, GuideStep) else None


def _run(room: Room, step: LabStep, station: LabStation) -> RunReport:
    guess, held, run = guess_of(step, station), room.ballots_of(step.id), room.lab_runs.get(step.id)
    picks = tuple(held[-1].picks.values()) if held else ()
    middle, outcome = middle_guess(picks), run.outcome if run else None
    scale = axis_value(1.0, guess.answer.unit)
    return RunReport(
        step.station,
        guess.question,
        len(picks),
        None if middle is None else middle / scale,
        came_out(step, station, outcome) if outcome else None,
        guess.answer.unit,
    )


def _decision(room: Room, step: GuideStep, content: Content) -> Decision:
    walked = guide_walk(content, room, step)
    answers = [room_answer(room, step, one) for one in walked.answered]
    given = answer_params(content.guide, dict(room.guide_answers.get(step.id, NOTHING)))
    return Decision(step.case, tuple(answers), () if walked.asks else walked.steps, given)


def room_answer(room: Room, step: GuideStep, one: Answered) -> RoomAnswer:
    """What a room answered to a question of the guide, and by how many votes."""
    held = room.ballots_of(step.id, one.question.id)
    words = ", ".join(option.label for option in one.options)
    if not held:
        return RoomAnswer(one.question.text, words, None, False)
    counts = votes_by_option(held[-1])
    for_it = min(counts.get(option.id, 0) for option in one.options)
    return RoomAnswer(one.question.text, words, len(held[-1].picks), len(leaders(held[-1])) > 1, for_it)
