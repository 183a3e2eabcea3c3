"""What to study after a mock interview: missed points, into the review with one press, as a drill, or to read up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.claims_right import claims_right
from components.drill_button import drill_button
from components.interview_log import added_when, review_turn
from components.markup import el, rich, show
from components.page_link import page_link
from components.put_into_review import put_into_review
from components.said_in_english import said_in_english
from components.use_store import use_store
from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.interview.debrief import Debrief
from core.interview.mock import MockInterview
from core.interview.study_list import Missed, by_question, drill_of, not_yet_right
from core.language.text import marked, t

_SHOWN = 6
_DRILLED = 10
_READ = 3


def mock_study(content: Content, mock: MockInterview, found: Debrief) -> bool:
    """Draws the list and the ways on; returns whether its questions were put into the review."""
    if not found.missed:
        show(el("h2", t("To study"), class_="sub"), el("p", t("No point was missed.")))
        return False
    _points(found.missed)
    when = added_when(mock.id, *found.item_ids)
    with st.container(key="mock-study", horizontal=True, vertical_alignment="center", gap="small"):
        add = partial(use_store, partial(_add, content, mock, found.item_ids))
        put_into_review(len(found.item_ids), when, f"mock.{mock.id}.review", add)
        if ids := _drilled(content, mock, found.missed):
            title, key = marked("Missed in the interview"), f"mock-{mock.id}"
            drill_button(t("Drill what you missed"), ids, title, key, primary=True)
    _reading(content, found)
    return bool(when)


def _drilled(content: Content, mock: MockInterview, missed: Sequence[Missed]) -> tuple[str, ...]:
    """The questions of a drill: on what was not answered right since, or else on all of it once more."""
    known = set(session.reviewable())
    claims_of = {item.id: item.claims for item in content.items if item.id in known}
    since = mock.ended or mock.started
    left = drill_of(not_yet_right(missed, claims_right(content, since)), claims_of, _DRILLED)
    return left or drill_of(missed, claims_of, _DRILLED)


def _points(missed: Sequence[Missed]) -> None:
    head = el("h2", t("To study"), class_="sub")
    if len(missed) <= _SHOWN:
        show(head, *_listed(missed))
        return
    on_screen = el("div", *_listed(missed[:_SHOWN]), class_="ll-screen")
    show(head, on_screen, el("div", *_listed(missed), class_="ll-print"))  # on paper each question stands once
    with st.expander(t("{count} more", count=len(missed) - _SHOWN), key="no-print-study"):
        show(*_listed(missed[_SHOWN:]))


def _listed(missed: Sequence[Missed]) -> Iterator[ET.Element]:
    for asked, points in by_question(missed).items():
        yield said_in_english(rich("p", asked, class_="ll-studied"))
        yield said_in_english(el("ul", *(el("li", one.text) for one in points), class_="ll-study"))


def _reading(content: Content, found: Debrief) -> None:
    sources = [content.claim_by_id[one.claim].source for one in found.missed if one.claim in content.claim_by_id]
    pages = Counter(content.section_by_id[source].page for source in sources)
    opened = session.open_pages()
    with st.container(key="mock-reading", horizontal=True, gap="medium", vertical_alignment="center"):
        for page, _ in pages.most_common(_READ):
            if page in opened:
                page_link(page, opened[page].title, "menu_book")


def _add(content: Content, mock: MockInterview, ids: tuple[str, ...]) -> None:
    for turn in mock.turns:
        item = content.item_by_id.get(turn.question)
        if turn.question in ids and turn.follow_up is None and isinstance(item, FreeAnswer):
            review_turn(turn, item, mock.id)
