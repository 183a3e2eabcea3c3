"""A code that makes another device go on as this learner, with the time that is left to type it."""

from datetime import datetime

import streamlit as st

from components import session
from components.markup import el, icon, show
from components.store_trouble import store_trouble
from core.language.text import marked, t
from core.number_format import clock
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
        if shown:
            _clock(*shown)
        label = t("Show a new code") if shown else t("Show a code")
        st.button(label, icon=":material/devices:", on_click=_offer, key="learner-data.offer")


@st.fragment(run_every=1)
def _clock(code: str, ends: datetime) -> None:
    """The code while it is good; what became of it afterwards."""
    now = session.now()
    left = int((ends - now).total_seconds())
    try:
        open_now = session.store().learners.open_code_ends(session.learner().key, now)
    except StoreError:
        open_now = ends
    if left <= 0:
        show(el("p", icon("hourglass_bottom"), " " + t("The code has expired."), role="status"))
    elif open_now is None:
        words = t("The code was used. Both devices now share one record.")
        show(el("p", icon("check_circle"), f" {words}", role="status"))
    elif open_now != ends:
        words = t("The code was used, or replaced by a newer one in another tab or on another device.")
        show(el("p", icon("info"), f" {words}", role="status"))
    else:
        show(
            el("p", code, class_="ll-bigcode", data_ll_news=""),
            el("p", t("{clock} left. Open Progress on the other device and type the code there.", clock=clock(left))),
            class_="ll ll-stack ll-num",
        )


def _offer() -> None:
    session.keep(_TOLD, None)
    code = new_code()
    try:
        ends = session.store().learners.offer_code(session.learner().key, code, session.now())
    except StoreError as error:
        session.keep(_TOLD, str(error))
        return
    session.keep(_CODE, (code, ends))
