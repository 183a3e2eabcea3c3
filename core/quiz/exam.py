"""An exam: its questions, answers that are withdrawn before it is handed in, and its marks by node. Pure."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from core.content.models import Content
from core.quiz.answers import SELF_GRADED, AnyAnswer
from core.quiz.decks import node_of, reviewable_ids
from core.quiz.drill_sets import fresh_numbers, node_name
from core.quiz.drills import mixed
from core.quiz.generated import FAMILIES, find_item
from core.quiz.mark import Mark
from core.quiz.quiz import Quiz, marks

LONGEST_S = 86_400.0
"""More seconds than a day are not counted for one item."""


@dataclass(frozen=True)
class Topic:
    """A page of the chapter, and the items on it that an exam can ask; families stand for fresh items."""

    page: str
    item_ids: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True)
class NodeScore:
    """What was earned on one node: its name, its questions, those right in full, and the mean credit 0..1."""

    name: str
    questions: int
    right: int
    score: float


def topics(content: Content) -> tuple[Topic, ...]:
    """What an exam can ask, by page in the order of the chapter."""
    pages = {section.id: section.page.value for section in content.chapter.sections}
    ids: dict[str, list[str]] = {page: [] for page in pages.values()}
    families: dict[str, list[str]] = {page: [] for page in pages.values()}
    for name in reviewable_ids(content):
        item = find_item(content, name)
        if item is None or item.kind in SELF_GRADED:
            continue  # an exam shows no answer before it is handed in
        family = name.partition("~")[0]
        page = pages[item.source]
        if family in FAMILIES and family not in families[page]:
            families[page].append(family)
        elif family not in FAMILIES:
            ids[page].append(name)
    found = (Topic(page, tuple(ids[page]), tuple(families[page])) for page in ids)
    return tuple(topic for topic in found if topic.item_ids or topic.families)


def exam_ids(content: Content, pages: Collection[str], size: int, seed: int) -> tuple[str, ...]:
    """Up to `size` items on these pages, drawn by a seed, nodes alternating; families give one fresh item each.

    Where the bank has too few, fresh numbers fill up.
    """
    chosen = [topic for topic in topics(content) if topic.page in pages]
    families = [family for topic in chosen for family in topic.families]
    bank = [name for topic in chosen for name in topic.item_ids]
    numbers = fresh_numbers(families, max(len(families), size - len(bank)), seed) if families else ()
    return mixed((*bank, *numbers), size, str(seed), node_of(content))


def withdrawn(quiz: Quiz, item_id: str, draft: AnyAnswer | None = None) -> Quiz:
    """The exam without its response to an item, until it is handed in; `draft` is what there is of another one."""
    here = {"draft": draft, "sure": None} if quiz.item_id == item_id else {}
    if quiz.submitted or (item_id not in quiz.responses and (not here or draft == quiz.draft)):
        return quiz
    left = {name: response for name, response in quiz.responses.items() if name != item_id}
    return quiz.model_copy(update={"responses": left, **here})


def spent(quiz: Quiz, item_id: str, seconds: float) -> Quiz:
    """The exam with `seconds` more spent on an item; unchanged once it is handed in."""
    if quiz.submitted or item_id not in quiz.item_ids or seconds <= 0:
        return quiz
    whole = min(quiz.spent.get(item_id, 0.0) + seconds, LONGEST_S)
    return quiz.model_copy(update={"spent": {**quiz.spent, item_id: round(whole, 1)}})


def time_taken(quiz: Quiz) -> timedelta:
    """From the start to the moment at which it was handed in; nothing before that."""
    return max(quiz.submitted - quiz.started, timedelta()) if quiz.submitted else timedelta()


def score_by_node(content: Content, quiz: Quiz) -> tuple[NodeScore, ...]:
    """The marks of a quiz that is over by the node that its items are about, weakest first."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for name, mark in marks(quiz, content).items():
        item = find_item(content, name)
        if item is not None:
            found[item.node].append(mark)
    scores = (
        NodeScore(node_name(content, node), len(m), sum(one.correct for one in m), sum(one.score for one in m) / len(m))
        for node, m in found.items()
    )
    return tuple(sorted(scores, key=lambda one: (one.score, one.name)))
