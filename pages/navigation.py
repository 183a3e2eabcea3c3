"""The map: every page that is open, in its section, in menu order."""

from pathlib import Path

import streamlit as st

from components import language_choice, session
from components.room_language import room_language
from components.theme import theme
from components.top_bar import top_bar
from core.content.pages import Page
from core.language.text import t

HERE = Path(__file__).resolve().parent
room_language()
language_choice.settle_language()
theme()

LEARN = {
    Page.START: st.Page(HERE / "start.py", title=t("Start"), default=True),
    Page.PIPELINE: st.Page(HERE / "pipeline.py", title=t("Training pipeline"), url_path="pipeline"),
    Page.FINE_TUNING: st.Page(HERE / "fine_tuning.py", title=t("Fine-tuning"), url_path="fine-tuning"),
    Page.ALIGNMENT: st.Page(HERE / "alignment.py", title=t("Alignment"), url_path="alignment"),
    Page.PITFALLS: st.Page(HERE / "pitfalls.py", title=t("Pitfalls"), url_path="pitfalls"),
    Page.LAB: st.Page(HERE / "lab.py", title=t("Lab"), url_path="lab"),
    Page.TAKEAWAYS: st.Page(HERE / "takeaways.py", title=t("Takeaways and glossary"), url_path="takeaways"),
}
DECIDE = {
    Page.DECIDE: st.Page(HERE / "decide.py", title=t("Decision guide"), url_path="decide"),
    Page.COMPARE: st.Page(HERE / "compare.py", title=t("Compare approaches"), url_path="compare"),
    Page.CALCULATORS: st.Page(HERE / "calculators.py", title=t("Calculators"), url_path="calculators"),
}
PRACTISE = {
    Page.QUICK_FIRE: st.Page(HERE / "quick_fire.py", title=t("Quick-fire"), url_path="quick-fire"),
    Page.CASES: st.Page(HERE / "cases.py", title=t("Case drill"), url_path="cases"),
    Page.INTERVIEW: st.Page(HERE / "interview.py", title=t("Interview"), url_path="interview"),
    Page.PROGRESS: st.Page(HERE / "progress.py", title=t("Progress"), url_path="progress"),
}
WORKSHOP = {
    Page.HOST: st.Page(HERE / "host.py", title=t("Host"), url_path="host"),
    Page.JOIN: st.Page(HERE / "join.py", title=t("Join"), url_path="join"),
    Page.REMOTE: st.Page(HERE / "remote.py", title=t("Remote"), url_path="remote"),
}
SECTIONS = {t("Learn"): LEARN, t("Decide"): DECIDE, t("Practise"): PRACTISE, t("Workshop"): WORKSHOP}

session.keep("open_pages", {name: page for section in SECTIONS.values() for name, page in section.items()})
MENU = {title: list(section.values()) for title, section in SECTIONS.items()}
page = st.navigation(MENU, position="hidden" if session.params().get("room") else "top")
st.set_page_config(page_title=f"{page.title} · LLM Ladder", page_icon="🪜", layout="wide")
st.logo(HERE / "static/logo.svg", size="large")
top_bar(page.url_path)
page.run()
