"""Deletion in two steps: the first says what goes, the second does it."""

import streamlit as st

from components import session
from components.markup import el, icon, show
from core.store.errors import StoreError

_ASKED, _TOLD = "learner-data.asked", "learner-data.delete-told"


def learner_data_delete() -> None:
    """Draws the button; once it is pressed what would go, and the two ways on."""
    with st.container(key="strip-delete", gap="small", width=760):
        show(el("h3", "Delete my data"), class_="ll ll-stack")
        if told := session.kept(_TOLD):
            st.error(told, icon=":material/sync_problem:")
        if not session.kept(_ASKED):
            show(el("p", "Removes everything that this server keeps of you. Export it first if you may want it again."))
            st.button("Delete my data", icon=":material/delete:", on_click=_ask, args=(True,), key="learner-data.ask")
            return
        show(el("p", icon("warning"), f" {_what_goes()} It cannot be undone.", role="alert"))
        with st.container(horizontal=True, gap="small"):
            if st.button("Delete it for good", icon=":material/delete_forever:", key="learner-data.delete"):
                _delete()
            st.button("Keep it", on_click=_ask, args=(False,), key="learner-data.keep")


def _what_goes() -> str:
    held = session.store().learners.holdings(session.learner().key)
    parts = [
        f"{held.answers:,} answers",
        f"the schedule of {held.cards:,} questions",
        f"{held.drafts} open drafts" if held.drafts else "",
        "your settings",
    ]
    named = [part for part in parts if part]
    elsewhere = ", on every device that shares this record" if held.browsers > 1 else ""
    return f"This deletes {', '.join(named[:-1])} and {named[-1]}{elsewhere}."


def _ask(asked: bool) -> None:
    session.keep(_ASKED, asked)
    session.keep(_TOLD, None)


def _delete() -> None:
    try:
        session.store().learners.delete(session.learner().key)
    except StoreError as error:
        session.keep(_TOLD, str(error))
        st.rerun()
    session.forget()
    session.keep("learner-data.deleted", True)
    session.set_params({})
    st.rerun()
