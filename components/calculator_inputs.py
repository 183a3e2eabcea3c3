"""The form of a calculator: the most important fields, the rest under "More settings", and ways to reset them."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import session
from components.calculator_field import calculator_field
from components.calculator_form import emptied_now, fields_of, fill_fields, key_of, problems_now, use_params
from components.drawer import drawer
from components.in_english import english_note
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import cited, el, error_line, show
from core.calculator_page.fields import FormField, Kind
from core.calculator_page.layout import layout_of, shown_names
from core.calculator_page.opened import Opened
from core.calculators.address import address
from core.calculators.model import Calculator
from core.calculators.reading import read_inputs
from core.language.in_force import ENGLISH, in_force
from core.language.text import t

_HALF = (Kind.WHOLE, Kind.NUMBER)
_WENT_BACK = "calculator.went-back"


def calculator_inputs(opened: Opened, afresh: bool) -> None:
    """Draws the fields that the inputs make sense of; all with the address's values if that comes afresh."""
    calculator, layout = opened.calculator, layout_of(opened.calculator)
    first, more = shown_names(layout, opened.inputs, session.reference())
    top = fields_of(opened, first)
    fill_fields(opened, top, afresh)
    _in_pairs(calculator.id, top)
    _general_problem()
    if more:
        _more(opened, more, afresh)
    show(el("p", t(layout.preset_words), class_="ll-note"))
    _ways_back(opened)
    _examples(opened)
    _lead_on(calculator.id, "h1" if not layout.preset else "")


def _ways_back(opened: Opened) -> None:
    """Back to the chapter's values, and to those that the calculator starts at where they are others."""
    calculator, layout = opened.calculator, layout_of(opened.calculator)
    back = t("Use the chapter's values") if layout.from_chapter else t("Back to the starting values")
    ways = [("reset", layout.preset, back)]
    if layout.preset:
        ways.append(("start", {}, t("Back to the starting values")))
    for name, values, label in ways:
        there = not problems_now() and read_inputs(calculator.inputs, values) == opened.inputs
        st.button(
            label,
            icon=":material/undo:",
            type="tertiary",
            disabled=there,
            on_click=_go_back,
            args=(calculator, values),
            key=_key_of_way(name, calculator.id),
        )


def _key_of_way(name: str, calculator_id: str) -> str:
    return f"calculator.{name}.{calculator_id}"


def _go_back(calculator: Calculator[Any], values: Mapping[str, str]) -> None:
    session.keep(_WENT_BACK, True)
    use_params(calculator, values)


def _lead_on(calculator_id: str, instead: str) -> None:
    """After a reset its button is disabled: the focus moves to the other reset button, or to the selector `instead`."""
    if session.take(_WENT_BACK):
        keys = (_key_of_way(name, calculator_id) for name in ("reset", "start"))
        lost_focus(instead or ", ".join(f".{key_class(key)} button:not(:disabled)" for key in keys))


def _more(opened: Opened, names: tuple[str, ...], afresh: bool) -> None:
    calculator = opened.calculator
    rest = fields_of(opened, names)
    label = t("More settings")  # another label would shut it
    with drawer(label, f"calculator.more.{calculator.id}", "tune") as is_open:
        if is_open or set(names) & set(problems_now()):
            fill_fields(opened, rest, afresh)
            _in_pairs(calculator.id, rest)
    changed = [field.label for field in rest if field.name in address(calculator, opened.inputs)]
    if changed:
        show(el("p", t("Changed there: {names}.", names="; ".join(changed)), class_="ll-note"))


def _in_pairs(calculator_id: str, fields: tuple[FormField, ...]) -> None:
    """Numbers stand two in a row, everything else alone; what is wrong with one stands below its row."""
    problems, emptied, waiting = problems_now(), emptied_now(), list(fields)
    while waiting:
        row = [waiting.pop(0)]
        if row[0].kind in _HALF and waiting and waiting[0].kind in _HALF:
            row.append(waiting.pop(0))
            columns = st.columns(2, gap="small", vertical_alignment="bottom")
            for column, field in zip(columns, row, strict=True):
                with column:
                    calculator_field(calculator_id, field)
        else:
            calculator_field(calculator_id, row[0])
        for field in row:
            if field.name in problems:
                show(error_line(problems[field.name], key_of(calculator_id, field.name)))
            elif field.name in emptied:
                show(el("p", _said_of_empty(field.label), class_="ll-note", role="status"))


def _said_of_empty(title: str) -> str:
    return t("{title} cannot be empty; its last value is back.", title=title)


def _general_problem() -> None:
    sentence = problems_now().get(None)
    if sentence:
        show(error_line(sentence))


def _examples(opened: Opened) -> None:
    """Cases with a source, each a press away."""
    calculator = opened.calculator
    if not calculator.examples:
        return
    with drawer(t("Start from a published case"), f"calculator.examples.{calculator.id}", "menu_book") as is_open:
        if is_open and in_force() != ENGLISH:
            show(english_note())  # their titles cite the sources
        for number, example in enumerate(calculator.examples if is_open else ()):
            inputs = read_inputs(calculator.inputs, example.inputs)
            st.button(
                example.title,
                type="tertiary",
                on_click=use_params,
                args=(calculator, address(calculator, inputs)),
                key=f"calculator.example.{calculator.id}.{number}",
            )
            show(cited("p", example.source, class_="ll-note"))
