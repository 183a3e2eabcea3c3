"""The server: pages, the learner's cookie, quick documents. Run it with `make run` or `streamlit run app.py`."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [] if str(ROOT) in sys.path else [str(ROOT)]

from components import session  # noqa: E402 - the path must be set first
from core.store.store import data_directory  # noqa: E402
from core.web.cookie import LearnerCookie, read_or_make_secret  # noqa: E402
from core.web.document import Document, head_additions  # noqa: E402
from core.web.redeem import redeem_route  # noqa: E402
from core.web.warm_up import warm_up  # noqa: E402

WORDS, FIGURE = ("Html", "Button", "PageLink"), ("BidiComponent", "ButtonGroup", "DownloadButton")
FORM = ("ButtonGroup", "Selectbox", "NumberInput", "Slider", "DownloadButton", "PlotlyChart")
CHUNKS = {"*": WORDS, "/": ("Radio",), "/pipeline": FIGURE, "/decide": (*FIGURE, "Radio", "Checkbox")}
CHUNKS |= {"/calculators": FORM, "/quick-fire": (*FIGURE, "Radio"), "/progress": (*FIGURE, "DateInput", "FileUploader")}
FONTS = ("app/static/bricolage-grotesque-latin-opsz-normal.woff2", "app/static/ibm-plex-sans-latin-wght-normal.woff2")
ADDITIONS = head_additions(Path(st.__file__).parent / "static/static/js", CHUNKS, FONTS)
SECRET = read_or_make_secret(os.environ.get("LLM_LADDER_SECRET"), data_directory())


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Before the first visitor: content is read and checked, diagrams are laid out."""
    warm_up()
    yield


ROUTES = [redeem_route(SECRET, session.store, session.now)]
MIDDLEWARE = [Middleware(LearnerCookie, secret=SECRET), Middleware(Document, additions=ADDITIONS)]
app = st.App(ROOT / "pages/navigation.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)
