"""The case drill: twins kept apart, and a table of which approaches are mixed up. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.content.choice_items import Case, CaseApproach
from core.content.models import Content
from core.quiz.answers import Picked
from core.quiz.drills import mixed
from core.quiz.log import Answered


@dataclass(frozen=True)
class Confusion:
    """How often cases that call for one approach were given another."""

    right: CaseApproach
    given: CaseApproach
    count: int


@dataclass(frozen=True)
class ConfusionTable:
    """Counts of right approach × given approach; rows and columns in the order of `CaseApproach`."""

    counts: tuple[tuple[int, ...], ...]

    def count(self, right: CaseApproach, given: CaseApproach) -> int:
        """How often `given` was the answer where `right` was called for."""
        order = list(CaseApproach)
        return self.counts[order.index(right)][order.index(given)]

    @property
    def answers(self) -> int:
        """All answers in the table."""
        return sum(map(sum, self.counts))

    @property
    def confusions(self) -> tuple[Confusion, ...]:
        """The confusions, most frequent first."""
        found = [
            Confusion(right, given, self.count(right, given))
            for right in CaseApproach
            for given in CaseApproach
            if right is not given and self.count(right, given)
        ]
        return tuple(sorted(found, key=lambda one: -one.count))


@dataclass(frozen=True)
class Twins:
    """A case beside its twin, with the words that differ."""

    case: Case
    twin: Case

    @property
    def marked(self) -> tuple[tuple[tuple[str, bool], ...], tuple[tuple[str, bool], ...]]:
        """Both situations cut into runs of words, each with whether it is a changed one."""
        return _runs(self.case), _runs(self.twin)


def confusion_table(content: Content, answers: Iterable[Answered]) -> ConfusionTable:
    """The table of answers to cases; answers to cases that no longer exist are left out."""
    count: Counter[tuple[CaseApproach, CaseApproach]] = Counter()
    for answer in answers:
        case = content.item_by_id.get(answer.item_id)
        if isinstance(case, Case) and isinstance(answer.answer, Picked) and len(answer.answer.options) == 1:
            given = answer.answer.options[0]
            if given in set(CaseApproach):
                count[case.answer, CaseApproach(given)] += 1
    return ConfusionTable(tuple(tuple(count[right, given] for given in CaseApproach) for right in CaseApproach))


def drill_order(content: Content, ids: Sequence[str], seed: str) -> tuple[str, ...]:
    """Cases in an order drawn by a seed: answers alternate where they can, and each twin comes half a drill later."""
    cases = {name: case for name in ids if isinstance(case := content.item_by_id.get(name), Case)}
    firsts: list[str] = []
    seconds: list[str] = []
    for name in mixed(tuple(cases), len(cases), seed, lambda name: cases[name].answer):
        (seconds if cases[name].twin in firsts else firsts).append(name)
    by_twin = {cases[name].twin: name for name in seconds}
    return (*firsts, *(by_twin[name] for name in firsts if name in by_twin))


def some_pairs(content: Content, ids: Sequence[str], size: int, seed: str) -> tuple[str, ...]:
    """Up to `size` cases in whole pairs, drawn by a seed, in the order of a drill."""
    order = drill_order(content, ids, seed)
    firsts = [name for place, name in enumerate(order) if _twin(content, name) not in order[:place]]
    chosen = {*firsts[: size // 2], *(_twin(content, name) for name in firsts[: size // 2])}
    return drill_order(content, [name for name in order if name in chosen], seed)


def _twin(content: Content, name: str) -> str:
    case = content.item_by_id[name]
    return case.twin if isinstance(case, Case) else ""


def pair_drill(content: Content, right: CaseApproach, given: CaseApproach, seed: str) -> tuple[str, ...]:
    """The cases that train one confusion: those that call for either approach."""
    ids = [item.id for item in content.items if isinstance(item, Case) and item.answer in (right, given)]
    return drill_order(content, ids, seed)


def twins(content: Content, case_id: str) -> Twins | None:
    """A case beside its twin; None when one of the two is no case of the bank."""
    case = content.item_by_id.get(case_id)
    twin = content.item_by_id.get(case.twin) if isinstance(case, Case) else None
    return Twins(case, twin) if isinstance(case, Case) and isinstance(twin, Case) else None


def _runs(case: Case) -> tuple[tuple[str, bool], ...]:
    found: list[tuple[str, bool]] = []
    rest = case.situation
    for words in sorted(case.changed, key=case.situation.index):
        before, _, rest = rest.partition(words)
        found += [(before, False), (words, True)]
    return tuple((text, changed) for text, changed in [*found, (rest, False)] if text)
