"""Downloads of a graph, as a picture or as source."""

import streamlit as st

from components.markup import el, show
from core.content.graphs import Graph
from core.diagram.formats import mermaid
from core.diagram.layout import layout
from core.diagram.lighting import Lighting
from core.diagram.svg import svg_text
from core.language.text import t


def diagram_downloads(graph: Graph, lighting: Lighting | None = None) -> None:
    """Draws two downloads: SVG as it is lit now, and Mermaid."""
    with st.container(key=f"downloads-{graph.id}", horizontal=True, vertical_alignment="center", gap="small"):
        show(el("span", t("Take the figure with you"), class_="ll-note"))
        st.download_button(
            "SVG",
            lambda: svg_text(layout(graph), lighting, standalone=True),
            file_name=f"{graph.id}.svg",
            mime="image/svg+xml",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            key=f"diagram-downloads.{graph.id}.svg",
            help=t("The figure as a picture that scales"),
        )
        st.download_button(
            "Mermaid",
            lambda: mermaid(graph),
            file_name=f"{graph.id}.mmd",
            mime="text/plain",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            key=f"diagram-downloads.{graph.id}.mermaid",
            help=t("The figure as Mermaid source, for docs and wikis"),
        )
