"""Counts votes: by option, right or not, and how people moved between two rounds. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.content.agendas import LabStep
from core.content.choice_items import TrueFalse
from core.content.graphs import Question
from core.content.items import AnyItem
from core.language.text import t
from core.quiz.answers import AnyAnswer, Judged, Picked
from core.quiz.guesses import is_guess
from core.quiz.marking import mark_kept
from core.workshop.figures import as_typed
from core.workshop.room import Ballot, Person, Room

EXPLAIN_BELOW, MOVE_ON_ABOVE = 0.3, 0.7
"""The bounds of peer instruction: too few right to discuss, or too many (Crouch & Mazur 2001, Am. J. Phys. 69, 970)."""

OTHER_REASON = "other-reason"
"""Stands for those who gave the right verdict for a wrong reason."""


@dataclass(frozen=True)
class Moves:
    """How those who voted in both rounds moved."""

    both: int
    wrong_to_right: int
    right_to_wrong: int


def votes_by_option(ballot: Ballot) -> dict[str, int]:
    """How many picked each option, by its id; true-false counts its verdict as `true` and `false`."""
    counted: Counter[str] = Counter()
    for answer in ballot.picks.values():
        if isinstance(answer, Picked):
            counted.update(answer.options)
        elif isinstance(answer, Judged):
            counted["true" if answer.holds else "false"] += 1
    return dict(counted)


def right_verdict(item: TrueFalse) -> str:
    """Whether the statement holds, as `votes_by_option` counts it."""
    return "true" if item.answer else "false"


def votes_by_reason(item: TrueFalse, ballot: Ballot) -> dict[str, int]:
    """As `votes_by_option`, but the right verdict is only of those who were right; `OTHER_REASON` of the others."""
    counted, verdict = votes_by_option(ballot), right_verdict(item)
    right = sum(is_right(item, answer) for answer in ballot.picks.values())
    return {**counted, verdict: right, OTHER_REASON: counted.get(verdict, 0) - right}


def is_right(item: AnyItem, answer: AnyAnswer) -> bool:
    """Whether an answer is right in full; one that no longer fits the item is not."""
    return mark_kept(item, as_typed(item, answer)).correct


def share_right(item: AnyItem, ballot: Ballot) -> float | None:
    """The share 0..1 of picks that are right; None when nobody voted."""
    if not ballot.picks:
        return None
    return sum(is_right(item, answer) for answer in ballot.picks.values()) / len(ballot.picks)


class After(StrEnum):
    """What should follow the first of two rounds."""

    EXPLAIN = "explain"
    DISCUSS = "discuss"
    MOVE_ON = "move-on"


def next_after(share: float) -> After:
    """What should follow a first round with this share 0..1 right.

    >>> str(next_after(0.29)), str(next_after(0.7)), str(next_after(0.71))
    ('explain', 'discuss', 'move-on')
    """
    if EXPLAIN_BELOW <= share <= MOVE_ON_ABOVE:
        return After.DISCUSS
    return After.EXPLAIN if share < EXPLAIN_BELOW else After.MOVE_ON


def advice(share: float, *, guess: bool = False) -> str:
    """What a host should do after the first round, of a vote or of a `guess`.

    >>> advice(0.2)[:7], advice(0.5)[:7], advice(0.8)[:7]
    ('Explain', 'Discuss', 'Show th')
    """
    match next_after(share):
        case After.EXPLAIN:
            if guess:
                return t("Explain it again, then have them guess again: too few are right for a discussion to help.")
            return t("Explain it again, then vote again: too few are right for a discussion to help.")
        case After.DISCUSS:
            if guess:
                return t("Discuss in pairs for two minutes, then guess again.")
            return t("Discuss in pairs for two minutes, then vote again.")
        case After.MOVE_ON:
            return t("Show the results, say a few words and move on: most have it.")


def moves(item: AnyItem, first: Ballot, second: Ballot) -> Moves:
    """How people moved between two rounds; those who voted once only are left out."""
    both = [person for person in first.picks if person in second.picks]
    pairs = [(is_right(item, first.picks[person]), is_right(item, second.picks[person])) for person in both]
    return Moves(len(both), pairs.count((False, True)), pairs.count((True, False)))


def said_so_far(room: Room, ballot: Ballot, there: Iterable[Person], asked: AnyItem | Question | None = None) -> str:
    """How many have voted, or guessed where a number is guessed, of those who are here or have voted and gone."""
    guess = isinstance(room.step, LabStep) or is_guess(asked)
    told = {"count": len(ballot.picks), "people": len({one.id for one in there} | ballot.picks.keys())}
    return t("{count} of {people} have guessed", **told) if guess else t("{count} of {people} have voted", **told)


def leaders(ballot: Ballot) -> tuple[str, ...]:
    """The option that most people picked; several when it is a tie, none without votes. In the order of their ids."""
    counts = votes_by_option(ballot)
    most = max(counts.values(), default=0)
    return tuple(sorted(name for name, count in counts.items() if count == most))
