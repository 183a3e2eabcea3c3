"""What a run of the lab showed a room: its guesses against the figure, then curves, figures and replies."""

import streamlit as st

from components.drawer import drawer
from components.lab_curve import lab_curve
from components.lab_figures import lab_figures
from components.lab_first_curve import lab_first_curve
from components.lab_replies import lab_replies
from components.markup import el, rich, show
from components.room_lab_figures import room_lab_figures
from components.room_lab_guesses import room_lab_guesses
from core.content.agendas import LabStep
from core.content.lab import LabStation
from core.lab.catalogue import EXPERIMENTS
from core.language.text import marked, t
from core.web.lab_runner import lab_recordings
from core.web.room_run import result_of
from core.workshop.lab import guess_of, run_of
from core.workshop.lab_events import LabOutcome
from core.workshop.room import Room
from core.workshop.seat import Seat

_MOST_ASKED = 4
"""How many questions have their replies on the big screen: a projector has room for no more."""


def room_lab_result(room: Room, step: LabStep, station: LabStation, outcome: LabOutcome, seat: Seat) -> None:
    """Draws the outcome for any screen; what stands in the room's log is shown, so that all see the same.

    The big screen, which nobody scrolls, has the guesses beside it, and no more than its first curve and some replies.
    A phone has the guesses below that curve, and all else in a drawer: else it would be four screens long.
    """
    guess = guess_of(step, station)
    setting = EXPERIMENTS[guess.answer.run].setting(outcome.seed, guess.answer.knobs)
    run, result, recorded = run_of(step, station), result_of(outcome, setting), lab_recordings().of(setting)
    room_lab_figures(room, step, station, outcome)
    show(rich("p", guess.because, class_="ll-large"), el("p", _source(outcome), class_="ll-note"))
    key = f"room.{step.id}"
    if seat is Seat.SCREEN:
        curve, replies = st.columns(2, gap="medium")
        with curve:
            lab_first_curve(run, result, recorded, key)
        with replies:
            lab_replies(result, _MOST_ASKED)
        return
    asks = rich("p", run.text, class_="ll-note")  # it says which questions the curve asks: fewer than the figures do
    if seat is Seat.HOST:
        lab_curve(run, result, recorded, key)
        show(asks)
        lab_figures(run, result, recorded)
        lab_replies(result)
        return
    lab_first_curve(run, result, recorded, key)
    show(asks)
    room_lab_guesses(room, step, station)
    with drawer(t("The whole run"), f"{key}.whole") as is_open:
        if is_open:
            lab_curve(run, result, recorded, key)
            lab_figures(run, result, recorded)
            lab_replies(result)


def _source(outcome: LabOutcome) -> str:
    busy = marked("The lab was busy, so this is the recorded run of world {seed}.")
    said = t(busy if outcome.recorded else marked("Run for this room, in world {seed}."), seed=outcome.seed)
    return f"{said} {t('A world is its dishes, facts, texts and first weights.')}"
