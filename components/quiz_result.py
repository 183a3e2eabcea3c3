"""The end of a drill: what was right, what was missed, and what to do with that."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.answered_list import answered_list
from components.focus_on_message import focus_on_message
from components.markup import el, show
from components.missed_ways import missed_ways
from components.press_trouble import press_trouble
from components.quiz_place import leave_quiz, new_seed, start_quiz
from core.content.models import Content
from core.language.text import nt, t
from core.numbers.number_format import percent
from core.quiz.drill_sets import fresh_numbers
from core.quiz.generated import FAMILIES
from core.quiz.mark import Mark
from core.quiz.quiz import Quiz, marks, score
from core.quiz.titles import AGAIN, said_title


def quiz_result(name: str, content: Content, quiz: Quiz, between: Callable[[], object] | None = None) -> None:
    """Draws the result, the ways on, and every question with its mark; their answers when asked for.

    `between` draws what stands above the questions.
    """
    found = marks(quiz, content)
    missed = tuple(item_id for item_id, mark in found.items() if not mark.correct)
    right = len(found) - len(missed)
    told = _sentence(quiz, content, found, missed)
    show(
        el("p", el("span", said_title(quiz.title)), class_="ll-eyebrow"),
        el("h1", t("{right} of {count} right", right=right, count=len(found)), class_="ll-question"),
        el("p", told, class_="ll-lede") if told else None,
        class_="ll ll-question-head",
    )
    retry = partial(start_quiz, name, _again(quiz.title), quiz.mode, missed)
    added = missed_ways(name, quiz, missed, retry, partial(_others, name, quiz, missed))
    press_trouble()
    if between is not None:
        between()
    answered_list(name, content, quiz)
    focus_on_message(f"{quiz.id} result", quiz.id, told=added)


def _sentence(quiz: Quiz, content: Content, found: dict[str, Mark], missed: tuple[str, ...]) -> str:
    """What the count of right ones above it does not say."""
    if not missed:
        return t("You missed nothing.")
    partly = sum(0 < mark.score < 1 for mark in found.values())
    if not partly:
        return ""
    told = {"missed": len(missed), "partly": partly, "share": percent(score(quiz, content))}
    if partly == len(missed):
        return nt(
            "The one that you missed was partly right. Total credit: {share}.",
            "All {n} that you missed were partly right. Total credit: {share}.",
            partly,
            share=told["share"],
        )
    return t("You missed {missed}, {partly} of them partly right. Total credit: {share}.", **told)


def _others(name: str, quiz: Quiz, missed: tuple[str, ...]) -> None:
    families = _families(quiz)
    if families:
        more = fresh_numbers(families, len(quiz.item_ids), new_seed(), quiz.item_ids)
        st.button(
            t("{count} fresh ones", count=len(more)),
            type="secondary" if missed else "primary",
            key=f"{name}.more",
            on_click=start_quiz,
            args=(name, quiz.title.removesuffix(AGAIN), quiz.mode, more),
        )
    quiet = missed or families
    label = t("Choose another set")
    st.button(label, type="tertiary" if quiet else "primary", key=f"{name}.leave", on_click=leave_quiz, args=(name,))


def _again(title: str) -> str:
    return title.removesuffix(AGAIN) + AGAIN


def _families(quiz: Quiz) -> tuple[str, ...]:
    """The families of a drill of numbers alone, which never ends."""
    names = tuple(dict.fromkeys(item_id.partition("~")[0] for item_id in quiz.item_ids))
    return names if all("~" in item_id for item_id in quiz.item_ids) and set(names) <= set(FAMILIES) else ()
