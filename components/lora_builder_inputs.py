"""The fields of the LoRA builder, each with a place under it for what is wrong."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import session
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import error_line, show
from core.calculators.model import Result
from core.language.text import t
from core.lesson_figures.lora_address import LORA_PARAM, settings_of
from core.lesson_figures.lora_build import count_lora, modules_of
from core.lesson_figures.lora_code import CHAPTER, HUB_ADDRESSES, LoraSettings, hub_address

_TURN, _WENT_BACK = "lora-builder.turn", "lora-builder.went-back"

_MISSING = object()

_Places = Mapping[str, Any]
_Fields = tuple[LoraSettings, _Places]


def lora_builder_inputs() -> tuple[LoraSettings, Result | None]:
    """Draws the fields with their problems; returns the settings and the count, None when one is wrong."""
    key = f"lora-builder.{session.kept(_TURN, 0)}"
    settings, places = _fields(key)
    result, problems = count_lora(settings, session.reference())
    for name, sentence in problems.items():
        with places[name]:
            show(error_line(sentence, f"{key}.{name}"))
    if session.take(_WENT_BACK):
        lost_focus(f".{key_class(f'{key}.reset')} button")  # the pressed one went with its turn
    return settings, result


def _fields(key: str) -> _Fields:
    places: dict[str, Any] = {}
    start = settings_of(session.params().get(LORA_PARAM, ""))
    addresses = tuple(dict.fromkeys((*HUB_ADDRESSES, start.model_id)))
    model = st.selectbox(
        t("Model, as its address on the Hub"),
        addresses,
        index=addresses.index(start.model_id),
        accept_new_options=True,
        key=f"{key}.model",
        help=t("Pick one, or type the address of another model in these families."),
    )
    places["model"] = st.empty()
    model_id = hub_address(str(model or CHAPTER.model_id))
    left, right = st.columns(2, gap="small")
    with left:
        rank = _number(t("Rank, r"), start.rank, 1, f"{key}.rank")
        places["rank"] = st.empty()
    with right:
        alpha = _number(t("Alpha"), start.alpha, 1, f"{key}.alpha")
        places["alpha"] = st.empty()
    dropout = _number(t("Dropout"), start.dropout, 0.05, f"{key}.dropout")
    places["dropout"] = st.empty()
    targets = _targets(key, model_id, start)
    places["targets"] = st.empty()
    st.button(
        t("Back to the chapter's example"), icon=":material/undo:", type="tertiary", on_click=_reset, key=f"{key}.reset"
    )
    whole_rank = int(rank) if rank.is_integer() else rank
    return LoraSettings(model_id, whole_rank, alpha, dropout, targets), places


def _number(label: str, start: float, step: float, key: str) -> float:
    """What the field holds, also 2.5 where a field for integers would cut it to 2; nothing is below every bound."""
    if session.widget_value(key, _MISSING) is _MISSING:
        session.set_widget_value(key, float(start))  # as its `value`, this would come back when the field is emptied
    held = st.number_input(label, value=None, step=float(step), format="%.15g", key=key)
    return -1.0 if held is None else held


def _targets(key: str, model_id: str, start: LoraSettings) -> tuple[str, ...]:
    modules = modules_of(model_id, session.reference())
    if not modules:
        return CHAPTER.targets
    wanted = start.targets if model_id == start.model_id else CHAPTER.targets
    chosen_first = [name for name in modules if name in wanted] or [modules[0]]
    label = t("Target modules")
    chosen = st.pills(
        label, modules, selection_mode="multi", default=chosen_first, key=f"{key}.targets.{'-'.join(modules)}"
    )
    return tuple(name for name in modules if name in chosen)


def _reset() -> None:
    session.put_param(LORA_PARAM, None)
    session.keep(_WENT_BACK, True)
    session.keep(_TURN, session.kept(_TURN, 0) + 1)
