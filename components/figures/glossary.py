"""The glossary of the course, searched while the learner types."""

import streamlit as st

from components import session
from components.figures import LessonFigure
from components.markup import el, show
from components.related.related import related
from components.term_list.term_list import term_list
from core.content.models import Content
from core.content.pages import Page
from core.glossary import MAX_QUERY, search_terms
from core.join.entity import Entity, Kind
from core.language.text import t

_QUERY = "glossary.search.query"


@st.fragment
def glossary(content: Content) -> None:
    """Draws the search field, how many terms match, and the terms."""
    _open_named_term(content)
    query = st.text_input(
        "Search the glossary",
        type="search",
        live="200ms",
        max_chars=MAX_QUERY,
        placeholder="LoRA, RM, eval set",
        icon=":material/search:",
        key=_QUERY,
        width=480,
    )
    found = search_terms(content.terms, query or "")
    if found:
        total = len(content.terms)
        verb = "matches" if len(found) == 1 else "match"
        words = f"{total} terms" if len(found) == total else f"{len(found)} of {total} terms {verb} “{query}”"
        show(el("p", words, class_="ll-note", role="status"))
        term_list(content, found, _search)
        if len(found) == 1:
            title = t("What belongs to “{name}”", name=found[0].term)
            related(Page.TAKEAWAYS, Entity(Kind.TERM, found[0].id), title=title, level="h3")
        return
    show(
        el("h3", "No term matches"),
        el("p", f"Nothing starts with “{query}”. Try fewer letters, or an abbreviation.", role="status"),
    )
    st.button("Show all terms", type="primary", on_click=_search, args=("",), key="glossary.search.clear")
    return


def _search(query: str) -> None:
    session.set_widget_value(_QUERY, query)


def _open_named_term(content: Content) -> None:
    named = session.params().get("term", "")
    if not session.once("glossary.named", named) or not named:
        return
    term = next((term for term in content.terms if term.id == named), None)
    if term:
        _search(term.term)
    else:
        st.warning("The address names a term that is not in the glossary. Here are all.", icon=":material/info:")


FIGURE = LessonFigure(glossary, wide=True)
