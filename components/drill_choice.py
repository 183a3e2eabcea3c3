"""Chooses a drill: the set, a part of it, how many questions; the address names them."""

from collections.abc import Sequence

import streamlit as st

from components import session
from components.address_note import address_note
from components.lasting_note import lasting_note
from components.markup import el, show
from components.page_head import page_head
from components.press_trouble import press_trouble
from components.quiz_place import kept_seed, start_quiz
from components.scroll_to import scroll_to
from core.content.models import Content
from core.language.text import marked, nt, t
from core.numbers.number_format import percent
from core.quiz.decks import node_of
from core.quiz.drill_sets import (
    KIND_TITLES,
    SIZES,
    DrillSet,
    SetKind,
    draw_set,
    missed_though_sure,
    node_name,
    parts,
    read_set,
    set_size,
    title_of,
)
from core.quiz.drills import LAST_ANSWERS, weak_spots
from core.quiz.log import Answered, Mode
from core.quiz.quiz import Quiz
from core.quiz.titles import said_title

MOST_ANSWERS = 500
"""How many of the last answers are searched for what was missed."""
PART_LABELS = {
    SetKind.NUMBERS: marked("Which calculation"),
    SetKind.PAGE: marked("Which page"),
    SetKind.NODE: marked("Which step or decision"),
}
KIND, SIZE = "drill-choice.kind", "drill-choice.size"
_START = "drill-start"
CHOICE_KEYS = {str(n): (f"choice-drill#{n}",) for n in range(1, len(SetKind) + 1)}
"""The number that stands at the right of a set picks it."""


def drill_choice(name: str, content: Content, open_one: Quiz | None) -> None:
    """Draws the choice, with the way back to a drill that is open."""
    page_head(t("Drill"), t("One set in one go. Your review schedule stays as it is."))
    recent = session.store().log.recent(session.learner().key, MOST_ANSWERS)
    led_here = _read_address(content, recent)
    if open_one is not None and not open_one.submitted:
        _back(open_one)
    drill = _set(content, recent)
    there = set_size(content, drill, recent)
    size = _size(there)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="start-drill"):
        count = min(size, there)
        st.button(
            nt("Start {n} question", "Start {n} questions", count) if count else t("Nothing to drill here"),
            type="primary",
            disabled=not count,
            key="drill-choice.start",
            on_click=_start,
            args=(name, title_of(content, drill), draw_set(content, drill, recent, size, _seed_or_new(name))),
        )
        show(el("span", id=_START))
    if led_here:  # the set is chosen, so what is left to do may lie below the screen
        scroll_to(_START, block="nearest", alone=True)
    press_trouble()
    lasting_note()


def _read_address(content: Content, recent: Sequence[Answered]) -> bool:
    """Fills the fields from a new address, or into newly drawn fields; says what in it is wrong and was ignored.

    True when a link has just led here to a set.
    """
    given = session.params()
    words, size = given.get("set"), given.get("n")
    is_new = session.once("drill-choice.address", f"{words} {size} {given.get('seed')}")
    if is_new or session.widget_value(KIND) is None:
        _take(content, words, size)
    if session.widget_value(KIND) is None:
        something_missed = set_size(content, DrillSet(SetKind.MISSED), recent) > 0
        session.set_widget_value(KIND, SetKind.MISSED if something_missed else SetKind.MIXED)
    problems = []
    if words is not None and read_set(content, words) is None:
        problems.append(t("The address names a set that does not exist. It was ignored."))
    if size is not None and size not in map(str, SIZES):
        sizes = ", ".join(map(str, SIZES))
        problems.append(t("The number of questions in the address is not one of {sizes}. It was ignored.", sizes=sizes))
    if given.get("seed") is not None and _seed() is None:
        problems.append(t("The seed in the address is not a valid number. It was ignored."))
    address_note(*problems)
    return is_new and words is not None and not problems


def _take(content: Content, words: str | None, size: str | None) -> None:
    drill = read_set(content, words) if words else None
    if drill is not None:
        session.set_widget_value(KIND, drill.kind)
        session.set_widget_value(_part_key(drill.kind), drill.part)
    if size and size in map(str, SIZES):
        session.set_widget_value(SIZE, int(size))


def _back(quiz: Quiz) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="rule-drill-open"):
        title, place, count = said_title(quiz.title), quiz.place + 1, len(quiz.item_ids)
        st.markdown(t("**{title}** is open: question {place} of {count}", title=title, place=place, count=count))
        st.button(t("Resume"), key="drill-choice.back", on_click=_forget_address)


def _set(content: Content, recent: Sequence[Answered]) -> DrillSet:
    captions = _captions(content, recent)
    empty = [kind for kind in SetKind if not parts(content, kind) and not set_size(content, DrillSet(kind), recent)]
    with st.container(key="choice-drill"):
        kind = st.radio(
            t("What do you want to drill?"),
            list(SetKind),
            format_func=lambda kind: f":gray[{t(KIND_TITLES[kind])}]" if kind in empty else t(KIND_TITLES[kind]),
            captions=[captions[kind] for kind in SetKind],
            key=KIND,
            on_change=_write_address,
            width="stretch",
        )
    found = SetKind(kind or SetKind.MIXED)
    choices = dict(parts(content, found))
    if not choices:
        return DrillSet(found)
    if found is not SetKind.NODE:  # the names of nodes are the chapter's
        choices = {part: t(title) for part, title in choices.items()}
    labels = {"": t("All of them"), **choices} if found is SetKind.NUMBERS else choices
    key = _part_key(found)
    if session.widget_value(key) not in labels:
        session.set_widget_value(key, next(iter(labels)))
    part = st.selectbox(
        t(PART_LABELS[found]), list(labels), format_func=labels.__getitem__, key=key, on_change=_write_address
    )
    return DrillSet(found, str(part or ""))


def _captions(content: Content, recent: Sequence[Answered]) -> dict[SetKind, str]:
    missed = set_size(content, DrillSet(SetKind.MISSED), recent)
    count = set_size(content, DrillSet(SetKind.MIXED), recent)
    spots = weak_spots(recent, node_of(content))[:3]
    weak = ", ".join(f"{node_name(content, spot.node)} {percent(spot.score)}" for spot in spots)
    return {
        SetKind.MISSED: _missed_words(missed, recent) if missed else t("You have missed nothing so far"),
        SetKind.WEAK: t("From your last {count} answers: {spots}", count=LAST_ANSWERS, spots=weak)
        if weak
        else t("They appear once you miss something"),
        SetKind.MIXED: t("All {count} questions, topics alternating", count=count),
        SetKind.NUMBERS: t("Calculations with new numbers each time, solved step by step"),
        SetKind.PAGE: t("What one page of the course teaches"),
        SetKind.NODE: t("One step of the pipeline or the decision"),
    }


def _missed_words(missed: int, recent: Sequence[Answered]) -> str:
    if missed_though_sure(recent):
        return t("{missed} that you last got wrong, those you were sure of first", missed=missed)
    return t("{missed} that you last got wrong, latest first", missed=missed)


def _size(there: int) -> int:
    sizes = [size for number, size in enumerate(SIZES) if not number or there >= size or there > SIZES[number - 1]]
    labels = {size: t("All {count}", count=there) if there < size else str(size) for size in sizes}
    if session.widget_value(SIZE) not in sizes:
        session.set_widget_value(SIZE, sizes[min(1, len(sizes) - 1)])
    with st.container(key="size-drill"):
        if there <= sizes[0]:
            return sizes[0]
        picked = st.segmented_control(
            t("How many questions"),
            sizes,
            format_func=labels.__getitem__,
            required=True,
            key=SIZE,
            on_change=_write_address,
        )
    return int(picked or sizes[0])


def _part_key(kind: SetKind) -> str:
    return f"drill-choice.part.{kind.value}"


def _write_address() -> None:
    kind = SetKind(session.widget_value(KIND))
    choices = [""] if kind is SetKind.NUMBERS else [part for part, _ in parts(session.content(), kind)]
    part = session.widget_value(_part_key(kind)) or next(iter(choices), "")
    session.put_param("set", str(DrillSet(kind, part)))
    size = session.widget_value(SIZE)
    session.put_param("n", str(size) if size in SIZES else session.params().get("n"))
    given = session.params()
    session.once("drill-choice.address", f"{given.get('set')} {given.get('n')} {given.get('seed')}")


def _forget_address() -> None:
    for param in ("set", "n", "seed"):
        session.put_param(param, None)


def _seed() -> int | None:
    given = session.params().get("seed", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 9 else None


def _seed_or_new(name: str) -> int:
    """The address's seed, else one that stays until a drill is started with it."""
    given = _seed()
    return kept_seed(f"{name}.seed") if given is None else given


def _start(name: str, title: str, item_ids: tuple[str, ...]) -> None:
    session.keep(f"{name}.seed", None)
    start_quiz(name, title, Mode.DRILL, item_ids)
    _forget_address()
