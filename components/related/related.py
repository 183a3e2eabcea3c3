"""What is related to the thing shown here: short lists of links by kind, each with a way back."""

from collections.abc import Mapping

import streamlit as st

from components import session
from components.browser_code.browser_component import browser_component
from components.markup import el, show, whole_ranges
from core.content.base import Entry
from core.content.pages import Page
from core.join.entity import Entity, Kind, Place
from core.join.groups import Group, grouped
from core.join.place_links import link_href, link_name, named_place
from core.join.told_apart import told_apart
from core.join.way_back import pack
from core.language.in_force import ENGLISH
from core.language.text import t

_FIRST = 3
_mount = browser_component(__file__, '<div class="ll-related">\n</div>', "elements", "links", isolate_styles=False)


def related(here: Page, *entities: Entity, title: str = "", level: str = "h2", **named: str) -> None:
    """Draws what belongs to the entities, on the page `here`; nothing when nothing does.

    The way back has the address as it is, with what is `named` here and it does not say.
    """
    groups = grouped(session.course().join.related(*entities), session.open_pages())
    if not groups or not entities:
        return
    back = pack(here, session.params() | named)
    key = f"related-{here.value}-{entities[0].kind.value}-{entities[0].id.replace('/', '-')}"
    with st.container(key=key, gap="small"):
        show(el(level, title or t("Related"), class_="sub ll-part" if level == "h2" else "sub"))
        data = {"level": int(level[1:]) + 1, "groups": [_cell(group, found, back) for group, found in groups]}
        _mount(key=f"{key}.links", data=data, on_open_change=lambda: None)
    _go(session.trigger(f"{key}.links", "open"), back)


def _cell(group: Group, found: tuple[Place, ...], back: str) -> dict[str, object]:
    texts = told_apart([place.title for place in found])
    return {
        "title": t(group.title),
        "icon": group.icon,
        "links": [_link(place, text, back) for place, text in zip(found, texts, strict=True)],
        "first": _FIRST,
        "more": t("{count} more", count=len(found) - _FIRST),
        "english": t("In English"),
    }


def _link(place: Place, text: str, back: str) -> dict[str, str]:
    href = link_href(place, session.open_pages()[place.page].url_path, back)
    return {"id": link_name(place.entity), "text": whole_ranges(text), "href": href, "lang": _language(place.entity)}


def _language(entity: Entity) -> str:
    """The language of an entity's name where it is not the page's."""
    content = session.content()
    named: dict[Kind, Mapping[str, Entry]] = {
        Kind.CLAIM: content.claim_by_id,
        Kind.ITEM: content.item_by_id,
        Kind.CASE: content.item_by_id,
        Kind.INTERVIEW: content.item_by_id,
        Kind.STATION: content.lab_by_id,
        Kind.PITFALL: content.pitfall_by_id,
        Kind.APPROACH: content.approach_by_id,
        Kind.BLOCK: content.block_by_id,
        Kind.TERM: content.term_by_id,
    }
    entry = named.get(entity.kind, {}).get(entity.id)
    return "" if entry is None or content.is_translated(entry) else ENGLISH


def _go(chosen: object, back: str) -> None:
    place = named_place(session.course().join, chosen)
    page = session.open_pages().get(place.page) if place else None
    if place and page:
        st.switch_page(page, query_params={**place.params, "from": back})
