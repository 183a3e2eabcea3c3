"""Before the cases: how many, which pair, and what was confused so far."""

from functools import partial

import streamlit as st

from components import session
from components.address_note import address_note
from components.case_example import case_example
from components.confusion_grid.confusion_grid import confusion_grid
from components.confusions import confusions
from components.first_screen import first_screen
from components.key_button import key_button
from components.key_class import key_class
from components.lasting_note import lasting_note
from components.lost_focus import lost_focus
from components.markup import el, rich, show
from components.page_head import page_head
from components.press_trouble import TROUBLE, press_trouble
from components.quiz_place import kept_seed, start_quiz
from components.scroll_to import scroll_to
from core.content.choice_items import CaseApproach
from core.content.models import Content
from core.language.text import marked, t
from core.quiz.cases import confusion_table, pair_drill, some_pairs
from core.quiz.decks import case_ids
from core.quiz.log import Mode
from core.quiz.quiz import Quiz
from core.quiz.titles import pair_title, said_title

SIZES = (6, 12, 24)
RECENT = 300
"""So many last answers to cases are in the table."""
_SEED, _ASKS, _ALL = "case-choice.seed", "case-choice.asks", "case-choice.all"
_SIZE = "case-choice.size"
LEDE = marked("Short cases in pairs. The two in a pair differ in one thing and call for different approaches.")


def case_choice(name: str, content: Content, open_one: Quiz | None) -> None:
    """Draws the start and the table."""
    page_head(t("Case drill"), t(LEDE))
    ids = case_ids(content)
    if not ids:
        show(el("h2", t("There are no cases in this course")), el("p", t("Whoever runs it can add them to the bank.")))
        return
    pair, problem = _pair()
    if problem:
        address_note(problem)
    if open_one is not None and not open_one.submitted:
        _back(open_one)
    if pair:
        _start_pair(name, content, pair)
    else:
        _start_some(name, content, ids)
    first_screen()
    press_trouble()
    lasting_note()
    if not mixed_up(name, content, open_one):
        case_example(content)


def mixed_up(name: str, content: Content, open_one: Quiz | None = None) -> bool:
    """Draws the table of what was mixed up so far; a cell drills its pair. False when no case was answered yet.

    Where cases are open and some of them answered, the pair is offered beside them, and not begun in their place.
    """
    answers = session.store().log.recent(session.learner().key, RECENT, kind="case")
    table = confusion_table(content, answers)
    if table.answers:
        asks = open_one is not None and not open_one.over and bool(open_one.responses)
        drill = _offer_pair if asks else partial(_drill_pair, name, content)
        show(el("h2", t("What you mix up"), class_="sub ll-part"))
        confusion_grid(table, name, drill)
        confusions(table, drill)
    return bool(table.answers)


def _back(quiz: Quiz) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="rule-cases-open"):
        title, place, count = said_title(quiz.title), quiz.place + 1, len(quiz.item_ids)
        st.markdown(t("**{title}** is open: case {place} of {count}", title=title, place=place, count=count))
        st.button(t("Resume"), key="case-choice.back", on_click=_forget_pair)


def _start_some(name: str, content: Content, ids: tuple[str, ...]) -> None:
    sizes = [*(size for size in SIZES if size < len(ids)), len(ids)]
    size = st.segmented_control(
        t("How many cases"),
        sizes,
        default=sizes[0],
        format_func=lambda size: t("All {count}", count=size) if size == len(ids) else str(size),
        required=True,
        key=_SIZE,
    )
    if session.take(_ALL):
        lost_focus(f'.{key_class(_SIZE)} [aria-checked="true"]')  # the button went with the pair
    drawn = some_pairs(content, ids, int(size or sizes[0]), _seed())
    act = partial(_start, name, marked("Cases"), drawn)
    key_button("case-start", t("Start {count} cases", count=len(drawn)), act, "primary")


def _start_pair(name: str, content: Content, pair: tuple[CaseApproach, CaseApproach]) -> None:
    drawn = pair_drill(content, *pair, _seed())
    title = pair_title(*pair)
    words = rich("p", t("Only the cases that call for **{pair}**.", pair=said_title(title)))
    place = f"case-pair-{'-'.join(pair)}"
    show(el("div", words, id=place))
    if session.take(_ASKS):
        scroll_to(place, block="center")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="case-ways"):
        label = t("Start {count} cases", count=len(drawn)) if drawn else t("No case calls for either")
        key_button("case-start", label, partial(_start, name, title, drawn), "primary", disabled=not drawn)
        key_button("case-all", t("All cases instead"), _all_cases, "tertiary")


def _offer_pair(right: CaseApproach, given: CaseApproach) -> None:
    session.put_param("pair", f"{right},{given}")
    session.keep(_ASKS, True)


def _drill_pair(name: str, content: Content, right: CaseApproach, given: CaseApproach) -> None:
    drawn = pair_drill(content, right, given, _seed())
    if drawn:
        _start(name, pair_title(right, given), drawn)
    else:
        session.keep(TROUBLE, marked("The course has no case that calls for either of the two."))


def _start(name: str, title: str, item_ids: tuple[str, ...]) -> None:
    session.keep(_SEED, None)
    start_quiz(name, title, Mode.CASES, item_ids)
    _forget_pair()


def _seed() -> str:
    return str(kept_seed(_SEED))


def _pair() -> tuple[tuple[CaseApproach, CaseApproach] | None, str]:
    """The pair in the address, and a sentence when it is none."""
    given = session.params().get("pair")
    if given is None:
        return None, ""
    names = given.split(",")
    if len(names) == 2 and set(names) <= set(CaseApproach) and names[0] != names[1]:
        return (CaseApproach(names[0]), CaseApproach(names[1])), ""
    return None, t("The pair in the address is not two of {names}. It was ignored.", names=", ".join(CaseApproach))


def _all_cases() -> None:
    _forget_pair()
    session.keep(_ALL, True)


def _forget_pair() -> None:
    session.put_param("pair", None)
