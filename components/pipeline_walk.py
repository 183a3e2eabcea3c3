"""The training pipeline, walked: figure and panel side by side, moving together."""

import streamlit as st

from components import session
from components.address_note import address_note
from components.diagram.diagram import Frame, Walk, diagram
from components.diagram_downloads import diagram_downloads
from components.figure_key import figure_key
from components.first_screen import first_screen
from components.key_class import key_class
from components.last_step import keep_last_step
from components.lost_focus import lost_focus
from components.markup import el, show
from components.next_page import next_page
from components.page_head import page_head
from components.related.related import related
from components.scroll_to import scroll_to
from components.shown_by_tour import shown_by_tour
from components.shown_first import shown_first
from components.stage_list import stage_list
from components.stage_panel import stage_panel
from components.view_switch import view_switch
from core.content.lessons import Stage
from core.content.models import Content
from core.content.pages import Page
from core.diagram.lighting import walked_to
from core.join.entity import Entity, Kind
from core.language.text import in_sentence, marked, t

_BAR, _WALKED, _PICKED = "bar-walk", "pipeline-walk.walked", "pipeline-walk.picked"
_PREVIOUS, _NEXT = "pipeline-walk.previous", "pipeline-walk.next"
_VIEWS = {"figure": marked("Figure"), "text": marked("All steps in words")}


@st.fragment
def pipeline_walk(content: Content) -> None:
    """Draws the walk at the step that the address names."""
    stages = content.stages
    with st.container(key="bar-head", horizontal=True, vertical_alignment="bottom"):
        page_head(
            t("Training pipeline"),
            t("How a pile of text becomes the model you call."),
            on_screen=t("Go step by step, or pick one in the figure."),
        )
        view = view_switch(_VIEWS, t("Show the pipeline as"), "view", "pipeline-walk.view")
    at = _position(stages)
    if view == "text":
        _note(stages[at].id, stages[0].id)
        stage_list(content, onward=True)
        next_page(Page.PIPELINE)
        return
    graph = content.graph_by_id["pipeline"]
    left, right = st.columns([5, 7], gap="large")
    with right, st.container(key="panel-stage", width=680, gap="small"):  # first: it is what a press is waited for
        _walk_bar(stages, at, graph.node(stages[at].id).name)
        stage_panel(content, stages[at], guess_first=True)
        if at == len(stages) - 1:
            next_page(Page.PIPELINE)
        shown_first()
        if session.take(_WALKED) == stages[at].id and at in (0, len(stages) - 1):
            lost_focus(f".{key_class(_BAR)} button:not(:disabled)")  # the pressed one is disabled
        if session.take(_PICKED):
            scroll_to(f"stage-{stages[at].id}", block="nearest", alone=True)  # below the figure in a low window
    _note(stages[at].id, stages[0].id)
    with left, st.container(key="figure-pipeline", gap=None):
        figure_key(t("square: a step of work"), t("round: what it yields"))
        frame = Frame(Walk((_PREVIOUS, _NEXT), _walk), tools_below=True)
        diagram(graph, "pipeline", walked_to(graph, stages[at].id), _pick_step, frame)
    first_screen()
    diagram_downloads(graph)
    name = graph.node(stages[at].id).name
    related(Page.PIPELINE, Entity(Kind.STAGE, stages[at].id), title=t("Related to “{name}”", name=name))


def _position(stages: tuple[Stage, ...]) -> int:
    wanted = session.params().get("step", stages[0].id)
    ids = [stage.id for stage in stages]
    if wanted not in ids:
        address_note(t("The address names a step that does not exist. You are at the first one."))
        return 0
    return ids.index(wanted)


def _note(step_id: str, first: str) -> None:
    if session.params().get("step", first) == step_id and not shown_by_tour(Page.PIPELINE, {"step": step_id}):
        keep_last_step(step_id, first)


def _walk_bar(stages: tuple[Stage, ...], at: int, name: str) -> None:
    stage = stages[at]
    here = t("Step {step} of {count}", step=at + 1, count=len(stages))
    with st.container(key=_BAR, horizontal=True, vertical_alignment="center", gap="small"):
        show(
            el(
                "p",
                el("span", stage.phase, class_=f"ll-tag ll-{stage.category}"),
                el("span", here),
                class_="ll-eyebrow",
                data_ll_news=f"{here}. {name}: {in_sentence(stage.title)}",
            )
        )
        before, after = stages[max(at - 1, 0)].id, stages[min(at + 1, len(stages) - 1)].id
        st.button(
            t("Previous"),
            on_click=_walk,
            args=(before,),
            disabled=at == 0,
            shortcut="Left",
            key=_PREVIOUS,
        )
        st.button(
            t("Next"),
            on_click=_walk,
            args=(after,),
            disabled=at == len(stages) - 1,
            shortcut="Right",
            type="primary",
            key=_NEXT,
        )


def _walk(stage_id: str) -> None:
    session.keep(_WALKED, stage_id)
    _show_step(stage_id)


def _pick_step(stage_id: str) -> None:
    session.keep(_PICKED, True)
    _show_step(stage_id)


def _show_step(stage_id: str) -> None:
    session.put_param("step", stage_id)
