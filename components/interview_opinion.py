"""A second opinion by a language model, where one is set up: what would be sent is shown before it is."""

import json

import streamlit as st

from components import session
from components.markup import el, icon, show
from components.opinion_asked import WANTED
from core.interview.headline import headline
from core.interview.opinion_prompt import Form, request_body
from core.interview.second_opinion import Endpoint, Opinion
from core.interview.turn import Turn
from core.language.text import t


def interview_opinion(turn: Turn, found: Opinion | None, key: str) -> None:
    """Draws what the model said beside its verdicts, and the offer to ask; nothing where no model is set up."""
    endpoint = session.endpoint()
    if endpoint is None:
        return
    if found is not None and found.by_model:
        _said(found, endpoint)
    elif found is not None:
        show(el("p", icon("cloud_off"), el("span", found.note), class_="ll-chef ll-told", role="alert"))
    _offer(turn, found, endpoint, key)


def _said(found: Opinion, endpoint: Endpoint) -> None:
    named = session.content().misconception_by_id
    names = [named[one.id].name for one in found.mark.misconceptions if one.id in named]
    show(
        el("h3", t("Second opinion by {model}", model=endpoint.model), class_="sub"),
        el("p", f"{headline(found.mark)}.", role="status"),
        *(el("p", t("It hears “{name}”.", name=name)) for name in names),
        el("p", found.feedback) if found.feedback else None,
        el("p", t("A model can be wrong. Its quotes were checked against your answer."), class_="ll-note"),
        class_="ll ll-stack",
    )


def _offer(turn: Turn, found: Opinion | None, endpoint: Endpoint, key: str) -> None:
    answered = found is not None and found.by_model
    label = t("What was sent") if answered else t("Ask a language model for a second opinion")
    with st.expander(label, icon=":material/forum:", key=f"{key}.{'sent' if answered else 'opinion'}"):
        body = request_body(endpoint.model, session.rubrics()[turn.rubric_id], turn.answer, Form.SCHEMA)
        if not answered:
            there = endpoint.address
            show(el("p", t("Only this goes to {there}, and only once you send it. The marks here stay.", there=there)))
        st.code(json.dumps(body, indent=2, ensure_ascii=False), language="json", wrap_lines=True, height=240)
        if not answered:
            st.button(
                t("Send it again") if found else t("Send it"),
                icon=":material/send:",
                key=f"{key}.send",
                on_click=lambda: session.keep(WANTED, key),
            )
