"""One question of a drill: asked, answered, told why, and on to the next."""

from functools import partial

import streamlit as st

from components import session
from components.answer_feedback import answer_feedback
from components.answer_form import answer_form
from components.answer_keys import TYPED, answer_keys
from components.answer_now import draft_now
from components.check_label import check_label
from components.confidence_choice import confidence_choice
from components.key_button import key_button
from components.key_presses.key_presses import key_presses
from components.learner_settings import learner_settings
from components.lost_focus import lost_focus
from components.markup import el, icon_row, show
from components.press_trouble import press_trouble
from components.question_foot import question_foot
from components.question_head import question_head
from components.quiz_answers import form_key, give, give_recalled, give_up, note_shown, show_hint, turn
from components.quiz_head import quiz_head
from components.quiz_place import keep_draft
from components.response_log import answer_id
from components.shown_first import shown_first
from components.too_soon import too_soon
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import t
from core.numbers.number_format import percent
from core.quiz.answers import SELF_GRADED
from core.quiz.display import shown_order
from core.quiz.generated import find_item
from core.quiz.log import Confidence
from core.quiz.marking import given_up
from core.quiz.quiz import Quiz, Response, marks

Keys = dict[str, tuple[str, ...]]

_TOLD: Keys = {**dict.fromkeys(("Space", "Enter"), ("quiz-on",)), "t": ("quiz-twin",)}
_RECALL: Keys = {
    **dict.fromkeys(("Space", "Enter"), ("quiz-turn", "quiz-knew")),
    "1": ("quiz-not",),
    "2": ("quiz-knew",),
}


def quiz_question(name: str, content: Content, quiz: Quiz) -> Response | None:
    """Draws the question at this place, or the feedback to its answer; gives the response that is there."""
    item = find_item(content, quiz.item_id)
    if item is None:
        return None
    quiz_head(name, quiz)
    question_head(content, item)
    response = quiz.responses.get(item.id)
    if response is not None:
        keys = _told(content, quiz, item, response)
    elif item.kind in SELF_GRADED:
        keys = _recall(name, content, quiz, item)
    else:
        keys = _ask(name, quiz, item)
    press_trouble()
    turned = bool(response) or bool(session.kept(f"{form_key(name, quiz, item)}.turned"))
    key_presses(keys, f"{answer_id(quiz, item.id)} {turned}", "ll-said" if turned else "ll-question")
    return response


def _ask(name: str, quiz: Quiz, item: AnyItem) -> Keys:
    note_shown(name, quiz, item)
    key = form_key(name, quiz, item)
    send = partial(give, name, quiz, item)
    answer = answer_form(item, shown_order(item, answer_id(quiz, item.id)), key, quiz.draft, send)
    hinted = item.id in quiz.hinted
    if item.hint and hinted:
        show(el("div", icon_row("lightbulb", t("Hint."), item.hint), class_="ll-hint", role="status", tabindex="-1"))
        lost_focus(".ll-hint", token=item.id)  # the button that asked for it is gone
    if learner_settings().confidence:
        confidence_choice(f"{key}.confidence", quiz.sure)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="quiz-ways"):
        key_button("quiz-check", check_label(item, answer), send, "primary", disabled=answer is None)
        label = t("I do not know") if item.kind in TYPED else t("I do not know `N`")
        key_button("quiz-up", label, partial(give_up, name, quiz, item), "tertiary")
        if item.hint and not hinted:
            label = t("Hint, costs a quarter") if item.kind in TYPED else t("Hint, costs a quarter `H`")
            key_button("quiz-hint", label, partial(show_hint, name, quiz, item), "tertiary")
    keys = answer_keys(item, key, "quiz-check", "quiz-up", "quiz-hint")
    if answer is None:
        too_soon(item, sum(name.isdigit() for name in keys))
    sure = session.widget_value(f"{key}.confidence")
    keep_draft(name, quiz, draft_now(item, key), Confidence(sure) if sure else None)
    return keys


def _recall(name: str, content: Content, quiz: Quiz, item: AnyItem) -> Keys:
    note_shown(name, quiz, item)
    key = form_key(name, quiz, item)
    if not session.kept(f"{key}.turned"):
        show(el("p", t("Say it to yourself first."), class_="ll-note"))
        key_button("quiz-turn", t("Show the answer `Space`"), partial(turn, f"{key}.turned"), "primary")
        return _RECALL
    answer_feedback(item, None, given_up(item), ())
    shown_first()
    with st.container(horizontal=True, gap="small", key="quiz-ways"):
        key_button("quiz-knew", t("I knew it `2`"), partial(give_recalled, name, quiz, item, True), "primary")
        key_button("quiz-not", t("I did not `1`"), partial(give_recalled, name, quiz, item, False))
    question_foot(content, item)
    return _RECALL


def _told(content: Content, quiz: Quiz, item: AnyItem, response: Response) -> Keys:
    order = shown_order(item, answer_id(quiz, item.id))
    found = marks(quiz, content)[item.id]
    answer_feedback(item, response.answer, found, order, response.confidence)
    shown_first()
    if response.hints:
        words = t("Credit after the hint: {share}.", share=percent(found.credit(response.hints)))
        show(el("p", words, class_="ll-note"))
    return _TOLD
