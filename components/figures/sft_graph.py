"""The chapter's third graph: what goes into SFT training and what comes out, with a sentence for each node."""

import streamlit as st

from components import session
from components.diagram.diagram import Frame, diagram
from components.diagram_downloads import diagram_downloads
from components.figure_key import figure_key
from components.figures import LessonFigure
from components.graph_in_words import graph_in_words
from components.in_english import in_english
from components.markup import el, rich, show
from core.content.models import Content
from core.diagram.lighting import walked_to
from core.language.text import t

_CLAIM_OF_NODE = {
    "training-data": "sft-examples",
    "base-model": "tuning-is-adaptation",
    "sft-training": "sft-adapts-to-your-task",
    "fine-tuned-model": "tuning-fits-its-distribution",
}
_KEPT = "sft-graph.node"


@st.fragment
def sft_graph(content: Content) -> None:
    """Draws the graph; pressing a node lights the way to it and says what it is."""
    graph = content.graph_by_id["sft"]
    here = session.kept(_KEPT, "sft-training")
    lighting = walked_to(graph, here)
    figure_key(t("square: a step of work"), t("round: what it yields"))
    diagram(graph, "sft", lighting, lambda node_id: session.keep(_KEPT, node_id), Frame(narrow=True))
    claim = content.claim_by_id[_CLAIM_OF_NODE[here]]
    show(
        in_english(claim),
        el("p", el("strong", f"{graph.node(here).name}. "), rich("span", claim.text), role="status"),
        el("p", t("chapter, with a note: {note}", note=claim.note), class_="ll-note") if claim.note else None,
    )
    diagram_downloads(graph)
    with st.expander(t("The figure in words"), icon=":material/notes:", key="sft-graph.words"):
        graph_in_words(graph, lighting)


FIGURE = LessonFigure(sft_graph, wide=True)
