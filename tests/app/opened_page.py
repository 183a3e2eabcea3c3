"""Opens one page without a browser and reads what it drew."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.app import pages


def opened(page: str, **params: str) -> AppTest:
    """A page by its name, with the parameters of its address, run."""
    return pages.opened(f"{page}.py", dict(params))


def html_of(app: AppTest) -> str:
    """All that the page drew with our own markup, without what keeps a range in one line."""
    return "\n".join(element.proto.body for element in app.get("html")).replace("–\N{WORD JOINER}", "–")


def data_of(app: AppTest, ending: str) -> dict[str, Any]:
    """What was sent to the browser component whose key ends so."""
    found = [e.proto for e in app.get("bidi_component") if e.proto.id.endswith(ending)]
    data: dict[str, Any] = json.loads(found[0].json)
    return data


def finding(app: AppTest, name: str) -> str:
    """The sentence under a chart, with plain spaces."""
    return str(data_of(app, f"curve.{name}")["finding"]).replace("\u00a0", " ")
