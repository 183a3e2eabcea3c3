"""The report of a workshop: to be read, printed and taken away."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import streamlit as st

from components import session
from components.decided_link import decided_link
from components.decision_cautions import decision_cautions
from components.decision_gist import decision_gist
from components.markup import el, show
from components.print_button.print_button import print_button
from core.content.models import Content
from core.export.workshop_csv import report_csv
from core.export.workshop_report import (
    answer_told,
    asked_words,
    moved_cells,
    opened_words,
    person_heads,
    question_heads,
    report_markdown,
    rounds_words,
    run_cells,
    run_heads,
    share_words,
    voted_words,
)
from core.language.text import pt, t
from core.workshop.report import QuestionReport, WorkshopReport, whole_report
from core.workshop.room import Room


def report_view(content: Content, room: Room) -> None:
    """Draws the host's report, to be read, printed and taken away."""
    report = whole_report(room, content).by_clock_of(ZoneInfo(session.time_zone()))
    show(
        el("p", t("The workshop has ended"), class_="ll-eyebrow"),
        el("h1", report.title),
        el("p", _one(opened_words(report)), class_="ll-wide"),
        class_="ll ll-stack",
    )
    with st.container(key="no-print", horizontal=True, vertical_alignment="center", gap="small"):
        named = st.toggle(t("With names"), key="room.report.names")
        print_button("room.report.print")
        _downloads(report, room.code, named)
    people = _people(report) if named else ()
    show(*_questions(report), *_runs(report), *_decided(report), *_asked(report), *people, class_="ll ll-report")
    with st.container(key="no-print-decided"):
        for decision in report.decisions:
            decided_link(decision)


def _downloads(report: WorkshopReport, code: str, named: bool) -> None:
    name = f"workshop-{code.lower()}"
    text = report_markdown(report, names=named, at=session.server_address())
    rows = "\ufeff" + report_csv(report, names=named)
    for label, data, end, mime in (("Markdown", text, "md", "text/markdown"), ("CSV", rows, "csv", "text/csv")):
        file, key = f"{name}.{end}", f"room.report.{end}"
        st.download_button(label, data, file, mime, icon=":material/download:", on_click="ignore", key=key)


def _questions(report: WorkshopReport) -> tuple[ET.Element, ...]:
    head = el("h2", t("Questions, hardest first"))
    if not report.questions:
        return head, el("p", t("Nothing was voted on."))
    return head, _table(question_heads(), [_row(question) for question in report.questions])


def _row(one: QuestionReport) -> tuple[str | ET.Element, ...]:
    notes = (t("Right answer: {answer}", answer=answer_told(one)), rounds_words(one))
    asked = el("div", one.question, *(el("div", note, class_="ll-note") for note in notes if note))
    return (asked, str(one.voters[-1]), *(share_words(share) for share in [*one.shares, None][:2]), *moved_cells(one))


def _runs(report: WorkshopReport) -> tuple[ET.Element, ...]:
    if not report.runs:
        return ()
    return el("h2", t("What the lab showed")), _table(run_heads(), [run_cells(run) for run in report.runs])


def _decided(report: WorkshopReport) -> tuple[ET.Element, ...]:
    parts: list[ET.Element] = []
    for decision in report.decisions:
        rows = [
            el(
                "li",
                f"{one.question} ",
                el("strong", one.answer),
                el("span", _one(voted_words(one)), class_="ll-note"),
            )
            for one in decision.answers
        ]
        outcomes = [
            part
            for due in decision.steps
            for part in (
                el("p", el("strong", due.outcome.title), class_="ll-outcome-title"),
                *decision_cautions(due),
                decision_gist(due, effort=True),
            )
        ]
        parts += [el("h2", t("What the room decided")), el("p", decision.case), el("ol", *rows), *outcomes]
    return tuple(parts)


def _one(words: str) -> str:
    """“2 votes”, “6 December” and the like on one line."""
    return re.sub(r"(?<=\d) (?=\w)", "\N{NO-BREAK SPACE}", words)


def _asked(report: WorkshopReport) -> tuple[ET.Element, ...]:
    if not report.asked:
        return ()
    rows = [
        el("li", text, el("span", f" {_one(asked_words(votes, answered))}", class_="ll-note"))
        for text, votes, answered in report.asked
    ]
    return el("h2", t("What the room asked")), el("ul", *rows)


def _people(report: WorkshopReport) -> tuple[ET.Element, ...]:
    rows = [(one.name, str(one.answered), str(one.right)) for one in report.persons]
    return el("h2", pt("room", "People")), _table(person_heads(), rows)


def _cell(head: str, cell: str | ET.Element) -> ET.Element:
    """A cell with its head, which a phone says before it; there one that says nothing is left out."""
    return el("td", cell, data_head=head, class_="ll-none" if cell == "–" else None)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str | ET.Element, ...]]) -> ET.Element:
    body = [el("tr", *map(_cell, heads, row)) for row in rows]
    return el(
        "table",
        el("thead", el("tr", *(el("th", head, scope="col") for head in heads))),
        el("tbody", *body),
        class_="ll-table",
    )
