"""The search: a field, and what it finds by kind; links that open in the session, each with a way back."""

import streamlit as st

from components import session
from components.browser_code.browser_component import browser_component
from core.join.entity import Kind, Place
from core.join.groups import Group, grouped_hits
from core.join.place_links import link_href, link_name, named_place
from core.join.told_apart import told_apart
from core.language.catalogue import languages
from core.language.text import nt, t
from core.search.course import found_in
from core.search.index import MAX_QUERY

_KEY = "search.box"
_SHOWN = 4
_mount = browser_component(__file__, '<div class="ll-search">\n</div>', "elements", "links", isolate_styles=False)


def search_box(back: str) -> None:
    """Draws the field and what was found; `back` is the address that a hit leads back to."""
    query = str(session.reported(_KEY, "query") or "")[:MAX_QUERY]
    pages = session.open_pages()
    hits, unknown = found_in(session.course(), map(session.course, languages()), query)
    found = grouped_hits(hits, pages)
    count = sum(len(places) for _, places in found)
    data = {
        "query": query,
        "groups": [_group(group, places, back) for group, places in found],
        "most": MAX_QUERY,
        "label": t("Search the whole course"),
        "example": t("LoRA, forgetting, what does RAG cost"),
        "status": _status(query, count, unknown),
    }
    _mount(key=_KEY, data=data, default={"query": ""}, on_query_change=lambda: None, on_open_change=lambda: None)
    pressed = session.trigger(_KEY, "open")
    shown = {link_name(place.entity): place for _, places in found for place in places}
    place = shown.get(str(pressed)) or named_place(session.course().join, pressed)
    if place and place.page in pages:
        st.switch_page(pages[place.page], query_params={**place.params, "from": back})


def _group(group: Group, places: tuple[Place, ...], back: str) -> dict[str, object]:
    shown, pages = places[:_SHOWN], session.open_pages()
    texts = told_apart([pages[one.page].title if one.entity.kind is Kind.PAGE else one.title for one in shown], 110)
    links = [
        {
            "id": link_name(place.entity),
            "text": text,
            "href": link_href(place, pages[place.page].url_path, back),
        }
        for place, text in zip(shown, texts, strict=True)
    ]
    more = t("best {shown} of {all}", shown=len(shown), all=len(places)) if len(places) > len(shown) else ""
    return {"title": t(group.title), "icon": group.icon, "links": links, "more": more}


def _status(query: str, count: int, unknown: tuple[str, ...]) -> str:
    if len(query.strip()) < 2:
        return t("Pages, claims, terms, questions, cases, calculators. ↓ moves to the results, Enter opens the first.")
    if not count:
        return t("Nothing matches “{query}”. Try fewer letters, or another word for it.", query=query)
    found = t("1 found") if count == 1 else t("{count} found, best first", count=count)
    if unknown:
        return nt(
            "Not found: {words}. Without it {found}",
            "Not found: {words}. Without them {found}",
            len(unknown),
            words=", ".join(unknown),
            found=found,
        )
    return found
