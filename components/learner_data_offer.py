"""A code with which another device continues as this learner, and the time left to type it."""

from datetime import datetime
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.markup import el, icon, show
from components.store_trouble import store_trouble
from core.language.text import marked, t
from core.numbers.number_format import clock
from core.store.errors import StoreError
from core.web.codes import new_code

_HOW = marked("A code links that device to this record. It works once, within ten minutes, for anyone who has it.")
_CODE, _TOLD = "learner-data.code", "learner-data.told"


def learner_data_offer() -> None:
    """Draws the button, and the code once it was asked for."""
    with st.container(key="strip-offer", gap="small"):
        show(
            el("h3", t("To another device")),
            el("p", t(_HOW)),
            class_="ll ll-stack",
        )
        shown = session.kept(_CODE)
        if told := session.kept(_TOLD):
            store_trouble(told)
        over = shown and _over(shown[1])
        if over is not None:
            show(over)
        elif shown:
            _clock(*shown)
        label = t("Show a new code") if shown else t("Show a code")
        st.button(label, icon=":material/devices:", on_click=_offer, key="learner-data.offer")


@st.fragment(run_every=1)
def _clock(code: str, ends: datetime) -> None:
    """The code while it is good; then the page is drawn anew, without a clock that runs on."""
    if _over(ends) is not None:
        st.rerun()
    left = int((ends - session.now()).total_seconds())
    show(
        el("p", code, class_="ll-bigcode", data_ll_news=""),
        el("p", t("{clock} left. Open Progress on the other device and type the code there.", clock=clock(left))),
        class_="ll ll-stack ll-num",
    )


def _over(ends: datetime) -> ET.Element | None:
    """What became of a code; nothing while it is good."""
    now = session.now()
    try:
        open_now = session.store().learners.open_code_ends(session.learner().key, now)
    except StoreError:
        open_now = ends
    if ends <= now:
        name, words = "hourglass_bottom", t("The code has expired.")
    elif open_now is None:
        name, words = "check_circle", t("The code was used. Both devices now share one record.")
    elif open_now != ends:
        name, words = "info", t("The code was used, or replaced by a newer one in another tab or on another device.")
    else:
        return None
    return el("p", icon(name), f" {words}", role="status")


def _offer() -> None:
    session.keep(_TOLD, None)
    code = new_code()
    try:
        ends = session.store().learners.offer_code(session.learner().key, code, session.now())
    except StoreError as error:
        session.keep(_TOLD, str(error))
        return
    session.keep(_CODE, (code, ends))
