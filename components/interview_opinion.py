"""A second opinion by a language model, where one is set up: what would be sent is shown before it is."""

import json

import streamlit as st

from components import session
from components.markup import el, icon, show
from core.interview.grade_report import quoted
from core.interview.headline import headline
from core.interview.mock import Turn
from core.interview.opinion_prompt import Form, request_body
from core.interview.second_opinion import Endpoint, Opinion, ask
from core.interview.verdicts import AnswerMark, PointMark


def interview_opinion(turn: Turn, mark: AnswerMark, key: str) -> None:
    """Draws the offer, or the opinion once it was asked for; nothing where none is set up."""
    endpoint = session.endpoint()
    if endpoint is None:
        return None
    found: Opinion | None = session.kept(f"interview.opinion.{key}")
    if found is not None:
        return _opinion(turn, found, endpoint)
    with st.expander("Ask a language model for a second opinion", icon=":material/forum:", key=f"{key}.opinion"):
        body = request_body(endpoint.model, session.rubrics()[turn.rubric_id], turn.answer, Form.SCHEMA)
        words = f"This would be sent to {endpoint.address}. The marks here stay as they are."
        show(el("p", words))
        st.code(json.dumps(body, indent=2, ensure_ascii=False), language="json", wrap_lines=True, height=240)
        if st.button("Send it", icon=":material/send:", key=f"{key}.send"):
            with st.spinner("Waiting for the model"):
                opinion = ask(endpoint, session.rubrics()[turn.rubric_id], turn.answer, mark)
            session.keep(f"interview.opinion.{key}", opinion)
            st.rerun(scope="fragment")
    return None


def _opinion(turn: Turn, found: Opinion, endpoint: Endpoint) -> None:
    if not found.by_model:
        show(el("p", icon("cloud_off"), el("span", found.note), class_="ll-chef", role="status"))
        return
    texts = {point.id: point.text for point in session.rubrics()[turn.rubric_id].key_points}
    rows = [
        el("li", el("strong", one.verdict.value.capitalize()), f": {texts[one.id]}", _words(turn, one))
        for one in found.mark.points
    ]
    names = [session.content().misconception_by_id[one.id].name for one in found.mark.misconceptions]
    show(
        el("h2", f"Second opinion by {endpoint.model}", class_="sub"),
        el("p", headline(found.mark), "."),
        el("ul", *rows),
        *(el("p", f"It hears “{name}”.") for name in names),
        el("p", found.feedback) if found.feedback else None,
        el("p", "A model's opinion can be wrong. Its quotes were held against your answer.", class_="ll-note"),
        class_="ll ll-stack",
    )


def _words(turn: Turn, one: PointMark) -> str:
    quote = quoted(turn.answer, one.evidence)
    return (f" “{quote}”" if quote else "") + (f" {one.note}" if one.note else "")
