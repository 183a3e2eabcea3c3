"""Builds the small pieces of HTML that Streamlit lacks. Text is always escaped: nothing is built from strings."""

import re
from collections.abc import Iterable
from typing import TypeAlias
from xml.etree import ElementTree as ET

import streamlit as st

from components.key_class import key_class

Child: TypeAlias = ET.Element | str | None

_IN_A_SHARE = re.compile(r"(?<=\d) (?=[%±])|(?<=±) (?=\d)")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:B|M|K|T|GB|GiB|MB|MiB|TB|ms|s|h|px|FLOPs?|Mrd\.|Mio\.|Tsd\.|[$€%×])(?![\w]))")
_IN_A_RANGE = re.compile(r"(?<=[\dBMKT%])–(?=\$?\d)|(?<=\d)-(?=mal\b|[Ff]ach)")
_DATE = re.compile(r"((?:as of )?\b20\d{2}-\d{2}(?:-\d{2})?\b)")
_CODE = re.compile(r"(`[^`]*`)")
MARKS = re.compile(r"\*\*(?P<strong>.+?)\*\*|==(?P<mark>.+?)==|`(?P<code>.+?)`")


def el(name: str, *children: Child, class_: str | None = None, **attributes: str) -> ET.Element:
    """An element; strings become text, None is left out. `aria_label` is written `aria-label`."""
    element = ET.Element(name, {key.replace("_", "-"): value for key, value in attributes.items()})
    if class_:
        element.set("class", class_)
    last: ET.Element | None = None
    for child in children:
        if isinstance(child, ET.Element):
            element.append(child)
            last = child
        elif child and last is None:
            element.text = (element.text or "") + child
        elif child and last is not None:
            last.tail = (last.tail or "") + child
    return element


def rich(name: str, text: str, class_: str | None = None) -> ET.Element:
    """An element with the three marks that content may use: **strong**, ==marked== and `code`."""
    children: list[Child] = []
    end = 0
    for match in MARKS.finditer(text):
        children.append(whole_ranges(text[end : match.start()]))
        kind = str(match.lastgroup)
        children.append(el(kind, match[kind]))
        end = match.end()
    return el(name, *children, whole_ranges(text[end:]), class_=class_)


def description_list(rows: Iterable[tuple[Child, str]], class_: str = "ll-io") -> ET.Element:
    """Terms, each with its description, in which content may use its marks."""
    return el("dl", *(part for term, words in rows for part in (el("dt", term), rich("dd", words))), class_=class_)


def cited(name: str, text: str, class_: str | None = None) -> ET.Element:
    """An element with a source; browsers would break its dates at their hyphens.

    >>> as_html(cited("li", "OpenAI price list, 2025-12"))
    '<li>OpenAI price list, <span class="ll-date">2025-12</span></li>'
    """
    parts = _DATE.split(text)
    dated = (el("span", part, class_="ll-date") if _DATE.fullmatch(part) else part for part in parts)
    return el(name, *dated, class_=class_)


def icon(name: str) -> ET.Element:
    """A Material symbol, hidden from screen readers: it always stands beside a word."""
    return el("span", name, class_="ll-icon", aria_hidden="true")


def icon_row(name: str, lead: str, text: str) -> ET.Element:
    """An icon, a bold lead-in and a sentence or two."""
    return el("div", icon(name), el("p", el("strong", lead), " ", rich("span", text)), class_="ll-chef")


def number_row(*numbers: tuple[str, str] | tuple[str, str, str | None], news: str | None = None) -> ET.Element:
    """Numbers, big, each with what it counts under it and perhaps a note, side by side under a heavy rule.

    Args:
        numbers: each the number, what it counts, and the note.
        news: what those who listen are told when it is new.
    """
    told = {} if news is None else {"data_ll_news": news}
    return el("div", *(_big_number(*one) for one in numbers), class_="ll-figs", **told)


def sourced_numbers(*numbers: tuple[str, str, str]) -> tuple[ET.Element, ...]:
    """A row of big numbers (number, what it counts, source); a source of all of them is said once, below it.

    >>> as_html(*sourced_numbers(("16", "rank", "chapter"), ("32", "alpha", "chapter"))).count("chapter")
    1
    """
    sources = {source for _, _, source in numbers}
    if len(numbers) > 1 and len(sources) == 1:
        return number_row(*((number, words) for number, words, _ in numbers)), el("p", *sources, class_="ll-note")
    return (number_row(*numbers),)


def _big_number(number: str, words: str, note: str | None = None) -> ET.Element:
    return el("div", el("b", number), el("span", words), el("small", note) if note else None, class_="ll-fig")


def remark(sentence: str, symbol: str = "info", *, note: bool = False, **attributes: str) -> ET.Element:
    """Something to know beside what is shown; as a `note`, smaller."""
    class_ = "ll-note ll-remark" if note else "ll-remark"
    return el("p", icon(symbol), f" {sentence}", class_=class_, **attributes)


def error_line(sentence: str, field: str | None = None) -> ET.Element:
    """What is wrong with an input, announced to screen readers at once and read with the field of this key."""
    of = {"data_ll_of": key_class(field)} if field else {}
    return el("p", icon("cancel"), f" {sentence}", class_="ll-error", role="alert", **of)


def as_html(*elements: ET.Element | None) -> str:
    """The elements as HTML text."""
    return "".join(ET.tostring(e, encoding="unicode", method="html") for e in elements if e is not None)


UNTRANSLATED = "ll-untranslated"
"""The class of the note that what follows it is in English."""


def in_their_language(*elements: ET.Element | None) -> tuple[ET.Element | None, ...]:
    """The elements; those behind a note that something is in English get `lang="en"`, for screen readers."""
    english = False
    for element in elements:
        if element is not None and english:
            element.set("lang", "en")
        english = english or (element is not None and UNTRANSLATED in (element.get("class") or "").split())
    return elements


def unbroken(text: str) -> str:
    r"""HTML, or the label of a widget, with no line break between a number, its deviation and its sign of per cent.

    Units stay as they are: cells and labels are searched, copied and compared.

    >>> unbroken("about 98 % of 5 pairs")
    'about 98\xa0% of 5 pairs'
    >>> unbroken("97 ± 3 %")
    '97\xa0±\xa03\xa0%'
    """
    return _IN_A_SHARE.sub("\N{NO-BREAK SPACE}", text)


def kept_together(text: str) -> str:
    r"""Markdown of content with no line break between a number and its unit; code in it is copied as it stands.

    >>> kept_together("7–13 B parameters in 24 GB, 1–2 % less")
    '7–13\xa0B parameters in 24\xa0GB, 1–2\xa0% less'
    """
    parts = _CODE.split(text)
    return "".join(p if p.startswith("`") else _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", p) for p in parts)


def whole_ranges(text: str) -> str:
    r"""Running text of which no range, nor a German "5-mal", is broken behind its dash; the joiner has no width.

    >>> whole_ranges("10–100 times, $40–120, pre-training – 2 of 3")
    '10–\u2060100 times, $40–\u2060120, pre-training – 2 of 3'
    """
    return _IN_A_RANGE.sub("\\g<0>\N{WORD JOINER}", text)


def show(*elements: ET.Element | None, class_: str = "ll") -> None:
    """Draws elements on the page, in one block; no line breaks between a number and its sign of per cent."""
    drawn = as_html(*in_their_language(*elements))
    st.html(f'<div class="{class_}">{unbroken(drawn)}</div>')
