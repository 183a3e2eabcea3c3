"""A file of another browser, looked at first and then taken in."""

from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.markup import el, icon, show
from core.content.models import Content
from core.day_loads import day_words
from core.export.learner_json import MAX_BYTES, ImportPreview, ImportRefusedError, LearnerFile, read_learner_json
from core.store.errors import StoreError

_READ, _DONE, _TURN = "learner-data.read", "learner-data.done", "learner-data.turn"


def learner_data_import(content: Content) -> None:
    """Draws the field for a file; below it what the file would change, and the button that does it."""
    with st.container(key="strip-import", gap="small"):
        show(
            el("h3", "Bring it here"),
            el("p", "A file from “Export everything”. You see what it would change before it does."),
            class_="ll ll-stack",
        )
        turn = session.kept(_TURN, 0)
        given = st.file_uploader(
            "File of an export",
            type="json",
            max_upload_size=MAX_BYTES // 1_000_000,
            key=f"learner-data.file.{turn}",
            label_visibility="collapsed",
        )
        if given is None:
            _told()
            return
        found = _read(given.file_id, given.getvalue)
        if isinstance(found, str):
            show(el("p", icon("cancel"), " ", found, class_="ll-error", role="alert"))
        else:
            _preview(content, found)


def _read(file_id: str, read: object) -> LearnerFile | str:
    """The file, or why it is refused; read once, however often the page runs."""
    kept = session.kept(_READ)
    if kept is None or kept[0] != file_id:
        try:
            found: LearnerFile | str = read_learner_json(read())  # type: ignore[operator]
        except ImportRefusedError as error:
            found = str(error)
        kept = (file_id, found)
        session.keep(_READ, kept)
    result: LearnerFile | str = kept[1]
    return result


def _preview(content: Content, file: LearnerFile) -> None:
    ids = {*session.reviewable(), *content.item_by_id}
    preview = session.store().transfer.preview(session.learner().key, file, ids)
    if preview.changes_nothing:
        show(el("p", icon("check_circle"), " Everything in this file is here already.", role="status"))
        st.button("Put the file away", on_click=_put_away, key="learner-data.away")
        return
    show(el("dl", *_rows(file, preview), class_="ll-io"), class_="ll ll-preview")
    take = preview.new_settings and st.checkbox(
        "Take its settings too, in the place of mine", key="learner-data.settings"
    )
    with st.container(horizontal=True, gap="small"):
        st.button("Import", type="primary", on_click=_take, args=(file, bool(take)), key="learner-data.take")
        st.button("Leave it", on_click=_put_away, key="learner-data.leave")
    _told()


def _rows(file: LearnerFile, preview: ImportPreview) -> list[ET.Element]:
    rows = [("Written", f"{day_words(file.exported.date())} {file.exported.year}")]
    between = ""
    if preview.first and preview.last:
        between = f", {day_words(preview.first)} {preview.first.year} to {day_words(preview.last)} {preview.last.year}"
    rows.append(("New here", f"{preview.new:,} entries{between}"))
    if preview.known:
        rows.append(("Here already", f"{preview.known:,}, and they stay as they are"))
    if preview.strange:
        rows.append(("Not in this bank", f"{len(preview.strange)} questions: their answers are kept, unseen"))
    if preview.drafts:
        rows.append(("Still open", f"{len(preview.drafts)} taken over; what is open here stays"))
    rows.append(("Settings", "differ from yours" if preview.new_settings else "the same as yours"))
    return [part for name, words in rows for part in (el("dt", name), el("dd", words))]


def _take(file: LearnerFile, settings: bool) -> None:
    try:
        added = session.store().transfer.take(session.learner().key, file, session.now(), settings=settings)
    except StoreError as error:
        session.keep(_DONE, ("sync_problem", str(error)))
        return
    session.keep(_DONE, ("check_circle", f"Imported: {added:,} entries were added."))
    session.keep("learner-data.changed", True)
    _put_away()


def _put_away() -> None:
    session.keep(_READ, None)
    session.keep(_TURN, session.kept(_TURN, 0) + 1)


def _told() -> None:
    told = session.kept(_DONE)
    if told:
        session.keep(_DONE, None)
        show(el("p", icon(told[0]), f" {told[1]}", role="status"))
