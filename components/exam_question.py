"""One question of an exam: the answer is kept at once, and nothing is marked yet."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from components import session
from components.answer_form import answer_form
from components.answer_keys import answer_keys
from components.answer_now import answer_now, draft_now
from components.confidence_choice import confidence_choice
from components.exam_clock import note_question, stop_clock, timed
from components.exam_strip.exam_strip import Stop, exam_strip
from components.key_button import key_button
from components.key_presses.key_presses import key_presses
from components.learner_settings import learner_settings
from components.markup import el, show
from components.press_trouble import press_trouble
from components.question_head import question_head
from components.quiz_answers import form_key
from components.quiz_place import change_quiz
from components.response_log import answer_id
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import t
from core.quiz.display import shown_order
from core.quiz.exam import withdrawn
from core.quiz.generated import find_item
from core.quiz.log import Confidence
from core.quiz.quiz import Quiz, Response, flag, go_to, respond_to
from core.quiz.titles import said_title

KEYS = {"n": ("exam-next",), "p": ("exam-previous",), "f": ("exam-flag",)}


def exam_question(name: str, content: Content, quiz: Quiz) -> None:
    """Draws the strip, the question at this place, and the ways from it."""
    item = find_item(content, quiz.item_id)
    if item is None:
        return
    strip = st.container(key="exam-strip")
    question_head(content, item)
    key = form_key(name, quiz, item)
    order = shown_order(item, answer_id(quiz, item.id))
    response = quiz.responses.get(item.id)
    note_question(quiz)
    answer_form(item, order, key, response.answer if response else quiz.draft)
    sure = response.confidence if response else None
    if learner_settings().confidence:
        sure = confidence_choice(f"{key}.confidence", sure)
    quiz = _keep(name, quiz, item, key, sure)
    keep = partial(_keep_given, name, quiz, item, key)
    with strip:
        _strip(name, quiz, keep)
    _ways(name, quiz, keep)
    key_presses({**KEYS, **answer_keys(item, key)}, answer_id(quiz, quiz.item_id), "ll-question")
    press_trouble()


def _keep(name: str, quiz: Quiz, item: AnyItem, key: str, sure: Confidence | None) -> Quiz:
    """Keeps what stands in the form when it is new.

    An answer that was there is taken back once it is emptied, or cannot be read; what there is of it stays.
    """
    answer, draft = answer_now(item, key), draft_now(item, key)
    response = quiz.responses.get(item.id)
    seen = f"exam.seen.{answer_id(quiz, item.id)}"
    emptied = answer is None and response is not None and session.kept(seen) is not None
    session.keep(seen, answer)
    if emptied or (answer is None and response is None and draft != quiz.draft):
        step = timed(quiz, partial(withdrawn, item_id=item.id, draft=draft))
    elif answer is not None and (response is None or (response.answer, response.confidence) != (answer, sure)):
        given = Response(id=answer_id(quiz, item.id), answer=answer, confidence=sure)
        step = timed(quiz, partial(respond_to, item_id=item.id, response=given))
    else:
        return quiz
    return step(quiz) if change_quiz(name, quiz.id, step) else quiz


def _keep_given(name: str, quiz: Quiz, item: AnyItem, key: str) -> None:
    """Keeps what stands in the form as one leaves it: a press may come in the same run as the last of the answer."""
    response = quiz.responses.get(item.id)
    before = response.confidence if response else None
    sure = session.widget_value(f"{key}.confidence", before)
    _keep(name, quiz, item, key, Confidence(sure) if sure else None)


def _strip(name: str, quiz: Quiz, keep: Callable[[], None]) -> None:
    flagged = set(quiz.flagged)
    stops = [Stop(item_id in quiz.responses, item_id in flagged) for item_id in quiz.item_ids]
    counts = {"given": len(quiz.responses), "total": len(stops), "flagged": len(flagged)}
    if flagged:
        told = t("{given} of {total} answered, {flagged} flagged", **counts)
    else:
        told = t("{given} of {total} answered", **counts)
    with st.container(horizontal=True, vertical_alignment="center", key="bar-exam"):
        show(el("p", el("span", said_title(quiz.title)), el("span", told, role="status"), class_="ll-eyebrow"))
        st.button(t("Hand in"), key=f"exam.{quiz.id}.hand-in", on_click=_to_hand_in, args=(name, quiz, keep))
    exam_strip(stops, quiz.place, quiz.id, partial(_open, name, quiz, keep))
    show(el("p", t("Solid and underlined: answered. Dashed: open. ⚑ is your flag."), class_="ll-note"))


def _ways(name: str, quiz: Quiz, keep: Callable[[], None]) -> None:
    last = quiz.place == len(quiz.item_ids) - 1
    flag_it: Callable[[], Any] = partial(change_quiz, name, quiz.id, partial(flag, item_id=quiz.item_id))
    flag_words = t("Remove the flag") if quiz.item_id in quiz.flagged else t("Flag")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="ways-exam"):
        if last:
            key_button("exam-next", t("To the end `N`"), partial(_to_hand_in, name, quiz, keep), "primary")
        else:
            key_button("exam-next", t("Next `N`"), partial(_open, name, quiz, keep, quiz.place + 1), "primary")
        back = partial(_open, name, quiz, keep, quiz.place - 1)
        key_button("exam-previous", t("Previous `P`") if quiz.place else t("Previous"), back, disabled=not quiz.place)
        st.button(f"{flag_words} `F`", type="tertiary", icon=":material/flag:", key="exam-flag.press", on_click=flag_it)


def _open(name: str, quiz: Quiz, keep: Callable[[], None], place: int) -> None:
    keep()
    change_quiz(name, quiz.id, timed(quiz, partial(go_to, place=place)))


def _to_hand_in(name: str, quiz: Quiz, keep: Callable[[], None]) -> None:
    keep()
    change_quiz(name, quiz.id, timed(quiz, lambda kept: kept))
    session.keep("exam.handing_in", quiz.id)
    stop_clock()
