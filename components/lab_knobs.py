"""What the learner moves: the knobs of a run in steps, its world, and the button that runs it."""

from collections.abc import Sequence

import streamlit as st

from components import session
from components.lab_steps import choose_world, move_knob, start_run
from components.markup import el, rich, show
from core.content.lab import LabKnob
from core.lab.settings import Value
from core.lab.storage import RECORDED_SEEDS
from core.lab_page.opened import Opened
from core.lab_page.standing import about_seconds, has_to_train_base
from core.language.text import t
from core.web.lab_runner import lab_recordings

_NEW_WORLD = 20
_MOST, _ROOM = 6, 30
"""A knob with at most so many steps, and letters in all, is a row of buttons; a larger one is a slider."""


def lab_knobs(opened: Opened) -> None:
    """Draws the run's text, its knobs, the world, and the button."""
    show(rich("p", opened.run.text))
    for knob in opened.run.knobs:
        _knob(opened, knob)
    _world(opened)
    setting = opened.setting
    st.button(
        t("Run it live"),
        type="primary",
        icon=":material/play_arrow:",
        on_click=start_run,
        args=(setting,),
        key="lab.run",
    )
    show(el("p", _cost(opened), class_="ll-note"))


def _knob(opened: Opened, knob: LabKnob) -> None:
    words = {step: knob.label_of(step) for step in knob.steps}
    key = f"lab-knob.{opened.run.id}.{knob.id}"
    session.set_widget_value(key, opened.setting.values[knob.id])
    moved = (opened.station, opened.setting, knob.id, key)
    if len(words) <= 3 or (len(words) <= _MOST and len("".join(words.values())) <= _ROOM):
        _row(knob.title, tuple(words), words, key, moved)
    else:
        st.select_slider(
            knob.title, list(words), format_func=words.__getitem__, key=key, on_change=move_knob, args=moved
        )


def _row(title: str, steps: Sequence[Value], words: dict[Value, str], key: str, moved: tuple[object, ...]) -> None:
    st.segmented_control(
        title,
        list(steps),
        required=True,
        format_func=words.__getitem__,
        key=key,
        on_change=move_knob,
        args=moved,
    )


def _world(opened: Opened) -> None:
    """The recorded worlds, one that is new, and the one that the address names."""
    seed = opened.setting.seed
    key = "lab-knob.world"
    session.set_widget_value(key, seed)
    st.segmented_control(
        t("World (seed)"),
        sorted({*RECORDED_SEEDS, _NEW_WORLD, seed}),
        required=True,
        key=key,
        on_change=choose_world,
        args=(opened.station, opened.setting, key),
        help=t("A world is its dishes, facts, texts and first weights. Worlds 10 to 14 were recorded."),
    )


def _cost(opened: Opened) -> str:
    recordings = lab_recordings()
    said = [t("About {seconds} s.", seconds=max(1, round(about_seconds(opened.setting, recordings))))]
    if has_to_train_base(opened.setting):
        said.append(t("No base model ships for this world, so one is trained first."))
    recorded = len(recordings.of(opened.setting))
    said.append(t("Recorded in {n} worlds.", n=recorded) if recorded else t("This combination was not recorded."))
    return " ".join(said)
