"""Opens one page without a browser and reads what it drew."""

import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

PAGES = Path(__file__).resolve().parents[2] / "pages"


def opened(page: str, **params: str) -> AppTest:
    """A page with its address, run. The first run draws the start page: only then does AppTest know the map."""
    app = AppTest.from_file(str(PAGES / "navigation.py"), default_timeout=20).run()
    app.switch_page(f"{page}.py")
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html_of(app: AppTest) -> str:
    """All that the page drew with our own markup."""
    return "\n".join(element.proto.body for element in app.get("html"))


def data_of(app: AppTest, ending: str) -> dict[str, Any]:
    """What was sent to the browser component whose key ends so."""
    found = [e.proto for e in app.get("bidi_component") if e.proto.id.endswith(ending)]
    data: dict[str, Any] = json.loads(found[0].json)
    return data


def finding(app: AppTest, name: str) -> str:
    """The sentence under a chart, with plain spaces."""
    return str(data_of(app, f"curve.{name}")["finding"]).replace("\u00a0", " ")
