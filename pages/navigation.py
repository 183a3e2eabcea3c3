"""The map: every page that is open, in its section, in menu order."""

from pathlib import Path

import streamlit as st

from components import session
from components.page_frame import page_frame
from components.room_bar import room_bar
from components.theme import theme
from core.content.pages import Page

HERE = Path(__file__).resolve().parent
theme()

LEARN = {
    Page.START: st.Page(HERE / "start.py", title="Start", default=True),
    Page.PIPELINE: st.Page(HERE / "pipeline.py", title="Training pipeline", url_path="pipeline"),
    Page.FINE_TUNING: st.Page(HERE / "fine_tuning.py", title="Fine-tuning", url_path="fine-tuning"),
    Page.ALIGNMENT: st.Page(HERE / "alignment.py", title="Alignment", url_path="alignment"),
    Page.PITFALLS: st.Page(HERE / "pitfalls.py", title="Pitfalls", url_path="pitfalls"),
    Page.TAKEAWAYS: st.Page(HERE / "takeaways.py", title="Takeaways and glossary", url_path="takeaways"),
}
DECIDE = {
    Page.DECIDE: st.Page(HERE / "decide.py", title="Decision guide", url_path="decide"),
    Page.COMPARE: st.Page(HERE / "compare.py", title="Compare approaches", url_path="compare"),
    Page.CALCULATORS: st.Page(HERE / "calculators.py", title="Calculators", url_path="calculators"),
}
PRACTISE = {
    Page.QUICK_FIRE: st.Page(HERE / "quick_fire.py", title="Quick-fire", url_path="quick-fire"),
    Page.CASES: st.Page(HERE / "cases.py", title="Case drill", url_path="cases"),
    Page.INTERVIEW: st.Page(HERE / "interview.py", title="Interview", url_path="interview"),
    Page.PROGRESS: st.Page(HERE / "progress.py", title="Progress", url_path="progress"),
}
WORKSHOP = {
    Page.HOST: st.Page(HERE / "host.py", title="Host", url_path="host"),
    Page.JOIN: st.Page(HERE / "join.py", title="Join", url_path="join"),
    Page.REMOTE: st.Page(HERE / "remote.py", title="Remote", url_path="remote"),
}
SECTIONS = {"Learn": LEARN, "Decide": DECIDE, "Practise": PRACTISE, "Workshop": WORKSHOP}

session.open_pages({name: page for section in SECTIONS.values() for name, page in section.items()})
MENU = {title: list(section.values()) for title, section in SECTIONS.items()}
page = st.navigation(MENU, position="hidden" if session.params().get("room") else "top")
st.set_page_config(page_title=f"{page.title} · LLM Ladder", page_icon="🪜", layout="wide")
st.logo(HERE / "static/logo.svg", size="large")
room_bar(page.url_path)
page_frame(page.url_path)
page.run()
