"""A statement to judge: the verdict first, then the reason for it."""

import streamlit as st

from components import session
from components.label_text import label_text
from components.markup import el, show
from core.content.choice_items import TrueFalse
from core.language.text import marked, t
from core.quiz.answers import AnyAnswer, Judged

_VERDICTS = {"true": marked("True"), "false": marked("False")}


def judge_statement(item: TrueFalse, order: tuple[str, ...], key: str, draft: AnyAnswer | None) -> None:
    """Draws the verdict, and the reasons once it is given."""
    verdict, reason = f"{key}.verdict", f"{key}.reason"
    reasons = {choice.id: choice.text for choice in item.reasons}
    if session.widget_value(verdict) is None and isinstance(draft, Judged):
        session.set_widget_value(verdict, "true" if draft.holds else "false")
        if draft.reason in reasons:
            session.set_widget_value(reason, draft.reason)
    with st.container(key=f"choice-verdict-{key}"):
        picked = st.radio(
            t("True or false?"),
            list(_VERDICTS),
            index=None,
            format_func=lambda one: t(_VERDICTS[one]),
            key=verdict,
            label_visibility="collapsed",
            width="stretch",
        )
    if picked is None:
        show(el("p", t("Say which, then why."), class_="ll-note"))
        return
    ids = [name for name in order if name in reasons] or list(reasons)
    with st.container(key=f"choice-reason-{key}"):
        st.radio(
            t("Why is it true?") if picked == "true" else t("Why is it false?"),
            ids,
            index=None,
            format_func=lambda name: label_text(reasons[name]),
            key=reason,
            width="stretch",
        )
