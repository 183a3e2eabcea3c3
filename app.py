"""The server: pages, the learner's cookie, quick documents. Run it with `make run` or `streamlit run app.py`."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.routing import WebSocketRoute

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from components import session  # noqa: E402 - the path must be set first
from core.store.store import data_directory  # noqa: E402
from core.web.cookie import read_or_make_secret  # noqa: E402
from core.web.document import head_additions  # noqa: E402
from core.web.first_paint import CHUNKS, FONTS  # noqa: E402
from core.web.middleware import middleware  # noqa: E402
from core.web.process import HUB, own_store  # noqa: E402
from core.web.redeem import redeem_route  # noqa: E402
from core.web.room_socket import RoomSocket  # noqa: E402
from core.web.warm_up import warm_up  # noqa: E402

ADDITIONS = head_additions(Path(st.__file__).parent / "static/static/js", CHUNKS, FONTS)
SECRET = read_or_make_secret(os.environ.get("LLM_LADDER_SECRET"), data_directory())


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Before the first visitor: content is read, checked and joined, diagrams are laid out."""
    warm_up(session.join)
    yield


MIDDLEWARE = middleware(SECRET, ADDITIONS, ROOT / "pages", session.join)
SOCKET = WebSocketRoute("/api/rooms/{code}/ws", RoomSocket(SECRET, own_store, HUB).serve)
ROUTES = [SOCKET, redeem_route(SECRET, own_store, session.now)]
app = st.App(ROOT / "pages/navigation.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)
