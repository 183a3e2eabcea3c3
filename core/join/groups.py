"""Related places in groups by what one does there, as a page lists them. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.content.pages import Page
from core.join.entity import Kind, Place


@dataclass(frozen=True)
class Group:
    """A heading, its Material symbol, and the kinds that stand under it."""

    title: str
    icon: str
    kinds: tuple[Kind, ...]


GROUPS = (
    Group("In the chapter", "menu_book", (Kind.STAGE, Kind.BLOCK, Kind.PITFALL)),
    Group("What the chapter says", "format_quote", (Kind.CLAIM,)),
    Group("Decide", "alt_route", (Kind.OUTCOME, Kind.QUESTION, Kind.NODE, Kind.APPROACH)),
    Group("Calculators", "calculate", (Kind.CALCULATOR,)),
    Group("Questions", "quiz", (Kind.ITEM,)),
    Group("Cases", "compare", (Kind.CASE,)),
    Group("Interview", "record_voice_over", (Kind.INTERVIEW,)),
    Group("Lab", "science", (Kind.STATION,)),
    Group("Glossary", "dictionary", (Kind.TERM,)),
    Group("Workshop", "co_present", (Kind.STEP,)),
)
"""Every kind but pages, each in one group, in the order in which a learner would take them."""


def grouped(found: Iterable[Place], open_pages: Collection[Page]) -> tuple[tuple[Group, tuple[Place, ...]], ...]:
    """The places by group, in their order; without pages that are not open, and without groups that are empty."""
    there = [place for place in found if place.page in open_pages]
    parts = ((group, tuple(place for place in there if place.entity.kind in group.kinds)) for group in GROUPS)
    return tuple((group, part) for group, part in parts if part)


def clipped(text: str, most: int = 96) -> str:
    """A text cut at a word, with an ellipsis, when it is longer than `most` characters.

    >>> clipped("A support bot gives poor answers", 20)
    'A support bot gives…'
    """
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0].rstrip(",;:. ") + "…"
