"""The server: pages, cookie, quick and guarded documents. Run it with `make run` or `streamlit run app.py`."""

import os
import sys
from pathlib import Path

import streamlit as st

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # visitors share the cores: two threads would wait for each other
ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from components import session  # noqa: E402 - the path must be set first
from components.mend_streamlit import mend_streamlit  # noqa: E402
from components.say_addresses import say_addresses  # noqa: E402
from components.say_fault import say_fault  # noqa: E402
from components.style_sheet import style_sheet  # noqa: E402
from core.web.content_policy import script_hashes  # noqa: E402
from core.web.first_paint import first_paint  # noqa: E402
from core.web.kept_files import front_end  # noqa: E402
from core.web.middleware import FAILED, Head, middleware  # noqa: E402
from core.web.presence import Presence  # noqa: E402
from core.web.process import HUB, own_secret, own_store  # noqa: E402
from core.web.redeem import redeem_route  # noqa: E402
from core.web.room_socket import RoomSocket  # noqa: E402
from core.web.style_sheet import StyleSheet  # noqa: E402
from core.web.warm_up import lifespan  # noqa: E402

mend_streamlit()
SECRET = own_secret()
STYLE = StyleSheet(style_sheet())
STREAMLIT = Path(st.__file__).parent
FILES = front_end(STREAMLIT, ROOT / "pages/static")
HEAD = Head(first_paint(STREAMLIT, STYLE.early), script_hashes(ROOT / "components/own_script"), STYLE.link, FILES)
LAYERS = middleware(SECRET, HEAD, ROOT / "pages", lambda: session.course().join, session.now)
SOCKET = RoomSocket(SECRET, own_store, HUB, Presence(own_store, HUB, session.now))
ROUTES = [STYLE.route, *SOCKET.routes, redeem_route(SECRET, own_store, session.now)]
LIFE = lifespan(lambda: session.course().join, say_addresses)
MAP = ROOT / "pages/navigation.py"
app = st.App(MAP, routes=ROUTES, middleware=LAYERS, lifespan=LIFE, exception_handlers=FAILED, on_script_error=say_fault)
