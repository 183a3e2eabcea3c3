"""How much room a node takes, and the rules of colour and line that every diagram follows. Pure."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from core.content.graphs import Graph, Node, NodeKind
from core.diagram.text import evenly, text_width
from core.palette import TOKENS

NAME_PX, DETAIL_PX = 14, 12
NAME_LEADING, DETAIL_LEADING = 17, 14.5


@dataclass(frozen=True)
class Fit:
    """How a graph is set: the widest line and the space round and between nodes, in px; what shapes it as a whole."""

    line_px: float = 250
    edge_px: float = 120
    node_width_px: float | None = None
    sibling_line_px: float | None = None
    pad_x: float = 14
    pad_y: float = 6
    rank_gap: float = 17
    node_gap: float = 14
    rows: tuple[tuple[str, ...], ...] = ()
    """Nodes that stand beside each other in this order."""
    ranks: tuple[tuple[str, int], ...] = ()
    """Edges that go down by more than one rank, by their id: it leaves the rank between to others."""
    direction: Literal["TB", "LR"] | None = None
    """The way the graph runs, where it is not its own."""


_ROWS = (("need", "problem"), ("lacks-knowledge", "wrong-style", "misses-task", "slow-or-expensive"))
FITS = {
    # Bands and margins come to 352 px: a phone of 390 shows it whole with its words in full size.
    "pipeline": Fit(line_px=308, node_width_px=324, sibling_line_px=90, pad_x=12, pad_y=3, rank_gap=11),
    "sft": Fit(rank_gap=34, pad_y=10),
    # The panel of 1,280 px leaves 820, and a window of 720 px 590 below the head.
    "decision": Fit(line_px=110, edge_px=92, pad_x=9, rank_gap=20, node_gap=10, rows=_ROWS),
    "guide": Fit(
        line_px=106,
        edge_px=142,
        pad_x=7,
        pad_y=3.5,
        rank_gap=14,
        node_gap=7,
        rows=_ROWS,
        ranks=(("smaller-model>quality", 2),),
    ),
}
# For a tablet upright and half a laptop's window: a window of 600 px leaves 546. SFT is for a phone of 320 px.
NARROW = {
    "sft": Fit(line_px=104, rank_gap=28, pad_x=10, pad_y=8, direction="TB"),
    "decision": Fit(
        line_px=96,
        edge_px=80,
        pad_x=7,
        rank_gap=20,
        node_gap=8,
        rows=_ROWS,
        ranks=(("misses-task>tried-prompting", 2),),
    ),
    "guide": Fit(
        line_px=90,
        edge_px=96,
        pad_x=6,
        rank_gap=14,
        node_gap=5,
        rows=_ROWS,
        ranks=(
            ("misses-task>tried-prompting", 2),
            ("quality>ship-smaller", 2),
            ("retrieval-time>rag", 3),
            ("style-examples>collect-examples", 2),
            ("style-prompting>few-shot", 3),
            ("wrong-style>style-prompting", 3),
        ),
    ),
}


def fit_of(graph: Graph, narrow: bool) -> Fit:
    """The fit of a known graph, and a good one for any other; `narrow` where there is no room for the usual one."""
    return (NARROW if narrow else FITS).get(graph.id, Fit(line_px=160, rank_gap=28))


@dataclass(frozen=True)
class Lettering:
    """A node's lines as they are drawn, and the size of its box in px."""

    name: tuple[str, ...]
    details: tuple[str, ...]
    width: float
    height: float


def letterings(graph: Graph, narrow: bool = False) -> dict[str, Lettering]:
    """The lettering of each node by id. Where a graph sets one width, nodes with siblings keep their own."""
    fit = fit_of(graph, narrow)
    children = Counter(edge.start for edge in graph.edges)
    with_siblings = {edge.end for edge in graph.edges if children[edge.start] > 1}
    return {node.id: _lettering(node, fit, node.id not in with_siblings, graph.added_word) for node in graph.nodes}


def edge_lines(label: str, fit: Fit) -> tuple[str, ...]:
    """The lines of an edge's label, broken to fit."""
    lines = label.split("\n") if label else []
    return tuple(part for line in lines for part in evenly(line, fit.edge_px, DETAIL_PX, 600))


def _lettering(node: Node, fit: Fit, alone: bool, added_word: str) -> Lettering:
    name_lines, detail_lines = node.lines[: node.name_lines], node.details
    limit = fit.line_px if alone else fit.sibling_line_px or fit.line_px
    name = tuple(part for phrase in _phrases(name_lines) for part in _broken(phrase, limit))
    details = tuple(part for line in detail_lines for part in evenly(line, limit, DETAIL_PX))
    if node.added and added_word:
        details += (added_word,)
    widths = [text_width(line, NAME_PX, 600) for line in name] + [text_width(line, DETAIL_PX) for line in details]
    spine = 10 if node.category else 0
    ends = 12 if node.product or node.kind is NodeKind.DECISION else 0
    width = max((*widths, 44)) + 2 * fit.pad_x + spine + ends
    if alone and fit.node_width_px:
        width = max(width, fit.node_width_px)
    height = len(name) * NAME_LEADING + len(details) * DETAIL_LEADING + 2 * fit.pad_y
    return Lettering(name, details, round(width, 1), round(height, 1))


def _phrases(lines: tuple[str, ...]) -> list[list[str]]:
    """The lines of a name, those together that are one phrase: it goes on where a line begins with a small letter."""
    phrases: list[list[str]] = []
    for line in lines:
        if phrases and line[:1].islower():
            phrases[-1].append(line)
        else:
            phrases.append([line])
    return phrases


def _broken(phrase: list[str], limit: float) -> tuple[str, ...]:
    """A phrase in the lines that its author gave it where they fit, else broken anew, so that no word is left over."""
    if all(text_width(line, NAME_PX, 600) <= limit for line in phrase):
        return tuple(phrase)
    return evenly(" ".join(phrase), limit, NAME_PX, 600)


RULES = """
text { font-family: var(--st-font, 'IBM Plex Sans', Arial, sans-serif); font-size: 12px; text-anchor: middle; fill: var(--ll-ink); }
.node .detail { fill: var(--ll-muted); }
.node .name { font-size: 14px; font-weight: 600; }
.band > rect { fill: var(--ll-wash); }
.band text { text-anchor: start; font-weight: 600; fill: var(--stage-text, var(--ll-muted)); }
.pre { --stage: var(--ll-pre); --stage-text: var(--ll-pre-text); } .tune { --stage: var(--ll-tune); --stage-text: var(--ll-tune-text); }
.align { --stage: var(--ll-align); --stage-text: var(--ll-align-text); } .app { --stage: var(--ll-app); --stage-text: var(--ll-app-text); }
.prompt { --stage: var(--ll-prompt); } .stuff { --stage: var(--ll-stuff); } .rag { --stage: var(--ll-rag); }
.spine { fill: var(--stage); }
.edge path { stroke: var(--ll-line-strong); stroke-width: 1.25; fill: none; }
.edge polygon { fill: var(--ll-line-strong); }
.edge text { fill: var(--ll-muted); font-weight: 500; paint-order: stroke; stroke: var(--ll-paper); stroke-width: 4px; stroke-linejoin: round; }
.node > .body { fill: var(--ll-card); stroke: var(--ll-line-strong); stroke-width: 1.25; }
.node.product > .body { fill: transparent; }
.node.added > .body { stroke-dasharray: 2 3; }
.edge.added path { stroke-dasharray: 2 3; }
.node.path > .body { stroke: var(--ll-ink); stroke-width: 2.25; }
.edge.path path { stroke: var(--ll-ink); stroke-width: 2.5; }
.edge.path polygon { fill: var(--ll-ink); }
.edge.path text { fill: var(--ll-ink); font-weight: 700; }
.node.dead > .body { stroke: var(--ll-dead); stroke-dasharray: 4 3; fill: transparent; }
.node.dead .name, .node.dead .detail { fill: var(--ll-muted); font-weight: 400; }
.node.dead .spine { fill: var(--ll-dead); }
.edge.dead path { stroke: var(--ll-dead); stroke-dasharray: 4 3; }
.edge.dead polygon { fill: var(--ll-dead); }
.edge.dead text { font-weight: 400; }
.node.selected > .body { fill: var(--ll-marker); stroke: var(--ll-marker-edge); stroke-width: 2.5; stroke-dasharray: none; }
.node.selected .name, .node.selected .detail { fill: var(--ll-on-marker); font-weight: 600; }
.node.selected .detail { font-weight: 400; }
.node.selected .spine { fill: var(--ll-on-marker); }
.mark .label { fill: var(--ll-paper); stroke: var(--ll-line-strong); stroke-width: 1; }
.node .mark .word { font-weight: 600; fill: var(--ll-ink); font-variant-numeric: tabular-nums; }
.mark .share { stroke: var(--ll-ink); stroke-width: 5; }
.mark.dashed .share { stroke-dasharray: 7 3; } .mark.dotted .share { stroke-dasharray: 2.5 3; }
"""  # noqa: E501 - one rule a line is how CSS is read


def standalone_style() -> str:
    """The rules with the colours written in, for a picture that leaves the app; it follows the reader's own theme."""
    light = "".join(f"--ll-{name}:{shade.light};" for name, shade in TOKENS.items())
    dark = "".join(f"--ll-{name}:{shade.dark};" for name, shade in TOKENS.items())
    return f"svg{{{light}background:var(--ll-paper)}}@media(prefers-color-scheme:dark){{svg{{{dark}}}}}{RULES}"
