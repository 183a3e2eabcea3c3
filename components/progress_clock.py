"""A note that the learner's days follow another clock than this device's, as after a flight; offers to change it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import streamlit as st

from components import session
from components.learner_settings import learner_settings
from components.lost_focus import lost_focus
from components.markup import remark, show
from components.press_trouble import press_trouble
from components.use_store import use_store
from core.language.text import t
from core.quiz.settings import ReviewSettings

_CHANGED, _UNTOLD = "progress.clock-changed", "UTC"


def progress_clock(settings: ReviewSettings, now: datetime) -> None:
    """Draws the sentence and the button; nothing while the clocks agree, or when the browser tells no time zone."""
    if session.take(_CHANGED):
        lost_focus("h1")
    here = session.time_zone()
    if here == _UNTOLD or now.astimezone(ZoneInfo(here)).utcoffset() == now.astimezone(settings.zone_info).utcoffset():
        return
    words = t("Your days go by the clock of {zone}, but this device is set to {here}.", zone=settings.zone, here=here)
    with st.container(gap="small", key="progress-clock"):
        show(remark(words))
        label = t("Go by {here}", here=here)
        st.button(label, on_click=_go_by, args=(here,), key="progress.clock")
    press_trouble()


def _go_by(zone: str) -> None:
    def work() -> None:
        changed = learner_settings().model_copy(update={"zone": zone})
        session.store().learners.set_settings(session.learner().key, changed, session.now())

    session.keep(_CHANGED, use_store(work))
