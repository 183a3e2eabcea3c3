"""Finds terms of the glossary by what a person types, and says where one comes from. Pure."""

from collections.abc import Mapping, Sequence

from core.content.facts import Term
from core.join.entity import Kind
from core.language.text import marked, t
from core.search.course import Course
from core.search.index import MAX_QUERY
from core.search.spelling import folded, words_of

_PHRASES = (marked("general usage"), marked("prerequisites of the chapter"))
"""Sources that are neither a section nor a work that is cited as it is."""


def found_terms(course: Course, query: str) -> tuple[Term, ...]:
    """The terms of a course by `search_terms`; where none matches, those that the search finds by stem or slip."""
    return search_terms(course.content.terms, query) or tuple(
        course.content.term_by_id[hit.entity.id]
        for hit in course.index.search(query, most=len(course.index.documents))
        if hit.entity.kind is Kind.TERM
    )


def search_terms(terms: Sequence[Term], query: str) -> tuple[Term, ...]:
    """The terms that have every word of the query, best first: by name, by other name, by what the definition says.

    A word matches the beginning of a word; case and accents do not matter. An empty query finds all, by name.

    >>> from core.content.loader import load_content
    >>> [term.id for term in search_terms(load_content().terms, "eval set")][0]
    'evaluation-set'
    """
    words = words_of(query[:MAX_QUERY])
    ranked = [(rank, folded(term.term), term) for term in terms if (rank := _rank(term, words)) is not None]
    return tuple(term for _, _, term in sorted(ranked, key=lambda entry: entry[:2]))


def term_source(term: Term, sections: Mapping[str, str]) -> str:
    """Where a term comes from, in the reader's language; `sections` are the titles of the chapter's by id.

    >>> from core.content.loader import load_content
    >>> term = next(term for term in load_content().terms if term.id == "alignment")
    >>> term_source(term, {"alignment": "RLHF and DPO"})
    'the chapter, “RLHF and DPO”; Askell et al. 2021, arXiv:2112.00861'
    """
    return "; ".join(_said(part, sections) for part in term.source.split("; "))


def _said(part: str, sections: Mapping[str, str]) -> str:
    if part in sections:
        return t("the chapter, “{section}”", section=sections[part])
    return t(part) if part in _PHRASES else part


def _rank(term: Term, words: list[str]) -> int | None:
    names = [words_of(name) for name in (term.term, *term.also)]
    if not words or words in names:
        return 0
    tests = (
        _begin(names[0], words),
        any(_begin(name, words) for name in names),
        _begin([word for name in names for word in name] + words_of(term.definition), words),
    )
    return next((rank for rank, passed in enumerate(tests, start=1) if passed), None)


def _begin(text: list[str], words: list[str]) -> bool:
    return all(any(candidate.startswith(word) for candidate in text) for word in words)
