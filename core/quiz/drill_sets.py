"""Sets to drill by the name that an address gives them: what is in them, and a draw of them. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from core.content.models import Content
from core.content.pages import Page
from core.language.text import marked
from core.quiz.calibration import sure_but_wrong
from core.quiz.decks import node_of, reviewable_ids
from core.quiz.drills import missed, mixed, weak_set
from core.quiz.families.family import MAX_SEED
from core.quiz.generated import FAMILIES, find_item, generated_item
from core.quiz.log import Answered

SIZES = (5, 10, 20, 40)
"""How many questions a drill or an exam can have."""
_PAGES = {Page.START.value: marked("The chapter in short")} | {
    page.lower(): page
    for page in (
        marked("Pipeline"),
        marked("Decide"),
        marked("Compare"),
        marked("Fine-tuning"),
        marked("Alignment"),
        marked("Pitfalls"),
        marked("Takeaways"),
    )
}
_MOST_TRIES = 400
"""Enough draws to find the last of 48 questions, all that `labelling-hours` has, in 3,999 of 4,000 cases."""
ENDLESS = 1_000_000
"""The size of a set whose items are made as they are asked for."""


class SetKind(StrEnum):
    """What a drill is for."""

    MISSED = "missed"
    WEAK = "weak"
    MIXED = "mixed"
    NUMBERS = "numbers"
    PAGE = "page"
    NODE = "node"


KIND_TITLES = {
    SetKind.MISSED: marked("Missed only"),
    SetKind.WEAK: marked("Weak spots"),
    SetKind.MIXED: marked("Mixed"),
    SetKind.NUMBERS: marked("Fresh numbers"),
    SetKind.PAGE: marked("One page"),
    SetKind.NODE: marked("One step or decision"),
}
"""What each kind is called."""


@dataclass(frozen=True)
class DrillSet:
    """A set by its kind and, where the kind has parts, one of them: a page, a node, a family of numbers."""

    kind: SetKind
    part: str = ""

    def __str__(self) -> str:
        """Its name in an address."""
        return f"{self.kind.value}:{self.part}" if self.part else self.kind.value


def read_set(content: Content, text: str) -> DrillSet | None:
    """The set with that name; None when there is no such set.

    >>> from core.content.loader import load_content
    >>> read_set(load_content(), "node:rag"), read_set(load_content(), "node:tea")
    (DrillSet(kind=<SetKind.NODE: 'node'>, part='rag'), None)
    """
    kind, _, part = text.partition(":")
    if kind not in set(SetKind):
        return None
    found = DrillSet(SetKind(kind), part)
    known = [name for name, _ in parts(content, found.kind)]
    if part:
        return found if part in known else None
    return None if found.kind in (SetKind.PAGE, SetKind.NODE) else found


def parts(content: Content, kind: SetKind) -> tuple[tuple[str, str], ...]:
    """The non-empty parts of a kind, each with its title; pages and nodes in the order of learning."""
    if kind is SetKind.NUMBERS:
        return tuple((family.id, family.title) for family in FAMILIES.values())
    if kind is SetKind.NODE:
        nodes = dict.fromkeys(filter(None, map(node_of(content), reviewable_ids(content))))
        return tuple((node, node_name(content, node)) for node in nodes)
    if kind is SetKind.PAGE:
        pages = dict.fromkeys(_page(content, name) for name in reviewable_ids(content))
        return tuple((page, page_name(page)) for page in sorted(pages, key=_page_order(content).index))
    return ()


def title_of(content: Content, drill: DrillSet) -> str:
    """The title of a set, in English."""
    return dict(parts(content, drill.kind)).get(drill.part) or KIND_TITLES[drill.kind]


def node_name(content: Content, node: str) -> str:
    """A node's name on lists; its id when no graph has it.

    The pipeline's names come first: they are the shorter ones.
    """
    graphs = sorted(content.graphs, key=lambda graph: graph.id != "pipeline")
    return next((found.list_name for graph in graphs for found in graph.nodes if found.id == node), node)


def page_name(page: str) -> str:
    """A page's name on a list, in English.

    >>> page_name("fine-tuning"), page_name("start")
    ('Fine-tuning', 'The chapter in short')
    """
    return _PAGES.get(page, page.capitalize())


def set_size(content: Content, drill: DrillSet, recent: Sequence[Answered]) -> int:
    """How many items a set has for a learner with these latest answers, oldest first."""
    return ENDLESS if drill.kind is SetKind.NUMBERS else len(_pool(content, drill, recent))


def draw_set(content: Content, drill: DrillSet, recent: Sequence[Answered], size: int, seed: int) -> tuple[str, ...]:
    """Up to `size` items of a set; the same seed draws the same ones.

    Missed ones come latest first, those that the learner was sure of before the others, and weak ones weakest first;
    all others are drawn by the seed, nodes alternating.
    """
    if drill.kind is SetKind.NUMBERS:
        return fresh_numbers((drill.part,) if drill.part else tuple(FAMILIES), size, seed)
    pool = _pool(content, drill, recent)
    if drill.kind in (SetKind.MISSED, SetKind.WEAK):
        return pool[:size]
    return mixed(pool, size, str(seed), node_of(content))


def fresh_numbers(families: Sequence[str], size: int, seed: int, before: Collection[str] = ()) -> tuple[str, ...]:
    """Generated items, the families in turn, each with a seed of its own drawn from `seed`.

    Nothing is asked twice, nor anew after `before`, the items of the last drill, while its family has others left.

    >>> fresh_numbers(("run-cost", "labelling-hours"), 3, 7)
    ('run-cost~672286919', 'labelling-hours~36274672', 'run-cost~447453636')
    """
    asked: dict[str, set[str]] = {family: set() for family in families}
    earlier = {family: {_question(name) for name in before if name.startswith(f"{family}~")} for family in families}
    in_turn = (families[place % len(families)] for place in range(size))
    return tuple(
        _unasked(family, (earlier[family], asked[family]), f"{seed}~{place}") for place, family in enumerate(in_turn)
    )


def _unasked(family: str, barred: tuple[set[str], set[str]], seed: str) -> str:
    """A generated item whose question is not barred; the question is then barred for the next item.

    Once there is no other, the questions of the first are free again, and after them those of the last.
    """
    earlier, asked = barred
    for tries in range(_MOST_TRIES):
        name = f"{family}~{_drawn(seed + tries * '~')}"
        question = _question(name)
        if question not in earlier and question not in asked:
            asked.add(question)
            return name
    (earlier or asked).clear()
    return _unasked(family, barred, seed)


def _question(name: str) -> str:
    item = generated_item(name)
    return item.question if item else name


def _drawn(seed: str) -> int:
    return int.from_bytes(sha256(seed.encode()).digest()[:8]) % (MAX_SEED + 1)


def missed_though_sure(recent: Sequence[Answered]) -> frozenset[str]:
    """The missed items of which the learner was sure: corrected, they stick best."""
    return frozenset(sure_but_wrong(recent)) & frozenset(missed(recent))


def _pool(content: Content, drill: DrillSet, recent: Sequence[Answered]) -> tuple[str, ...]:
    ids = reviewable_ids(content)
    if drill.kind is SetKind.MISSED:
        sure, latest_first = missed_though_sure(recent), missed(recent)[::-1]
        names = sorted(latest_first, key=lambda name: name not in sure)
        return tuple(name for name in names if _asked(content, name))
    if drill.kind is SetKind.WEAK:
        return weak_set(recent, ids, node_of(content))
    if drill.kind is SetKind.PAGE:
        return tuple(name for name in ids if _page(content, name) == drill.part)
    if drill.kind is SetKind.NODE:
        return tuple(name for name in ids if node_of(content)(name) == drill.part)
    return ids


def _asked(content: Content, name: str) -> bool:
    item = find_item(content, name)
    return item is not None and item.kind != "free-answer"


def _page(content: Content, name: str) -> str:
    item = find_item(content, name)
    section = content.section_by_id.get(item.source) if item else None
    return section.page.value if section else ""


def _page_order(content: Content) -> list[str]:
    return [section.page.value for section in content.chapter.sections]
