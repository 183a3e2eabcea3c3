"""Sets of items for practice beside the schedule: missed, weak, by page, mixed. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from core.quiz.log import Answered, last_answers
from core.quiz.shuffled import shuffled

LAST_ANSWERS = 30
"""How many of the last answers weak spots are judged by."""
_BENEFIT_OF_DOUBT = 4
"""Right answers that are added to each node: one miss in one answer proves less than seven in 21."""

NodeOf = Callable[[str], str | None]


@dataclass(frozen=True)
class WeakSpot:
    """A node, how often it was asked lately, and the mean score 0..1."""

    node: str
    answers: int
    score: float


def missed(answers: Iterable[Answered]) -> tuple[str, ...]:
    """The items whose last answer was not right in full, in the order in which they were last asked."""
    return tuple(answer.item_id for answer in last_answers(answers) if not answer.correct)


def weak_spots(answers: Sequence[Answered], node_of: NodeOf) -> tuple[WeakSpot, ...]:
    """The nodes of the last 30 answers on which something was missed, surest weakness first; `answers` oldest first."""
    scores: dict[str, list[float]] = defaultdict(list)
    for answer in answers[-LAST_ANSWERS:]:
        node = node_of(answer.item_id)
        if node is not None:
            scores[node].append(answer.score)
    spots = [WeakSpot(node, len(found), sum(found) / len(found)) for node, found in scores.items()]
    weak = [spot for spot in spots if spot.score < 1]
    return tuple(sorted(weak, key=lambda spot: (_at_best(spot), spot.node)))


def _at_best(spot: WeakSpot) -> float:
    return (spot.score * spot.answers + _BENEFIT_OF_DOUBT) / (spot.answers + _BENEFIT_OF_DOUBT)


def weak_set(answers: Sequence[Answered], ids: Sequence[str], node_of: NodeOf) -> tuple[str, ...]:
    """The items on the weak spots: missed ones first, then the others of those nodes, weakest node first."""
    spots = [spot.node for spot in weak_spots(answers, node_of)]
    known = set(ids)
    first = [name for name in missed(answers[-LAST_ANSWERS:]) if name in known]
    rest = [name for node in spots for name in ids if node_of(name) == node and name not in first]
    return (*first, *rest)


def mixed(ids: Sequence[str], size: int, seed: str, node_of: NodeOf) -> tuple[str, ...]:
    """Up to `size` items drawn by a seed, no two on one node in a row where that can be had."""
    return interleaved(shuffled(ids, seed)[:size], node_of)


def interleaved(ids: Sequence[str], node_of: NodeOf) -> tuple[str, ...]:
    """The same items with their nodes alternating: always from the fullest node that is not the last one.

    >>> interleaved(("a1", "a2", "a3", "b1", "c1"), lambda name: name[0])
    ('a1', 'b1', 'a2', 'c1', 'a3')
    """
    heaps: dict[str | None, list[str]] = defaultdict(list)
    for name in ids:
        heaps[node_of(name)].append(name)
    taken: list[str] = []
    last: tuple[str | None, ...] = ()
    while len(taken) < len(ids):
        full = [node for node, heap in heaps.items() if heap]
        node = max([n for n in full if n not in last] or full, key=lambda name: len(heaps[name]))
        taken.append(heaps[node].pop(0))
        last = (node,)
    return tuple(taken)
