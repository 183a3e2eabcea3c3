"""The only owner of session state, caches, address parameters, request context and the clock."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import streamlit as st

from core.content.loader import reference_directory
from core.content.models import Content
from core.content.pages import Page
from core.content.reference import Reference
from core.content.reference_loader import load_references
from core.content.translation_loader import load_languages
from core.interview.bank_rubrics import rubrics as bank_rubrics
from core.interview.question_list import interview_ids
from core.interview.rubric import Rubric
from core.interview.second_opinion import Endpoint, endpoint_from
from core.language.in_force import ENGLISH, in_force
from core.moment import known_zone
from core.quiz.decks import learning_order
from core.search.course import Course
from core.store.store import Store
from core.text.whole_text import whole_text
from core.web.address import room_address
from core.web.cookie import COOKIE, SECURE_COOKIE, learner_key
from core.web.process import own_secret, own_store

MAX_PARAM = 2_000  # longer address values are cut: nothing that we write is longer
_secret = st.cache_resource(show_spinner=False)(own_secret)


def content() -> Content:
    """All content in the visitor's language, read once and when it changes; frozen, so that visitors may share it."""
    return course().content


def course(language: str = "") -> Course:
    """The content with its join and its search, in the visitor's language or a named one; made once for all."""
    return _courses()[language or in_force()]


@st.cache_resource(show_spinner=False)
def _courses() -> dict[str, Course]:
    contents = load_languages()
    tables = load_references(reference_directory(), {code: one.costs for code, one in contents.items()})
    return {code: Course(content, tables[code]) for code, content in contents.items()}


def forget_content() -> None:
    """Has everybody's next page read the content anew, and make anew what was made of it."""
    st.cache_resource.clear()


def reference() -> Reference:
    """The tables in the language in force, read once per process; with the API prices that this visitor updated."""
    updated: Mapping[str, Reference] | None = kept("reference")
    return updated[in_force()] if updated else course().tables


def keep_api_prices(updated: Reference) -> None:
    """Has this visitor's tables, in every language, show the API prices of `updated`."""
    keep("reference", {code: one.tables.with_api_prices(updated.api_prices) for code, one in _courses().items()})


def store() -> Store:
    """The learners' store, opened once per process.

    Raises:
        StoreError: it cannot be opened; the next call tries again.
    """
    return own_store()


@st.cache_resource(show_spinner=False)
def reviewable() -> tuple[str, ...]:
    """The ids of all items that can be reviewed, in the order of learning; found once per process."""
    return learning_order(content())


@st.cache_resource(show_spinner=False)
def by_hand() -> frozenset[str]:
    """The ids of the interview questions, which come into the review by hand."""
    return interview_ids(content())


@st.cache_resource(show_spinner=False)
def rubrics() -> Mapping[str, Rubric]:
    """The rubrics that interview answers are marked against; made once per process."""
    return bank_rubrics(_courses()[ENGLISH].content)


def endpoint() -> Endpoint | None:
    """Where a second opinion comes from; None when none is set up."""
    return endpoint_from(os.environ)


@dataclass(frozen=True)
class Learner:
    """Who is here: the key that the store knows, and whether the browser will bring it again."""

    key: str
    lasting: bool


def learner() -> Learner:
    """The learner of this browser's cookie; one of this visit alone when the browser keeps no cookies."""
    key = learner_key(cookie(SECURE_COOKIE) or cookie(COOKIE), _secret())
    if key:
        return Learner(key, lasting=True)
    if kept("visitor") is None:
        keep("visitor", secrets.token_hex(32))
    return Learner(kept("visitor"), lasting=False)


def cookie(name: str) -> str | None:
    """A cookie that the browser brought when this visit began."""
    return st.context.cookies.get(name)


def browser_locale() -> str | None:
    """The language that the browser is set to, such as `de-AT`."""
    return st.context.locale


def new_id() -> str:
    """An id that nothing has had: for a round of practice, a question to the host."""
    return secrets.token_hex(8)


def params() -> dict[str, str]:
    """The address's parameters: the first value of each, cut to a length that we could have written."""
    return {whole_text(name): whole_text(st.query_params.get_all(name)[0][:MAX_PARAM]) for name in st.query_params}


def set_params(values: Mapping[str, str]) -> None:
    """Replaces the address's parameters; does nothing when they are so already."""
    if dict(values) != params():
        st.query_params.from_dict(dict(values))


def put_param(name: str, value: str | None) -> None:
    """Sets one of the address's parameters, or takes it away; the others stay."""
    if value is None and name in st.query_params:
        del st.query_params[name]
    elif value is not None and st.query_params.get(name) != value:
        st.query_params[name] = value


def open_pages() -> Mapping[Page, Any]:
    """The pages that this visitor can open, as the navigation keeps them; links ask for them."""
    found: Mapping[Page, Any] = kept("open_pages", {})
    return found


def kept(name: str, default: Any = None) -> Any:
    """What the session keeps under a name that is not a widget's key; `default` when it keeps nothing."""
    return st.session_state.get(f"session.{name}", default)


def keep(name: str, value: Any) -> None:
    """Keeps a value for the rest of the session."""
    st.session_state[f"session.{name}"] = value


def take(name: str) -> Any:
    """Takes out what the session keeps under a name, so that it is told once; None when it keeps nothing."""
    return st.session_state.pop(f"session.{name}", None)


def forget() -> None:
    """Deletes everything that the session and its widgets keep, as if the visitor had just come."""
    for name in list(st.session_state):
        if name not in ("session.open_pages", "session.language"):
            del st.session_state[name]


def once(name: str, token: str) -> bool:
    """Whether `token` is new under this name: true the first time that it comes, false while it stays."""
    if kept(name) == token:
        return False
    keep(name, token)
    return True


def widget_value(key: str, default: Any = None) -> Any:
    """The value of a widget; inside a callback, its new value."""
    return whole_text(st.session_state.get(key, default))


def set_widget_value(key: str, value: Any) -> None:
    """Sets the value of a widget; only before it is drawn, or in a callback."""
    st.session_state[key] = value


def widgets_of(visit: Any) -> Any:
    """Streamlit's own state of a visitor's widgets: the value of each, and where it was drawn."""
    return visit.session_state


def trigger(key: str, name: str) -> Any:
    """What a component's browser code has just reported, or None."""
    return whole_text(getattr(st.session_state.get(key), name, None))


def reported(key: str, name: str) -> Any:
    """What the browser code of a component reported under a name: validate it before use."""
    return whole_text((st.session_state.get(key) or {}).get(name))


def today() -> date:
    """The visitor's date: in their time zone when the browser tells it, else in UTC."""
    return local(now()).date()


def time_zone() -> str:
    """The name of the browser's time zone; UTC when it tells none that is known."""
    return known_zone(st.context.timezone)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def local(at: datetime) -> datetime:
    """A moment by the visitor's clock."""
    return at.astimezone(ZoneInfo(time_zone()))


def page_url() -> str:
    """The address that restores this page, without the view that is open on it."""
    base = (st.context.url or "").split("?")[0]
    query = urlencode({name: value for name, value in params().items() if name not in ("view", "from")}, safe=",")
    return f"{base}?{query}" if query else base


def visitor_address() -> str:
    """The network address that a visitor comes from, as the server or the proxy before it says."""
    return st.context.ip_address or "own machine"


def server_address() -> str:
    """The address of this server as others in the network open it, without a path."""
    return room_address(st.context.url or "http://localhost:8501")
