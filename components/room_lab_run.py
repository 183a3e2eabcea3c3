"""A run of the lab while the room waits for it: starts it, shows how far it is, and brings the room its outcome."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import streamlit as st

from components import session
from components.lab_curve import lab_curve
from components.markup import el, show
from components.workshop_access import act, room_now
from core.content.agendas import LabStep
from core.content.lab import LabRun, LabStation
from core.lab.catalogue import EXPERIMENTS
from core.lab.settings import Setting
from core.lab_page.standing import progress_words
from core.language.text import t
from core.web.lab_runner import lab_recordings, lab_runner
from core.web.room_run import ROOM_SEED, Standing, room_run
from core.workshop.lab import finish_run, guess_of, knobs_said, run_of
from core.workshop.room import Room

_EVERY_S = 0.4


def room_lab_run(room: Room, step: LabStep, station: LabStation, *, shown: bool = True) -> None:
    """Looks again until the room has the outcome; where its step is on, the run is `shown` as it goes on."""
    answer = guess_of(step, station).answer
    setting = EXPERIMENTS[answer.run].setting(ROOM_SEED, answer.knobs)
    st.fragment(_look, run_every=_EVERY_S)(room.code, step, station if shown else None, setting)


def _look(code: str, step: LabStep, station: LabStation | None, setting: Setting) -> None:
    room = room_now(code)
    started = room.lab_runs.get(step.id) if room else None
    if room is None or started is None or started.outcome:
        return
    waited = (session.now() - started.started).total_seconds()
    standing = room_run(lab_runner(), lab_recordings(), setting, code, waited)
    outcome = standing.outcome
    if outcome:
        act(code, lambda room: finish_run(room, step.id, outcome, session.now()), as_host=True)
    if station and room.step_id == step.id:
        run = run_of(step, station)
        show(*_awaited(run, knobs_said(step, station), standing), class_="ll ll-stack")
        if standing.told and standing.told.curves:
            lab_curve(run, standing.told, lab_recordings().of(setting), f"room.{step.id}", going=True)


def _awaited(run: LabRun, knobs: str, standing: Standing) -> Iterator[ET.Element]:
    """Which run the room waits for, and how far it is; that it starts is said only until it has begun."""
    title, progress = t("“{name}”", name=run.title), standing.progress
    if progress or standing.outcome:
        yield el("p", t("It is running now, once for all of you."), class_="ll-large")
    else:
        yield el("p", t("It starts in a moment, once for all of you."), class_="ll-large")
    yield el("p", el("strong", title), f" {knobs}" if knobs else None, class_="ll-wide")
    if progress:
        yield el("p", progress_words(progress), class_="ll-wide")
