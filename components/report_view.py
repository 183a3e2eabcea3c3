"""The report of a workshop: to be read, printed and taken away."""

import streamlit as st

from core.content.models import Content
from core.export.workshop_report import report_csv, report_markdown
from core.workshop.report import workshop_report
from core.workshop.room import Room


def report_view(content: Content, room: Room) -> None:
    """Draws the host's report, to be read, printed and taken away."""
    report = workshop_report(room, content.item_by_id)
    named = st.toggle("With names", key="room.report.names")
    with st.container(key="panel-report"):
        st.markdown(report_markdown(report, names=named))
    with st.container(key="downloads-report", horizontal=True, gap="small"):
        name = f"workshop-{room.code.lower()}"
        text = report_markdown(report, names=named)
        st.download_button("Markdown", text, f"{name}.md", "text/markdown", on_click="ignore", key="room.report.md")
        rows = "\ufeff" + report_csv(report, names=named)
        st.download_button("CSV", rows, f"{name}.csv", "text/csv", on_click="ignore", key="room.report.csv")
