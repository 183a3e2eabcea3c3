"""The baseline of pages with a drawing: a blank page with one heading and the lab's curve of a recorded run."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # it runs as a script of its own

from components.curve.curve_drawing import curve_drawing
from core.content.loader import load_content
from core.lab.catalogue import EXPERIMENTS
from core.lab.storage import load_recordings
from core.lab_page.charts import LabChart, charts_of


@st.cache_resource(show_spinner=False)
def chart() -> LabChart:
    """The chart of LoRA beside full fine-tuning, made once a process."""
    recordings, setting = load_recordings(), EXPERIMENTS["lora"].setting(10)
    run = load_content().lab_by_id["adapt"].runs[0]
    return charts_of(run, recordings.run(setting), recordings.of(setting))[0]


st.title("Blank")
curve_drawing(chart().curve, "blank", chart().finding)
