"""On which GPUs a training run fits, and the cheapest change that would make it fit."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.calculator_form import use
from components.drawer import drawer
from components.lost_focus import lost_focus
from components.markup import el, icon, icon_row, show
from components.number_table import number_table
from core.calculator_page.figures import CHAPTER_GPUS, SHORT_NAMES
from core.calculator_page.opened import Opened
from core.calculators.memory import CALCULATOR
from core.calculators.memory_fit import Verdict, cheapest_change, ecc_note, needs_ecc_off, verdicts
from core.calculators.memory_inputs import MemoryInputs
from core.language.numbers import decimal, in_figures
from core.language.text import marked, t

_APPLIED = "calculator.applied"
_WORDS = {
    "fits": ("check_circle", marked("Fits"), "ll-ok"),
    "tight": ("warning", marked("Tight"), "ll-mid"),
    "no": ("cancel", marked("Does not fit"), "ll-no"),
}


def calculator_verdicts(opened: Opened) -> None:
    """Draws a row for each GPU of the chapter and the one that is chosen; then what would make it fit."""
    inputs, reference = opened.inputs, session.reference()
    if not isinstance(inputs, MemoryInputs):
        return
    found = verdicts(inputs, reference)
    known = reference.known_gpu(inputs.gpu)  # an address may name one that the table does not have
    chosen = known.id if known else None
    rows = [one for one in found if one.gpu.id in (*CHAPTER_GPUS, chosen)]
    rows.sort(key=lambda one: (one.gpu.id != chosen, -one.usable_gib))
    show(el("div", *(_row(one, one.gpu.id == chosen) for one in rows), class_="ll-rows", role="list"))
    if any(one.word == "tight" for one in rows):
        show(el("p", t("Tight: the expected peak fits, the upper end of the range does not."), class_="ll-note"))
    for one in rows:
        if needs_ecc_off(one.gpu, one.usable_gib - one.headroom_gib):
            show(el("p", ecc_note(one.gpu, SHORT_NAMES.get(one.gpu.id, one.gpu.name)), class_="ll-note"))
    with drawer(t("All GPUs in the table"), "calculator.gpus", "table_rows") as is_open:
        if is_open:
            head = ("GPU", t("Usable"), t("Verdict"), t("Distance"))
            number_table(t("Usable excludes context and margin"), (head, *map(_cells, found)))
    _remedy(inputs, rows, chosen)
    if session.take(_APPLIED):
        lost_focus(f"#result-{CALCULATOR.id}", shown=True)  # the button went with what it said


def _cells(one: Verdict) -> tuple[str, ...]:
    return one.gpu.name, in_figures(f"{one.usable_gib:,.1f} GiB"), t(_WORDS[one.word][1]), _distance(one)


def _row(one: Verdict, chosen: bool) -> ET.Element:
    symbol, word, tone = _WORDS[one.word]
    name = SHORT_NAMES.get(one.gpu.id, one.gpu.name)
    news = {"data_ll_news": ""} if chosen else {}
    return el(
        "div",
        el("strong", name, el("span", f" {t('your choice')}", class_="ll-yours") if chosen else None),
        el("span", icon(symbol), el("span", t(word)), class_=f"ll-verdict {tone}"),
        el("span", _distance(one), class_="ll-num ll-distance"),
        el("div", *_gauge(one), class_=f"ll-gauge {tone}", aria_hidden="true"),
        class_="ll-row ll-fit",
        role="listitem",
        **news,
    )


def _distance(one: Verdict) -> str:
    gib = decimal(abs(one.headroom_gib), 1)
    return t("{gib} GiB to spare", gib=gib) if one.headroom_gib >= 0 else t("{gib} GiB short", gib=gib)


def _gauge(one: Verdict) -> list[ET.Element]:
    """Half the width is what the GPU holds; what stands beyond its tick does not fit."""
    used = 50 * (one.usable_gib - one.headroom_gib) / one.usable_gib
    parts = [el("i", class_="cap"), el("i", class_="use", style=f"width:{min(used, 50):.1f}%")]
    if used > 50:
        parts.append(el("i", class_="over", style=f"width:{min(used - 50, 50):.1f}%"))
    return [*parts, el("i", class_="tick")]


def _remedy(inputs: MemoryInputs, rows: list[Verdict], chosen: str | None) -> None:
    missed = [one for one in rows if one.word == "no"]
    if not missed:
        return
    target = next((one for one in missed if one.gpu.id == chosen), max(missed, key=lambda one: one.headroom_gib))
    name = SHORT_NAMES.get(target.gpu.id, target.gpu.name)
    change = cheapest_change(inputs, target.gpu.memory_gb, session.reference())
    lead = t("What would make it fit the {name}?", name=name)
    if change is None:
        text = t("No single change would. Combine two, choose a smaller model, or use more GPUs.")
        show(icon_row("lightbulb", lead, text))
        return
    text = t(
        "{change}: {peak_gib} GiB. It costs {costs}.",
        change=change.words[0].upper() + change.words[1:],
        peak_gib=decimal(change.peak_gib, 1),
        costs=change.costs,
    )
    show(icon_row("lightbulb", lead, text))
    st.button(
        t("Apply this change"), icon=":material/check:", on_click=_apply, args=(change.inputs,), key="calculator.apply"
    )


def _apply(inputs: MemoryInputs) -> None:
    session.keep(_APPLIED, True)
    use(CALCULATOR, inputs)
