"""Brings API prices up to date on request, in the background; without a network it says so, and the table stays."""

from typing import Any

import streamlit as st

from components import session
from components.markup import remark, show
from core.calculators.prices import PriceUpdate, start_update
from core.language.text import t

_WITH_PRICES = ("break-even", "cost")
_PATIENCE_S = 2.0


def calculator_prices(calculator_id: str) -> None:
    """Draws the button for calculators that use API prices, and what came of it."""
    if calculator_id not in _WITH_PRICES:
        return
    polling = session.kept("prices.pending") is not None
    st.fragment(_prices, run_every=0.5 if polling else None)(polling)


def _prices(polling: bool) -> None:
    started: Any = session.kept("prices.pending")
    st.button(t("Update prices"), icon=":material/sync:", on_click=_start, key="prices.update")
    if started is None:
        said: PriceUpdate | None = session.kept("prices.update")
        _say(said.sentence if said else None)
        return
    if not polling:
        st.rerun()  # only the page can set this fragment to look again by itself
    future, since = started
    if future.done():
        update = future.result()
        session.keep("prices.pending", None)
        session.keep("prices.update", update)
        session.keep_api_prices(update.reference)
        st.rerun()
    waited = (session.now() - since).total_seconds()
    late = t("No answer yet. The old table stays in use; you can keep working.")
    _say(t("Fetching the newest prices …") if waited < _PATIENCE_S else late)


def _say(sentence: str | None) -> None:
    if sentence:
        show(remark(sentence, note=True, role="status"))


def _start() -> None:
    """Once at a time; the button is not disabled meanwhile, since it would lose the focus."""
    if session.kept("prices.pending") is not None:
        return
    now = session.now()
    session.keep("prices.pending", (start_update(session.reference(), now), now))
    session.keep("prices.update", None)
