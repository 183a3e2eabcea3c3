"""A content with what belongs together in it and the index to search it by, each made when first asked for. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from core.content.models import Content
from core.content.reference import Reference
from core.join.entity import Place
from core.join.join import Join, join_of
from core.language.in_force import speaking
from core.search.chosen import with_chosen
from core.search.documents import documents
from core.search.german import german_stem
from core.search.index import Index, index_of
from core.text.stemming import stem

_STEMS = {"de": german_stem}


@dataclass(frozen=True)
class Course:
    """The content of one language, and the tables of its calculators; visitors share it."""

    content: Content
    tables: Reference

    @cached_property
    def join(self) -> Join:
        """What is related in this content, by `join_of`."""
        with speaking(self.content.language):
            return join_of(self.content)

    @cached_property
    def index(self) -> Index:
        """The search index of this content, by `index_of`."""
        with speaking(self.content.language):
            return index_of(documents(self.content, self.join, self.tables), _STEMS.get(self.content.language, stem))


def found_in(course: Course, others: Iterable[Course], query: str) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """What a query finds, best first, and the words of it that nothing has.

    Where the course lacks a word that another language has, it is looked for there: a German may type her own words on
    an English page. The places are always those of the course; a calculator opens with what the query names in it.
    """
    unknown = course.index.unknown(query)
    speaks = next((one for one in others if unknown and not one.index.unknown(query)), None)
    hits = (speaks or course).index.search(query, most=len(course.index.documents))
    there = (course.join.places[hit.entity] for hit in hits if hit.entity in course.join.places)
    return tuple(with_chosen(place, query, course.tables) for place in there), () if speaks else unknown
