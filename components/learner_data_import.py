"""Imports a file from another browser, after a preview."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from components import session
from components.lost_focus import lost_focus
from components.markup import description_list, el, error_line, icon, show
from components.past_mocks import PAST
from components.scroll_to import scroll_to
from core.content.models import Content
from core.export.learner_json import MAX_BYTES, ImportPreview, ImportRefusedError, LearnerFile, read_learner_json
from core.language.numbers import day_and_short_month, decimal
from core.language.text import marked, nt, t
from core.quiz.generated import find_item
from core.quiz.log import Answered
from core.store.errors import StoreError

_READ, _DONE, _TURN = "learner-data.read", "learner-data.done", "learner-data.turn"
_HEAD, _FOUND, _HERE = "learner-data-file", "learner-data-found", "learner-data-told"
_LEFT = "learner-data.left"


def learner_data_import(content: Content) -> None:
    """Draws the field for a file; below it what the file would change, and the button that does it."""
    with st.container(key="strip-import", gap="small"):
        show(
            el("h3", t("From a file"), id=_HEAD),
            el("p", t("A file from “Export everything”. You see what it would change before it does.")),
            el("p", t("JSON, up to {size} MB", size=MAX_BYTES // 1_000_000), class_="ll-note"),
            class_="ll ll-stack",
        )
        given = st.file_uploader(
            t("Exported file"),  # of any type: what Streamlit refuses it refuses in English, and we say what to do
            max_upload_size=MAX_BYTES // 1_000_000,
            key=f"learner-data.file.{_field_name()}",
            label_visibility="collapsed",
        )
        if given is None:
            if session.take(_READ):  # the button that took the file out of the field went with it
                lost_focus('.st-key-strip-import [data-testid="stFileUploader"] button')
            _told()
            _lead_back()
            return
        found = _read(given.file_id, given.getvalue)
        if isinstance(found, ImportRefusedError):
            show(el("div", error_line(t(found.sentence, **found.values)), id=_FOUND))
        else:
            _preview(content, found)
        if session.once("learner-data.found", given.file_id):  # the field's button has gone with the focus
            scroll_to(_FOUND, block="nearest")


def _field_name() -> str:
    """Part of the field's key: a new one empties the field, since the browser keeps a file under the same key."""
    if session.kept(_TURN) is None:
        session.keep(_TURN, session.new_id())
    return str(session.kept(_TURN))


def _read(file_id: str, read: Callable[[], bytes]) -> LearnerFile | ImportRefusedError:
    """The file, or why it is refused; read once, however often the page runs."""
    kept = session.kept(_READ)
    if kept is None or kept[0] != file_id:
        try:
            found: LearnerFile | ImportRefusedError = read_learner_json(read())
        except ImportRefusedError as error:
            found = error.with_traceback(None)
        kept = (file_id, found)
        session.keep(_READ, kept)
    result: LearnerFile | ImportRefusedError = kept[1]
    return result


def _preview(content: Content, file: LearnerFile) -> None:
    named = {entry.item_id for entry in file.log if isinstance(entry, Answered)}
    ids = {*session.reviewable(), *(name for name in named if find_item(content, name))}  # fresh numbers have no entry
    preview = session.store().transfer.preview(session.learner().key, file, ids, session.time_zone())
    if preview.changes_nothing:
        show(
            el("p", icon("check_circle"), " " + t("Everything in this file is already here."), role="status", id=_FOUND)
        )
        st.button(t("Remove the file"), on_click=_leave, key="learner-data.away")
        return
    own = session.store().learners.own_settings(session.learner().key) is not None
    rows = description_list(_rows(file, preview, own=own))
    show(el("div", rows, role="status", id=_FOUND), class_="ll ll-preview")
    take = (
        own
        and preview.new_settings
        and st.checkbox(t("Use its settings too, in place of mine"), key="learner-data.settings")
    )
    with st.container(horizontal=True, gap="small"):
        st.button(t("Import"), type="primary", on_click=_take, args=(bool(take),), key="learner-data.take")
        st.button(t("Do not import"), on_click=_leave, key="learner-data.leave")
    _told()


def _rows(file: LearnerFile, preview: ImportPreview, *, own: bool) -> list[tuple[str, str]]:
    rows = [(t("Exported"), _in_its_year(session.local(file.exported).date()))]
    rows.append((t("In the file"), _in_the_file(file)))
    rows.append((t("New here"), _new_here(preview)))
    if preview.known:
        rows.append((t("Already here"), t("{count}, left as they are", count=decimal(preview.known))))
    if preview.strange:
        count = len(preview.strange)
        kept = nt(
            "1 question: its answers are kept but not shown",
            "{n} questions: their answers are kept but not shown",
            count,
        )
        rows.append((t("Not in this bank"), kept))
    past = sum(name.startswith(PAST) for name in preview.drafts)
    if past:
        rows.append((t("Past interviews"), t("{count} added", count=past)))
    if places := len(preview.drafts) - past:
        stay = nt("1 place added; yours stay", "{n} places added; yours stay", places)
        rows.append((t("Where you left off"), stay))
    rows.append((t("Settings"), _of_the_settings(preview, own=own)))
    return rows


def _of_the_settings(preview: ImportPreview, *, own: bool) -> str:
    if not preview.new_settings:
        return t("the same as yours")
    return t("differ from yours") if own else t("will be imported: you have set none here")


def _in_the_file(file: LearnerFile) -> str:
    """What the file holds. An answer that was undone stays in the log, and the undo is a log entry too."""
    count = sum(isinstance(entry, Answered) for entry in file.log)
    answers = nt("{n} answer", "{n} answers", count, n=decimal(count))
    undone = len(file.log) - count
    if not undone:
        return nt("1 entry, an answer", "{entries} entries, all of them answers", count, entries=decimal(count))
    return nt(
        "{entries} entries: {answers}, and {n} that undoes one",
        "{entries} entries: {answers}, and {n} that undo one",
        undone,
        entries=decimal(len(file.log)),
        answers=answers,
    )


def _new_here(preview: ImportPreview) -> str:
    count = decimal(preview.new)
    if not preview.first or not preview.last:
        return nt("1 entry", "{count} entries", preview.new, count=count)
    first, last = _in_its_year(preview.first), _in_its_year(preview.last)
    if first == last:
        return nt("1 entry, from {day}", "{count} entries, all from {day}", preview.new, count=count, day=first)
    return t("{count} entries, {first} to {last}", count=count, first=first, last=last)


def _in_its_year(day: date) -> str:
    return f"{day_and_short_month(day)} {day.year}"


def _take(settings: bool) -> None:
    """Takes the file from where it is kept, and so once: Streamlit holds what a button is given for all the visit."""
    read = session.kept(_READ)
    if read is None:
        return
    try:
        added = session.store().transfer.take(session.learner().key, read[1], session.now(), settings=settings)
    except StoreError as error:
        session.keep(_DONE, ("sync_problem", str(error), {}))
        return
    sentence = marked("Imported: 1 entry was added.") if added == 1 else marked("Imported: {added} entries were added.")
    session.keep(_DONE, ("check_circle", sentence, {"added": added}))
    session.keep("learner-data.changed", True)
    _put_away()


def _put_away() -> None:
    session.take(_READ)  # with None in its place Streamlit holds what was there until the next run
    session.keep(_TURN, None)


def _leave() -> None:
    _put_away()
    session.keep(_LEFT, True)


def _lead_back() -> None:
    if session.take(_LEFT):
        scroll_to(_HEAD, block="nearest")


def _told() -> None:
    if told := session.take(_DONE):
        symbol, sentence, numbers = told
        show(
            el(
                "p",
                icon(symbol),
                f" {t(sentence, **{name: decimal(number) for name, number in numbers.items()})}",
                role="status",
                id=_HERE,
            )
        )
        scroll_to(_HERE, block="nearest")
