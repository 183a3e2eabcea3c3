"""Opens pages of the app without a browser."""

import json
import re
from collections.abc import Mapping
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.open_pages import NAVIGATION

TIMEOUT_S = 30


def opened(file: str, params: Mapping[str, str | list[str]] | None = None, *, visitor: str | None = None) -> AppTest:
    """A page with the parameters of its address, run, of a visitor with that key or of a new one. The first run draws
    the start page: only then does AppTest know the map, and without it a page whose address has a hyphen would be the
    start page."""
    test = AppTest.from_file(str(NAVIGATION), default_timeout=TIMEOUT_S)
    if visitor:
        test.session_state["session.visitor"] = visitor
    ran(test).switch_page(file)
    for name, value in (params or {}).items():
        test.query_params[name] = value
    return ran(test)


def ran(test: AppTest) -> AppTest:
    """The page after one more run, which must not have failed."""
    test.run()
    assert not test.exception, [e.value for e in test.exception]
    return test


def press(test: AppTest, key: str) -> AppTest:
    """The page after a button was pressed."""
    test.button(key=key).click()
    return ran(test)


def press_labelled(test: AppTest, label: str) -> AppTest:
    """The page after the first button whose label begins so was pressed."""
    next(button for button in test.button if button.label.startswith(label)).click()
    return ran(test)


def words(test: AppTest) -> str:
    """Everything that the page says in our own HTML and in Markdown, without what keeps a range in one line."""
    return "\n".join([html_of(test), *(_plain(e.value) for e in test.markdown)])


def html_of(test: AppTest) -> str:
    """The same without Markdown."""
    return _plain("\n".join(e.proto.body for e in test.get("html")))


def _plain(said: str) -> str:
    return said.replace("–\N{WORD JOINER}", "–")


def plain_words(test: AppTest) -> str:
    """The same without the marks of HTML."""
    return re.sub("<[^>]+>", "", words(test))


def address(test: AppTest) -> dict[str, list[str]]:
    """The parameters of the address now."""
    return {name: [given] if isinstance(given, str) else list(given) for name, given in test.query_params.items()}


def data_of(test: AppTest, ending: str) -> dict[str, Any]:
    """What was sent to the browser component whose key ends so."""
    found = [e.proto for e in test.get("bidi_component") if e.proto.id.endswith(ending)]
    data: dict[str, Any] = json.loads(found[0].json)
    return data


def finding(test: AppTest, name: str) -> str:
    """The sentence under a chart, with plain spaces."""
    return str(data_of(test, f"curve.{name}")["finding"]).replace("\u00a0", " ")
