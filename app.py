"""The server: pages, the learner's cookie, quick documents. Run it with `make run` or `streamlit run app.py`."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from components import session  # noqa: E402 - the path must be set first
from core.store.store import data_directory  # noqa: E402
from core.web.cookie import LearnerCookie, read_or_make_secret  # noqa: E402
from core.web.document import Document, head_additions  # noqa: E402
from core.web.first_paint import CHUNKS, FONTS  # noqa: E402
from core.web.process import HUB, own_store  # noqa: E402
from core.web.redeem import redeem_route  # noqa: E402
from core.web.room_socket import RoomSocket  # noqa: E402
from core.web.warm_up import served  # noqa: E402

ADDITIONS = head_additions(Path(st.__file__).parent / "static/static/js", CHUNKS, FONTS)
SECRET = read_or_make_secret(os.environ.get("LLM_LADDER_SECRET"), data_directory())


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Before the first visitor content is read and checked; after the last one the lab's workers are ended."""
    with served():
        yield


MIDDLEWARE = [Middleware(LearnerCookie, secret=SECRET), Middleware(Document, additions=ADDITIONS)]
SOCKET = WebSocketRoute("/api/rooms/{code}/ws", RoomSocket(SECRET, own_store, HUB).serve)
ROUTES = [SOCKET, redeem_route(SECRET, own_store, session.now)]
app = st.App(ROOT / "pages/navigation.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)
