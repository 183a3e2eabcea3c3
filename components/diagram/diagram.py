"""The interactive diagram: laid out and drawn on the server, painted and pressed in the browser."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from components import session
from components.browser_code.browser_component import browser_component
from components.key_class import key_class
from core.content.graphs import Graph
from core.diagram.formats import described
from core.diagram.layout import layout
from core.diagram.lighting import Lighting
from core.diagram.marks import NodeMark
from core.diagram.style import RULES
from core.diagram.svg import svg_text
from core.language.text import t

_mount = browser_component(__file__, '<div class="frame">\n</div>', "drawings", rules=RULES)


@dataclass(frozen=True)
class Walk:
    """Two buttons beside a diagram that walk its nodes in their order; Left, Right and Space do so on the whole page.

    The browser takes all these presses and says where each leads: of two that come while a run goes on, Streamlit would
    make one.
    """

    buttons: tuple[str, str]
    """The keys of the button to the node before and of the one to the node after."""
    on_walk: Callable[[str], None]
    """Called instead of `on_choose` while one of the buttons has the focus."""


@dataclass(frozen=True)
class Frame:
    """How a diagram is placed on its page."""

    walk: Walk | None = None
    phone_height_px: int | None = 300
    tools_below: bool = False
    narrow: bool = False
    """Drawn a second time, by the narrow fit of its graph, for windows that the usual drawing is too wide for."""
    whole: bool = False
    """Scaled to the height that `--max-height` leaves as well as to the width, as far as it can still be read; without
    buttons to zoom, since a projector has nobody to press them."""


def diagram(
    graph: Graph,
    key: str,
    lighting: Lighting,
    on_choose: Callable[[str], None] | None,
    frame: Frame,
) -> None:
    """Draws a graph; with `on_choose` its nodes can be pressed, without it is a picture with a text beside it."""
    data = {
        "svg": _svg(graph, lighting.marks, narrow=False),
        "narrow": _svg(graph, lighting.marks, narrow=True) if frame.narrow else None,
        "label": graph.description,
        "names": {node.id: described(node) for node in graph.nodes},
        "live": on_choose is not None,
        "walk": [f".{key_class(key)} button" for key in frame.walk.buttons] if frame.walk else None,
        "phoneHeight": frame.phone_height_px,
        "tools": "none" if frame.whole else "below" if frame.tools_below else "above",
        "whole": frame.whole,
        "words": {"smaller": t("Zoom out"), "larger": t("Zoom in"), "fit": t("Fit"), "fitted": t("Fit to width")},
        "state": _state(lighting),
    }
    widget = f"diagram.{key}"

    def told(name: str, act: Callable[[str], None] | None) -> None:
        node_id = session.trigger(widget, name)
        if act and isinstance(node_id, str) and any(node.id == node_id for node in graph.nodes):
            act(node_id)

    _mount(
        key=widget,
        data=data,
        on_chosen_change=partial(told, "chosen", on_choose),
        on_walked_change=partial(told, "walked", frame.walk.on_walk if frame.walk else None),
    )


@lru_cache(maxsize=64)
def _svg(graph: Graph, marks: tuple[NodeMark, ...], narrow: bool) -> str:
    return svg_text(layout(graph, narrow), Lighting(marks=marks))


def _state(lighting: Lighting) -> dict[str, Any]:
    notes = dict.fromkeys(lighting.dead_nodes, t("closed by your answers"))
    notes |= dict.fromkeys(lighting.path_nodes, t("on your way"))
    notes |= {mark.node: mark.note for mark in lighting.marks}
    return {
        "selected": lighting.selected,
        "path": sorted(lighting.path_nodes),
        "dead": sorted(lighting.dead_nodes),
        "pathEdges": sorted(f"{start}>{end}" for start, end in lighting.path_edges),
        "deadEdges": sorted(f"{start}>{end}" for start, end in lighting.dead_edges),
        "notes": notes,
    }
