"""What a station teaches: the chapter's claim, what was seen, what holds, what does not, and why."""

from xml.etree import ElementTree as ET

import streamlit as st

from components.markup import el, icon, icon_row, rich, show
from core.content.lab import ClaimVerdict, LabStation, Verdict
from core.content.models import Content
from core.lab.verdicts import verdict_text
from core.language.text import marked, t
from core.web.lab_runner import lab_recordings

_WORDS = {
    Verdict.SHOWN: ("check_circle", marked("Shown here"), "ll-ok"),
    Verdict.IN_PART: ("timelapse", marked("Shown in part"), "ll-mid"),
    Verdict.NOT_HERE: ("cancel", marked("Not at this size"), "ll-no"),
}


def lab_explained(content: Content, station: LabStation) -> None:
    """Draws the verdicts at the left, and what they mean at the right."""
    left, right = st.columns([7, 5], gap="large")
    with left:
        rows = [_row(content, verdict) for verdict in station.verdicts]
        show(el("h2", t("The chapter's claims"), class_="sub ll-part"), el("div", *rows, class_="ll-rows", role="list"))
    with right:
        show(
            el("h2", t("What to take from it"), class_="sub ll-part"),
            icon_row("check_circle", t("What holds."), station.holds),
            icon_row("cancel", t("What does not."), station.differs),
            icon_row("straighten", t("Why size matters."), station.size),
            icon_row("bolt", t("Head starts and shortcuts."), station.shortcuts),
            class_="ll ll-stack",
        )


def _row(content: Content, verdict: ClaimVerdict) -> ET.Element:
    claim = content.claim_by_id[verdict.claim]
    section = content.section_by_id[claim.source].title
    symbol, word, tone = _WORDS[verdict.verdict]
    return el(
        "div",
        el("span", icon(symbol), el("span", t(word)), class_=f"ll-verdict {tone}"),
        el(
            "div",
            rich("p", claim.text),
            el("p", verdict_text(verdict, lab_recordings()), class_="ll-measured"),
            el("small", t("chapter: {section}", section=section), class_="ll-note"),
        ),
        class_="ll-row ll-claim",
        role="listitem",
    )
