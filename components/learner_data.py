"""A learner's data: export, import, another device, deletion."""

import streamlit as st

from components import session
from components.learner_data_delete import learner_data_delete
from components.learner_data_export import learner_data_export
from components.learner_data_import import learner_data_import
from components.learner_data_offer import learner_data_offer
from components.learner_data_redeem import learner_data_redeem
from components.markup import el, icon, show
from components.question_downloads import question_downloads
from components.scroll_to import scroll_to
from components.store_errors_shown import store_errors_shown
from core.content.models import Content
from core.language.text import t
from core.store.errors import StoreError

_DELETED = "learner-data-deleted"


@st.fragment
def learner_data(content: Content) -> None:
    """Draws the four ways, and the questions to take away."""
    if session.take("learner-data.changed"):
        st.rerun()
    try:
        store = session.store()
    except StoreError:
        return  # progress, drawn above, says why it cannot be opened
    with store_errors_shown():
        learner = session.learner()
        known = store.learners.known(learner.key)
        if session.take("learner-data.deleted"):
            words = t("Deleted. Nothing of yours is kept here.")
            show(el("p", icon("check_circle"), f" {words}", role="status", id=_DELETED))
            scroll_to(_DELETED)
        with st.container(key="learner-data", gap="medium"):
            _head(known, learner.lasting)
            left, right = st.columns(2, gap="large")
            with left:
                learner_data_import(content)
            with right:
                learner_data_redeem()
            if known:  # a row of its own: else the two ways out begin at two heights
                left, right = st.columns(2, gap="large")
                with left:
                    learner_data_export()
                with right:
                    learner_data_offer()
                learner_data_delete()
            question_downloads(content)


def _head(known: bool, lasting: bool) -> None:
    title = t("Your data") if known else t("Progress from elsewhere")
    show(el("h2", title, class_="sub"), el("p", _where(lasting)), class_="ll ll-stack")


def _where(lasting: bool) -> str:
    if not lasting:
        return t(
            "This browser keeps no cookies, so what you do here is lost after this visit. Export it before you go, "
            "or let this site keep a cookie."
        )
    return t(
        "Kept on this server under a random number in a cookie: no name, no address, no account. Another browser "
        "counts as another learner until you link the two."
    )
