"""One field of a calculator's form, as its kind asks."""

import streamlit as st

from components import session
from components.calculator_form import change, key_of
from core.calculator_page.fields import FormField, Kind

_MOST_DECIMALS = 6


def calculator_field(calculator_id: str, field: FormField) -> None:
    """Draws the field; a change of it goes into the address."""
    _DRAW[field.kind](field, key_of(calculator_id, field.name), calculator_id)


def _segments(field: FormField, key: str, calculator_id: str) -> None:
    st.segmented_control(
        field.label,
        [option.value for option in field.options],
        required=True,
        format_func=field.label_of,
        key=key,
        on_change=change,
        args=(calculator_id, field.name),
        width="stretch",
    )


def _select(field: FormField, key: str, calculator_id: str) -> None:
    options = [option.value for option in field.options]
    held = session.widget_value(key)
    st.selectbox(
        field.label,
        options if held is None or held in options else [*options, held],
        index=None if field.optional else 0,
        format_func=field.label_of,
        key=key,
        help=field.help,
        on_change=change,
        args=(calculator_id, field.name),
        placeholder=field.empty if field.optional else None,
        accept_new_options=field.free,
    )


def _slider(field: FormField, key: str, calculator_id: str) -> None:
    st.select_slider(
        field.label,
        [option.value for option in field.options],
        format_func=field.label_of,
        key=key,
        help=field.help,
        on_change=change,
        args=(calculator_id, field.name),
    )


def _modules(field: FormField, key: str, calculator_id: str) -> None:
    st.pills(
        field.label,
        [option.value for option in field.options],
        selection_mode="multi",
        key=key,
        help=field.help,
        on_change=change,
        args=(calculator_id, field.name),
    )


def _switch(field: FormField, key: str, calculator_id: str) -> None:
    st.toggle(field.label, key=key, help=field.help, on_change=change, args=(calculator_id, field.name))


def _number(field: FormField, key: str, calculator_id: str) -> None:
    """Whole numbers get a field for decimals too: a field for integers would cut 1e3 to 1 and 2.5 to 2.

    Every field starts empty, also one that has to be filled: a field that starts at 0 turns to 0 when it is emptied.
    """
    st.number_input(
        field.label,
        value=None,
        step=float(field.step),
        format=f"%.{_decimals(session.widget_value(key), field.step)}f",
        key=key,
        help=field.help,
        on_change=change,
        args=(calculator_id, field.name),
        placeholder=field.empty if field.optional else None,
    )


def _decimals(*numbers: float | None) -> int:
    """The digits after the point that these numbers need."""
    texts = (f"{number:.{_MOST_DECIMALS}f}".rstrip("0") for number in numbers if number is not None)
    return max((len(text.partition(".")[2]) for text in texts), default=0)


def _text(field: FormField, key: str, calculator_id: str) -> None:
    st.text_input(
        field.label,
        key=key,
        help=field.help,
        on_change=change,
        args=(calculator_id, field.name),
        placeholder=field.empty if field.optional else None,
    )


_DRAW = {
    Kind.SEGMENTS: _segments,
    Kind.SELECT: _select,
    Kind.SLIDER: _slider,
    Kind.MODULES: _modules,
    Kind.SWITCH: _switch,
    Kind.WHOLE: _number,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
}
