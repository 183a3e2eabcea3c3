"""The server: pages, the learner's cookie, warm caches. Run it with `make run` or `streamlit run app.py`."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [] if str(ROOT) in sys.path else [str(ROOT)]

from core.web.cookie import LearnerCookie, read_or_make_secret  # noqa: E402 - the path must be set first
from core.web.warm_up import warm_up  # noqa: E402


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Before the first visitor: content is read and checked, diagrams are laid out."""
    warm_up()
    yield {}


SECRET = read_or_make_secret(os.environ.get("LLM_LADDER_SECRET"), ROOT / "data")
app = st.App(ROOT / "pages/navigation.py", middleware=[Middleware(LearnerCookie, secret=SECRET)], lifespan=lifespan)
