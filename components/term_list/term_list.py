"""Terms with their definitions, other names, related terms and the page that explains each."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components import session
from components.browser_code.browser_component import browser_component
from components.markup import whole_ranges
from core.content.facts import Term
from core.content.models import Content
from core.content.pages import Page
from core.join.way_back import pack
from core.language.text import t
from core.search.glossary import term_source

_mount = browser_component(__file__, '<div class="ll-termlist">\n</div>', "elements", "links", isolate_styles=False)


def term_list(content: Content, terms: Sequence[Term], on_see: Callable[[Term], None], name: str = "term-list") -> None:
    """Draws the terms; choosing a related one calls `on_see` with it. `name` tells two lists on a page apart."""
    names = {term.id: term.term for term in content.terms}
    words = {"also": t("Also: "), "see": t("See also: "), "page": t("Explained in: "), "source": t("Source: ")}
    sections = {section.id: section.title for section in content.chapter.sections}
    data = {"terms": [_shown(term, names, term_source(term, sections)) for term in terms], "words": words}

    def seen() -> None:
        chosen = next((term for term in content.terms if term.id == session.trigger(name, "see")), None)
        if chosen:
            on_see(chosen)

    _mount(key=name, data=data, on_see_change=seen, on_open_change=lambda: None)
    opened = next((term for term in terms if term.id == session.trigger(name, "open")), None)
    page = session.open_pages().get(opened.page) if opened and opened.page else None
    if opened and page:
        st.switch_page(page, query_params={"from": _back(opened)})


def _back(term: Term) -> str:
    """The address of the term, whatever the list was searched for."""
    return pack(Page.TAKEAWAYS, {"term": term.id})


def _shown(term: Term, names: dict[str, str], source: str) -> dict[str, Any]:
    page = session.open_pages().get(term.page) if term.page else None
    return {
        "id": term.id,
        "name": term.term,
        "text": whole_ranges(term.definition),
        "also": ", ".join(term.also),
        "see": [{"id": other, "name": names[other]} for other in term.see],
        "page": {"id": term.page, "path": page.url_path, "title": page.title} if page else None,
        "back": _back(term),
        "source": source,
        "english": "" if session.content().is_translated(term) else t("In English"),
    }
