"""Bars by day in plain HTML, drawn as soon as the page is, with the same in numbers one press away."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import streamlit as st

from components.markup import el, show
from components.number_table import number_table
from core.language.numbers import day_and_short_month
from core.language.text import t
from core.quiz.day_loads import DayBar, axis_days, fullest, scale_top

_APART = 60
"""More bars than these have no room between them."""
_FEW = 3
"""So many days below the axis have room on both sides."""


def day_bars(bars: Sequence[DayBar], label: str, key: str, names: tuple[str, ...]) -> None:
    """Draws a bar a day; `names` says what the solid and, if there is one, the hatched part counts."""
    top = scale_top(max((bar.total for bar in bars), default=0))
    most = fullest(bars)
    drawn = [_bar(bar, top, bar is most or place == 0) for place, bar in enumerate(bars)]
    days = axis_days(bars)
    ticks = [el("span", words, **_below(place, len(bars), len(days))) for place, words in days]
    scale = [el("span", str(value)) for value in (top, top // 2, 0)]
    show(
        _key(names) if len(names) > 1 else None,
        el(
            "div",
            el("div", *scale, class_="scale"),
            el("div", *drawn, class_="plot close" if len(bars) > _APART else "plot"),
            el("div", *ticks, class_="days five" if len(days) > 4 else "days"),
            class_="ll-daybars ll-num",
            role="img",
            aria_label=label,
        ),
    )
    with st.expander(t("The figure in numbers"), icon=":material/table_rows:", key=f"day-bars.{key}"):
        rows = [_row(bar, len(names)) for bar in bars]
        number_table(label, ((t("Day"), *names), *rows))


def _below(place: int, bars: int, written: int) -> dict[str, str]:
    """Under the left edge of its bar, of few days under its middle; near the right end of the figure it ends there."""
    if place / bars >= 0.8:
        return {"style": "right:0"}
    if place and written <= _FEW:
        return {"style": f"left:{(place + 0.5) / bars:.2%}", "class_": "mid"}
    return {"style": f"left:{place / bars:.2%}"}


def _bar(bar: DayBar, top: int, told: bool) -> ET.Element:
    parts = [el("b", str(bar.total), style=f"bottom:{bar.total / top:.2%}") if told and bar.total else None]
    parts += [el("i", class_="hatched", style=f"height:{bar.hatched / top:.2%}") if bar.hatched else None]
    parts += [el("i", style=f"height:{bar.solid / top:.2%}") if bar.solid else None]
    return el("span", *parts)


def _key(names: tuple[str, ...]) -> ET.Element:
    return el(
        "p",
        el("span", el("i", class_="ll-sw solid"), names[0]),
        el("span", el("i", class_="ll-sw hatched"), names[1]),
        class_="ll-legend ll-daykey",
    )


def _row(bar: DayBar, parts: int) -> tuple[str, ...]:
    return (day_and_short_month(bar.day), str(bar.solid), *([str(bar.hatched)] if parts > 1 else []))
