"""After an exam: the marks, where they were lost, the time, and every question with its reasons."""

from functools import partial
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.answered_list import answered_list
from components.confidence_choice import CONFIDENCE_WORDS
from components.focus_on_message import focus_on_message
from components.markup import el, show
from components.missed_ways import missed_ways
from components.press_trouble import press_trouble
from components.quiz_place import DRILL, leave_quiz, start_quiz
from components.response_log import log_exam
from components.time_words import time_words
from core.content.models import Content
from core.join.way_back import carried
from core.language.text import t
from core.numbers.number_format import percent
from core.quiz.exam import NodeScore, score_by_node, time_taken
from core.quiz.log import Mode
from core.quiz.mark import Mark
from core.quiz.quiz import Quiz, marks, score
from core.quiz.titles import MISSED, said_title


def exam_marks(name: str, content: Content, quiz: Quiz) -> None:
    """Draws the marks; the log takes the responses first, until it has them all."""
    if session.kept("exam.logged") != quiz.id and log_exam(quiz):
        session.keep("exam.logged", quiz.id)
    found = marks(quiz, content)
    missed = tuple(item_id for item_id, mark in found.items() if not mark.correct)
    credit = ""
    if any(0 < mark.score < 1 for mark in found.values()):
        credit = t("Total credit, part marks included: {share}.", share=percent(score(quiz, content)))
    sure = _sure_words(quiz, found)
    show(
        el("p", el("span", said_title(quiz.title)), el("span", _time_words(quiz)), class_="ll-eyebrow"),
        el("h1", t("{right} of {count} right", right=len(found) - len(missed), count=len(found)), class_="ll-question"),
        el("p", credit, class_="ll-lede") if credit else None,
        el("p", sure, class_="ll-note ll-num") if sure else None,
        class_="ll ll-question-head",
    )
    _elsewhere(quiz)
    retry = partial(_drill, quiz.title + MISSED, missed)
    added = missed_ways(name, quiz, missed, retry, partial(_others, name, bool(missed)))
    press_trouble()
    show(
        el("h2", t("By step or decision"), class_="sub"),
        el("div", *(_row(one) for one in score_by_node(content, quiz)), class_="ll-rows"),
    )
    answered_list(name, content, quiz)
    focus_on_message(f"{quiz.id} marks", quiz.id, told=added)


def _time_words(quiz: Quiz) -> str:
    return t("{time} from start to end", time=time_words(time_taken(quiz).total_seconds()))


def _sure_words(quiz: Quiz, found: dict[str, Mark]) -> str:
    """How many were right of those that one was sure of, fairly sure of, or guessed; empty when nothing was said."""
    told = []
    for level, word in CONFIDENCE_WORDS.items():
        stated = [found[name] for name, one in quiz.responses.items() if one.confidence is level and name in found]
        if stated:
            right = sum(mark.correct for mark in stated)
            told.append(t("{level}: {right} of {count} right.", level=t(word), right=right, count=len(stated)))
    return " ".join(told)


def _elsewhere(quiz: Quiz) -> None:
    """Another tab was open on the exam when it was handed in."""
    shown_here = session.kept("exam.place")
    if shown_here and shown_here[0] == quiz.id and session.kept("exam.handed_in_here") != quiz.id:
        words = t("This exam was handed in from another tab. Answers given after that do not count.")
        show(el("p", words, class_="ll-note", role="status"))


def _row(one: NodeScore) -> ET.Element:
    bar = el("div", el("i", style=f"width:{one.score:.0%}"), class_="ll-bar", aria_hidden="true")
    words = t("{right} of {count} right, {share}", right=one.right, count=one.questions, share=percent(one.score))
    right = el("span", words, class_="ll-num")
    return el("div", el("b", one.name), bar, right, class_="ll-row ll-node-score")


def _others(name: str, quiet: bool) -> None:
    label = t("Another exam")
    st.button(label, type="tertiary" if quiet else "primary", key=f"{name}.leave", on_click=leave_quiz, args=(name,))


def _drill(title: str, missed: tuple[str, ...]) -> None:
    """Retries go on as a drill, in its own room."""
    start_quiz(DRILL, title, Mode.DRILL, missed)
    session.set_params({"way": DRILL, **carried(session.params())})
    session.keep("exam.moved_on", True)
