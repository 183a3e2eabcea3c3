"""The learner rates each key point of an answer before any mark is shown: by mouse, or by the keys 1, 2 and 3."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import streamlit as st

from components.interview_ratings import Rate, interview_ratings
from components.interview_said import interview_said
from components.key_button import key_button
from components.key_class import key_class
from components.key_presses.key_presses import key_presses
from components.markup import el, show
from core.content.interview_items import FreeAnswer
from core.interview.turn import Turn, points_of
from core.language.text import marked, t

_ON, _REST = "rate-on", "rate-rest"
_KEYS = (("1", marked("said it")), ("2", marked("partly")), ("3", marked("no")))


@dataclass(frozen=True)
class RatingActs:
    """What a rating does: `rate` keeps verdicts, `rest` gives the others a “no”; then comes `on`, named by `label`."""

    rate: Rate
    rest: Callable[[], None]
    on: Callable[[], None]
    label: str


def interview_rate(item: FreeAnswer, turn: Turn, key: str, acts: RatingActs) -> None:
    """Draws the answer, and beside it the points to rate and the way on."""
    left, right = st.columns([5, 6], gap="large")
    with left:
        interview_said(turn.answer, {})
    with right:
        words = t("Marks come after. Where they differ, your rating counts. ")
        show(
            el("h2", t("Did you say it?"), class_="sub"),
            el("p", words, el("span", _so_far(turn), role="status"), _keys(), class_="ll-note ll-rate-note"),
        )
        interview_ratings(key, points_of(turn, item), turn.own, acts.rate)
        _ways(turn, acts)
    presses = {number: (f"ratings-{key}?{number}",) for number, _ in _KEYS}
    keys = {**presses, "0": (_REST,), "Enter": (_ON,)}
    if turn.unrated:
        key_presses(keys, f"rating {key}", "ll-question", top=True)
    else:  # the button that gave the rest a “no” is gone, and the focus with it
        key_presses(keys, f"rated {key}", key_class(f"{_ON}.press"))


def _so_far(turn: Turn) -> str:
    """Said after each key, which leaves the focus where it is."""
    total = len(turn.findings)
    return t("{count} of {all} rated.", count=total - len(turn.unrated), all=total)


def _ways(turn: Turn, acts: RatingActs) -> None:
    left = len(turn.unrated)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="rate-ways"):
        label = t("{count} still to rate", count=left) if left else f"{acts.label} `Enter`"
        key_button(_ON, label, acts.on, "primary", disabled=bool(left))
        if left:
            key_button(_REST, t("No to the rest `0`"), acts.rest)


def _keys() -> ET.Element:
    return el(
        "span",
        *(el("span", el("kbd", key, class_="ll-key"), f" {t(does)}") for key, does in _KEYS),
        class_="ll-rate-keys",
    )
