"""Groups related places by what one does there, as a page lists them. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.content.pages import Page
from core.join.entity import Kind, Place
from core.language.text import marked


@dataclass(frozen=True)
class Group:
    """A heading, its Material symbol, and the kinds that are listed under it."""

    title: str
    icon: str
    kinds: tuple[Kind, ...]


GROUPS = (
    Group(marked("In the chapter"), "menu_book", (Kind.STAGE, Kind.BLOCK, Kind.PITFALL)),
    Group(marked("What the chapter says"), "format_quote", (Kind.CLAIM,)),
    Group(marked("Decide"), "alt_route", (Kind.OUTCOME, Kind.QUESTION, Kind.NODE, Kind.APPROACH)),
    Group(marked("Calculators"), "calculate", (Kind.CALCULATOR,)),
    Group(marked("Questions"), "quiz", (Kind.ITEM,)),
    Group(marked("Cases"), "compare", (Kind.CASE,)),
    Group(marked("Interview"), "record_voice_over", (Kind.INTERVIEW,)),
    Group(marked("Lab"), "science", (Kind.STATION,)),
    Group(marked("Glossary"), "dictionary", (Kind.TERM,)),
    Group(marked("Workshop"), "co_present", (Kind.STEP,)),
)
"""Every kind but pages, each in one group, in the order in which a learner would take them."""


PAGES = Group(marked("Pages"), "article", (Kind.PAGE,))
Grouped = tuple[tuple[Group, tuple[Place, ...]], ...]


def grouped(found: Iterable[Place], open_pages: Collection[Page]) -> Grouped:
    """The places by group, in their order; without pages that are not open, and without groups that are empty."""
    return _grouped(found, open_pages, GROUPS)


def grouped_hits(found: Iterable[Place], open_pages: Collection[Page]) -> Grouped:
    """The places that a search found by group, pages too, the group with the best first."""
    hits = tuple(found)
    ranks = {place.entity: rank for rank, place in enumerate(hits)}
    groups = _grouped(hits, open_pages, (PAGES, *GROUPS))
    return tuple(sorted(groups, key=lambda group: ranks[group[1][0].entity]))


def _grouped(found: Iterable[Place], open_pages: Collection[Page], groups: Iterable[Group]) -> Grouped:
    there = [place for place in found if place.page in open_pages]
    parts = ((group, tuple(place for place in there if place.entity.kind in group.kinds)) for group in groups)
    return tuple((group, part) for group, part in parts if part)


def clipped(text: str, most: int = 96) -> str:
    """A text cut at a word, with an ellipsis, when it is longer than `most` characters.

    >>> clipped("A support bot gives poor answers", 20)
    'A support bot gives…'
    >>> clipped("5,000 pairs take about … hours", 27)
    '5,000 pairs take about…'
    """
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0].rstrip(",;:.… ") + "…"
