"""What else a calculator found: a few numbers big, all of them in a table."""

import streamlit as st

from components.curve.curve import number_table
from components.markup import el, show
from core.calculator_page.headline import facts, number_words, range_words
from core.calculator_page.opened import Opened
from core.calculators.model import Quantity


def calculator_facts(opened: Opened) -> None:
    """Draws the numbers under a heavy rule, and the table of every result and part."""
    parts = []
    for q in facts(opened):
        note = f"{range_words(q)} is likely" if _is_ranged(q) else None
        parts.append(
            el(
                "div",
                el("b", number_words(q)),
                el("span", q.label),
                el("small", note) if note else None,
                class_="ll-fig",
            )
        )
    if parts:
        show(el("div", *parts, class_="ll-figs ll-num"))
    drawer = st.expander(
        "Every result in a table",
        icon=":material/table_rows:",
        key=f"calculator.all.{opened.calculator.id}",
        on_change="rerun",
    )
    if drawer.open:
        result = opened.result
        rows = [(q.label, number_words(q), range_words(q) if _is_ranged(q) else "–") for q in result.quantities]
        rows += [(f"Part: {q.label}", number_words(q), "–") for q in result.parts]
        with drawer:
            number_table("Each with the range that is likely", (("Result", "Value", "Range"), *rows))


def _is_ranged(q: Quantity) -> bool:
    return q.low is not None and q.high is not None and q.low < q.high
