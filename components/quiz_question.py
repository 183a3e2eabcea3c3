"""One question of a drill: asked, answered, told why, and on to the next."""

from functools import partial

import streamlit as st

from components import session
from components.answer_feedback import answer_feedback
from components.answer_form import answer_form
from components.confidence_choice import confidence_choice
from components.markup import el, icon_row, show
from components.question_head import question_head
from components.quiz_answers import form_key, give, give_recalled, give_up, note_shown, turn
from components.quiz_head import quiz_head
from components.quiz_place import keep_draft
from components.quiz_trouble import quiz_trouble
from components.response_log import answer_id
from core.content.items import AnyItem
from core.content.models import Content
from core.quiz.display import shown_order
from core.quiz.exam import SELF_GRADED
from core.quiz.generated import find_item
from core.quiz.marking import given_up
from core.quiz.quiz import Quiz, Response, marks


def quiz_question(name: str, content: Content, quiz: Quiz) -> Response | None:
    """Draws the question at this place, or the feedback to its answer; gives the response that is there."""
    item = find_item(content, quiz.item_id)
    if item is None:
        return None
    quiz_head(name, quiz)
    question_head(content, item)
    response = quiz.responses.get(item.id)
    if response is not None:
        _told(content, quiz, item, response)
    elif item.kind in SELF_GRADED:
        _recall(name, quiz, item)
    else:
        _ask(name, quiz, item)
    quiz_trouble()
    return response


def _ask(name: str, quiz: Quiz, item: AnyItem) -> None:
    note_shown(name, quiz, item)
    key = form_key(name, quiz, item)
    order = shown_order(item, answer_id(quiz, item.id))
    answer = answer_form(item, order, key, quiz.draft, on_submit=partial(give, name, quiz, item))
    if session.store().learners.settings(session.learner().key).confidence:
        confidence_choice(f"{key}.confidence")
    if item.hint and session.kept(f"{key}.hint"):
        show(icon_row("lightbulb", "Hint.", item.hint))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"give-{name}"):
        st.button(
            "Check answer",
            type="primary",
            disabled=answer is None,
            key=f"{key}.give",
            on_click=give,
            args=(name, quiz, item),
        )
        st.button("I don't know", type="tertiary", key=f"{key}.up", on_click=give_up, args=(name, quiz, item))
        if item.hint and not session.kept(f"{key}.hint"):
            label = "Hint, for a quarter of the credit"
            st.button(label, type="tertiary", key=f"{key}.turn", on_click=turn, args=(f"{key}.hint",))
    keep_draft(name, quiz, answer)


def _recall(name: str, quiz: Quiz, item: AnyItem) -> None:
    note_shown(name, quiz, item)
    key = form_key(name, quiz, item)
    if not session.kept(f"{key}.turned"):
        show(el("p", "Say it to yourself first.", class_="ll-note"))
        st.button(
            "Show the answer",
            type="primary",
            shortcut="Space",
            key=f"{key}.turn",
            on_click=turn,
            args=(f"{key}.turned",),
        )
        return
    answer_feedback(item, None, given_up(item), ())
    with st.container(horizontal=True, gap="small", key=f"give-{name}"):
        args = (name, quiz, item)
        st.button(
            "I knew it", type="primary", shortcut="1", key=f"{key}.knew", on_click=give_recalled, args=(*args, True)
        )
        st.button("I did not", shortcut="2", key=f"{key}.not", on_click=give_recalled, args=(*args, False))


def _told(content: Content, quiz: Quiz, item: AnyItem, response: Response) -> None:
    order = shown_order(item, answer_id(quiz, item.id))
    found = marks(quiz, content)[item.id]
    answer_feedback(item, response.answer, found, order, response.confidence)
    if response.hints:
        show(el("p", f"Credit after the hint: {found.credit(response.hints):.0%}.", class_="ll-note"))
