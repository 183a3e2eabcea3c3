"""Walks the decision guide: from the answers so far to what is asked next, what follows, and what is lit. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from core.content.graphs import Graph, Guide, Option, Outcome, Question
from core.diagram.lighting import Lighting, Pair
from core.language.text import t

UNSURE = "unsure"
"""The answer "I do not know": the walk goes on with the option that the question says to assume."""

Answers = Mapping[str, tuple[str, ...]]
"""Question id → the ids of the options chosen; one, unless the question takes many."""


@dataclass(frozen=True)
class Answered:
    """A question on the way, with the options that were taken."""

    question: Question
    options: tuple[Option, ...]
    assumed: bool = False


@dataclass(frozen=True)
class Step:
    """An outcome that is due, with the answers that led to it and the one that would flip it, if one can."""

    outcome: Outcome
    because: tuple[Answered, ...]
    flip: "Flip | None"

    @property
    def cautions(self) -> tuple[str, ...]:
        """What has to be said of the answers that led here: those that do not suit the outcome, and those not known."""
        unsuited = tuple(option.caution for one in self.because for option in one.options if option.caution)
        unknown = [one.question.text for one in self.because if one.assumed]
        return unsuited + tuple(
            t("This rests on what you do not know yet: “{question}”", question=question) for question in unknown
        )


@dataclass(frozen=True)
class Flip:
    """One other answer that would lead elsewhere."""

    question: Question
    given: Option
    instead: Option
    leads_to: Outcome | Question


@dataclass(frozen=True)
class Walk:
    """How far the answers lead: `steps` is complete, cheapest first, once `asks` is None."""

    answered: tuple[Answered, ...]
    asks: Question | None
    steps: tuple[Step, ...]
    lighting: Lighting


def parse_answers(guide: Guide, params: Mapping[str, str]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The answers in an address, and a sentence for each part that was ignored.

    >>> from core.content.loader import load_content
    >>> parse_answers(load_content().guide, {"problem": "knowledge,tea"})[0]
    {'problem': ('knowledge',)}
    """
    answers, ignored = {}, []
    for question in guide.questions:
        if question.id not in params:
            continue
        given = tuple(dict.fromkeys(params[question.id].split(",")))
        known = [option.id for option in question.options] + ([UNSURE] if question.unsure else [])
        kept = tuple(name for name in known if name in given)
        if len(kept) < len(given) or (len(kept) > 1 and not question.many):
            ignored.append(
                t(
                    "The address has an answer to “{question}” that the guide does not know. It was ignored.",
                    question=question.text,
                )
            )
        if kept and (question.many or len(kept) == 1):
            answers[question.id] = kept
    return answers, tuple(ignored)


def answer_params(guide: Guide, answers: Answers) -> dict[str, str]:
    """The address's form of the answers, in the order of the guide."""
    return {q.id: ",".join(answers[q.id]) for q in guide.questions if q.id in answers}


def walk(guide: Guide, graph: Graph, answers: Answers) -> Walk:
    """Where the answers lead. Answers to questions off the path are kept by the caller and ignored here."""
    branches = list(_branches(guide, answers))
    open_branches = [branch for branch in branches if branch.asks]
    asks = open_branches[0].asks if open_branches else None
    answered = _merged(a for branch in branches for a in branch.answered)
    steps = () if asks else _steps(guide, branches)
    here = asks.node if asks else (steps[0].outcome.node if steps else None)
    return Walk(answered, asks, steps, _lighting(graph, branches, answered, here))


@dataclass(frozen=True)
class _Branch:
    """One way through the guide, from the first question to what is asked on it, or to where it ends."""

    answered: tuple[Answered, ...]
    nodes: tuple[str, ...]
    asks: Question | None
    outcome: Outcome | None


def _branches(guide: Guide, answers: Answers) -> Iterator[_Branch]:
    first = guide.question(guide.first)
    if first is not None:
        yield from _follow(guide, answers, first, _Branch((), (first.node,), first, None))


def _follow(guide: Guide, answers: Answers, question: Question, so_far: _Branch) -> Iterator[_Branch]:
    options, assumed = _chosen(question, answers.get(question.id, ()))
    if not options:
        yield so_far
        return
    for option in options:
        target = guide.question(option.leads_to)
        outcome = guide.outcome(option.leads_to)
        end = target.node if target else outcome.node if outcome else question.node
        nodes = (*so_far.nodes, *option.path, end)
        branch = _Branch((*so_far.answered, Answered(question, (option,), assumed)), nodes, target, outcome)
        if target:
            yield from _follow(guide, answers, target, branch)
        else:
            yield branch


def _chosen(question: Question, given: tuple[str, ...]) -> tuple[tuple[Option, ...], bool]:
    if UNSURE in given and question.unsure:
        return (question.option(question.unsure.assume),), True
    return tuple(option for option in question.options if option.id in given), False


def _steps(guide: Guide, branches: list[_Branch]) -> tuple[Step, ...]:
    due: dict[str, Step] = {}
    for branch in branches:
        if branch.outcome is None:
            continue
        earlier = due.get(branch.outcome.id)
        because = _merged((*(earlier.because if earlier else ()), *branch.answered))
        flip = None if earlier else _flip(guide, branch)  # where two problems led there, no one answer leads away
        due[branch.outcome.id] = Step(branch.outcome, because, flip)
    return tuple(sorted(due.values(), key=lambda step: step.outcome.order))


def _merged(answered: Iterable[Answered]) -> tuple[Answered, ...]:
    """One entry per question, with the options that the branches took together."""
    merged: dict[str, Answered] = {}
    for one in answered:
        earlier = merged.get(one.question.id)
        options = dict.fromkeys((*(earlier.options if earlier else ()), *one.options))
        merged[one.question.id] = Answered(one.question, tuple(options), one.assumed)
    return tuple(merged.values())


def _flip(guide: Guide, branch: _Branch) -> Flip | None:
    """The last answer on the branch of which another option leads to another place."""
    for answered in reversed(branch.answered):
        if answered.question.many:
            continue
        given = answered.options[0]
        for option in answered.question.options:
            target = guide.outcome(option.leads_to) or guide.question(option.leads_to)
            if option.id != given.id and target and target != branch.outcome:
                return Flip(answered.question, given, option, target)
    return None


def _lighting(graph: Graph, branches: list[_Branch], answered: tuple[Answered, ...], here: str | None) -> Lighting:
    entry = [edge.start for edge in graph.edges if branches and edge.end == branches[0].nodes[0]]
    ways = [(*entry, *branch.nodes) for branch in branches]
    path_nodes = frozenset(node for way in ways for node in way)
    path_edges = frozenset(pair for way in ways for pair in pairwise(way))
    decided = {a.question.node for a in answered}
    alive = _reachable(graph, path_edges, decided, here, ways)
    dead_nodes = frozenset(node.id for node in graph.nodes) - alive - path_nodes
    closed = {(e.start, e.end) for e in graph.edges if not {e.start, e.end} <= alive or e.start in decided}
    dead_edges = frozenset(closed - path_edges)
    return Lighting(here, path_nodes, path_edges, dead_nodes, dead_edges)


def _reachable(
    graph: Graph, path_edges: frozenset[Pair], decided: set[str], here: str | None, ways: list[tuple[str, ...]]
) -> frozenset[str]:
    """Nodes that the answers leave open: from an answered question only the chosen edges lead on."""
    open_ids = [way[0] for way in ways] or ([here] if here else [])
    alive: set[str] = set()
    while open_ids:
        node = open_ids.pop()
        if node in alive:
            continue
        alive.add(node)
        open_ids += [
            e.end for e in graph.edges if e.start == node and (node not in decided or (node, e.end) in path_edges)
        ]
    return frozenset(alive)
