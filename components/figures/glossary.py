"""The glossary of the course, searched while the learner types."""

from collections.abc import Sequence

import streamlit as st

from components import session
from components.figures import LessonFigure
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import el, show
from components.related.related import related
from components.scroll_to import scroll_to
from components.term_list.term_list import term_list
from core.content.facts import Term
from core.content.models import Content
from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.language.text import nt, t
from core.search.glossary import found_terms
from core.search.index import MAX_QUERY
from core.search.spelling import folded

_QUERY = "glossary.search.query"
_CLEARED = "glossary.cleared"


@st.fragment
def glossary(content: Content) -> None:
    """Draws the search field, how many terms match, and the terms."""
    named = _open_named_term(content)
    typed = st.text_input(  # without max_chars: Streamlit drops a pasted text that is longer, and says nothing
        t("Search the glossary"),
        type="search",
        live="200ms",
        placeholder=t("LoRA, RM, eval set"),
        icon=":material/search:",
        key=_QUERY,
        width=480,
    )
    query = (typed or "")[:MAX_QUERY]
    found = found_terms(session.course(), query)
    if found:
        total = len(content.terms)
        words = nt(
            "{n} of {total} terms matches “{query}”",
            "{n} of {total} terms match “{query}”",
            len(found),
            total=total,
            query=query,
        )
        words = t("{total} terms", total=total) if len(found) == total else words
        show(el("p", words, class_="ll-note", role="status"))
        _terms(content, found, query)
        if named:
            scroll_to(f"term-{named}")
        if session.take(_CLEARED):
            lost_focus(f".{key_class(_QUERY)} input")  # the button that was pressed is gone
        return
    show(
        el("h3", t("No term matches")),
        el("p", t("Nothing starts with “{query}”. Try fewer letters, or an abbreviation.", query=query), role="status"),
    )
    st.button(t("Show all terms"), type="primary", on_click=_clear, key="glossary.search.clear")


def _terms(content: Content, found: Sequence[Term], query: str) -> None:
    """All terms that match. The only one, or the one whose name was typed, comes first with what is related."""
    meant = found[0] if len(found) == 1 or folded(found[0].term) == folded(query.strip()) else None
    if meant is None:
        term_list(content, found, _see)
        return
    term_list(content, found[:1], _see)
    title = t("Related to “{name}”", name=meant.term)
    related(Page.TAKEAWAYS, Entity(Kind.TERM, meant.id), title=title, level="h3", term=meant.id)
    if len(found) > 1:
        show(el("h3", t("Other terms that match"), class_="sub"))
        term_list(content, found[1:], _see, "term-list-others")


def _see(term: Term) -> None:
    """Opens a term by its address, so that the way back, and a reload, have it too."""
    session.put_param("term", term.id)
    _search(term.term)


def _clear() -> None:
    session.keep(_CLEARED, True)
    _search("")


def _search(query: str) -> None:
    session.set_widget_value(_QUERY, query)


def _open_named_term(content: Content) -> str:
    """Searches for the term in the address, once; gives its id. A newly drawn field, being empty, is filled again."""
    named = session.params().get("term", "")
    is_new = session.once("glossary.named", named) or session.widget_value(_QUERY) is None
    if not is_new or not named:
        return ""
    term = next((term for term in content.terms if term.id == named), None)
    if term is None:
        return ""
    _search(term.term)
    return term.id


FIGURE = LessonFigure(glossary, wide=True)
