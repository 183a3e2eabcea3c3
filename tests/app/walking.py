"""Somebody who walks the course by the links that its pages draw, in one session, without a browser."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from streamlit.testing.v1 import AppTest

from components import session
from components.interview_place import NAME
from core.interview.sitting import Sitting, lock, show_marks
from core.interview.turn import Draft
from core.join.entity import Entity, Kind, Place
from core.join.way_back import pack
from tests.app.pages import ran, words
from tests.app.seated import key_of
from tests.interviews import NOW, mark_of
from tests.open_pages import open_pages
from tests.read_once import load_content

FILES = {page.address.strip("/") or "start": page.file.name for page in open_pages()}
LEADS_ON = ("Next: ", "Back to ")
"""How the links begin that carry no way back: on in the menu's order, and back."""


@dataclass(frozen=True)
class Way:
    """A link as a page draws it; `back` is the address that it carries as the way back."""

    name: str
    page: str
    params: Mapping[str, str]
    back: str

    @property
    def address(self) -> str:
        """Where it leads, without the way back."""
        return address_of(self.page, self.params)


def address_of(page: str, params: Mapping[str, str]) -> str:
    """An address as one word, whatever the order of its parameters."""
    return "&".join([page, *(f"{name}={value}" for name, value in sorted(params.items()))])


def go(test: AppTest, page: str, params: Mapping[str, str]) -> AppTest:
    """Opens an address in the session of an open page."""
    test.switch_page(FILES[page])
    for name in list(test.query_params):
        del test.query_params[name]
    for name, value in params.items():
        test.query_params[name] = value
    return ran(test)


def visit(test: AppTest, place: Place) -> str:
    """Opens a place, answers what it asks, and gives what the page said until then: what it shows."""
    go(test, place.page.value, place.params)
    said = told(test)
    if place.entity.kind in (Kind.ITEM, Kind.CASE):
        test.session_state[f"open-related-{place.entity.id}"] = True
        _press(test, "Answer it")
        said += told(test)
        test.session_state[f"open-related-{place.entity.id}"] = True
        _press(test, "I do not know", "Show the answer")
    elif place.entity.kind is Kind.INTERVIEW:
        _give_up(test, place.entity)
        said = told(test)
    return said


def _press(test: AppTest, *labels: str) -> None:
    next(button for button in test.button if button.label.startswith(labels)).click()
    ran(test)


def _give_up(test: AppTest, entity: Entity) -> None:
    """An interview question that was answered with nothing; its box is the browser's, so it is put where it stands."""
    sitting = Sitting(id=session.new_id(), question=entity.id)
    marked = show_marks(lock(sitting, Draft(), mark_of(load_content(), entity.id, "")))
    session.store().drafts.put(key_of(test), NAME, marked.model_dump_json(), NOW)
    test.session_state[f"open-related-{entity.id}"] = True
    ran(test)


def told(test: AppTest) -> str:
    """What a page says and offers to choose from, without markup."""
    offered = [option for widget in (*test.radio, *test.selectbox) for option in widget.options]
    cells = [e.value for e in test.code]
    return "\n".join([words(test), *offered, *cells])


def ways(test: AppTest) -> list[Way]:
    """All links of a page that lead to something of the course."""
    links = [e.proto for e in test.get("page_link") if not e.proto.label.startswith(LEADS_ON)]
    found = [_way(link.label, f"{link.page}?{link.query_string}") for link in links]
    return [*found, *(_way(name, href) for sent in _sent(test) for name, href in sent)]


def _sent(test: AppTest) -> Iterator[Iterator[tuple[str, str]]]:
    for proto in (e.proto for e in test.get("bidi_component")):
        if proto.id.endswith(".links"):
            groups: list[dict[str, Any]] = json.loads(proto.json)["groups"]
            yield ((link["id"], link["href"]) for group in groups for link in group["links"])


def _way(name: str, href: str) -> Way:
    parts = urlsplit(href)
    params = dict(parse_qsl(parts.query))
    return Way(name, parts.path.strip("./") or "start", params, params.pop("from", ""))


def ways_back(test: AppTest) -> list[tuple[str, dict[str, str]]]:
    """Where the links back above a page lead."""
    links = [e.proto for e in test.get("page_link") if e.proto.label.startswith("Back to ")]
    return [(link.page or "start", dict(parse_qsl(link.query_string))) for link in links]


def back_of(place: Place) -> str:
    """The address of a place as a link carries it."""
    return pack(place.page, place.params)
