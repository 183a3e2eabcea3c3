"""Which interview question: by level and topic, the chapter's own first."""

import streamlit as st

from components import session
from components.interview_english import interview_english
from components.interview_place import start_sitting
from components.interview_told import interview_told
from components.key_presses.key_presses import key_presses
from components.label_text import label_text
from components.lasting_note import lasting_note
from components.markup import el, show
from components.named_question import named_question
from components.page_head import page_head
from core.content.interview_items import LEVEL_LABELS, TOPIC_LABELS, FreeAnswer, Level, Topic
from core.content.models import Content
from core.interview.question_list import interview_questions, question_named
from core.language.numbers import day_and_month
from core.language.text import marked, t
from core.numbers.number_format import clock

_ALL = marked("All")
_RECENT = 200
_LEVEL, _TOPIC, _PICK = "interview-choice.level", "interview-choice.topic", "interview-choice.pick"


def interview_choice(content: Content) -> None:
    """Draws the filters, the list, and under it, always within sight, the start.

    Picked is at first what an address names, else the first question that was not answered yet.
    """
    page_head(
        t("Interview"),
        t("Answer in your own words against a clock. Then see which points you made and which you missed."),
    )
    interview_english()
    named_question(content, None)
    questions = interview_questions(content, _level(), _topic())
    if not questions:
        show(el("p", t("No question matches this level and topic. Choose another topic."), role="status"))
        return
    ids, answered = [item.id for item in questions], _answered()
    if session.widget_value(_PICK) not in ids:
        named = question_named(content, session.params())
        fresh = next((name for name in ids if name not in answered), ids[0])
        session.set_widget_value(_PICK, named.id if named and named.id in ids else fresh)
    with st.container(key="choice-interview"):
        st.radio(
            t("Question"),
            ids,
            format_func=lambda name: label_text(content.item_by_id[name].question),
            captions=[_caption(item) + answered.get(item.id, "") for item in questions],
            key=_PICK,
            width="stretch",
        )
    lasting_note()
    with st.container(key="ask-interview", gap="small"):
        interview_told()
        st.button(
            t("Ask me this question"),
            type="primary",
            key="interview-choice.start",
            on_click=lambda: start_sitting(str(session.widget_value(_PICK))),
        )
    key_presses({}, "choice", "ll-head")


def _caption(item: FreeAnswer) -> str:
    return f"{_level_words(item.level)} · {t(TOPIC_LABELS[item.topic])}\u00a0·\u00a0{clock(item.minutes * 60)}"


def _answered() -> dict[str, str]:
    """For each question that was answered before, when it was last."""
    found = session.store().log.recent(session.learner().key, _RECENT, kind="free-answer")
    return {one.item_id: t(" · Answered on {date}", date=day_and_month(one.day)) for one in found}


def _level() -> Level | None:
    found = st.segmented_control(
        t("Level"), [_ALL, *Level], default=_ALL, required=True, key=_LEVEL, format_func=_level_words
    )
    return None if found in (None, _ALL) else Level(found)


def _level_words(level: str) -> str:
    return t(_ALL) if level == _ALL else t(LEVEL_LABELS[Level(level)]).capitalize()


def _topic() -> Topic | None:
    labels: dict[str, str] = {_ALL: marked("All topics")} | {
        topic.value: words for topic, words in TOPIC_LABELS.items()
    }
    found = st.selectbox(t("Topic"), list(labels), format_func=lambda topic: t(labels[topic]), key=_TOPIC)
    return None if found in (None, _ALL) else Topic(found)
