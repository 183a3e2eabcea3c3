"""Writes a graph as DOT: structure, sizes and classes, no colours. Pure."""

from itertools import pairwise

import graphviz

from core.content.graphs import Graph, Node
from core.diagram.style import DETAIL_PX, Fit, Lettering, edge_lines, fit_of, letterings

_PX_PER_INCH = 72


def dot_source(graph: Graph, narrow: bool = False) -> str:
    """The graph in DOT, ready for any Graphviz; node boxes have the size of their text in px at 72 px an inch."""
    fit, letters = fit_of(graph, narrow), letterings(graph, narrow)
    dot = graphviz.Digraph(graph.id, comment=graph.title)
    runs = fit.direction or graph.direction
    dot.attr("graph", rankdir=runs, ranksep=_inches(fit.rank_gap), nodesep=_inches(fit.node_gap), pad="0")
    dot.attr("graph", fontname="Arial", fontsize=str(DETAIL_PX))
    dot.attr("node", shape="box", fixedsize="true", fontname="Arial", fontsize=str(DETAIL_PX))
    dot.attr("edge", fontname="Arial", fontsize=str(DETAIL_PX + 0.5), arrowsize="0.6")
    for group in graph.groups:
        with dot.subgraph(name=f"cluster_{group.id}") as band:
            band.attr(label=group.label, labeljust="l", margin="8", **{"class": group.category.value})
            for node in graph.nodes:
                if node.group == group.id:
                    _write_node(band, node, letters[node.id])
    for node in graph.nodes:
        if node.group is None:
            _write_node(dot, node, letters[node.id])
    _write_rows(dot, graph, fit)
    ranks = dict(fit.ranks)
    for edge in graph.edges:
        lines = [
            f"  {line}  " for line in edge_lines(edge.label, fit)
        ]  # blanks keep it off its line and its neighbours
        words = {"label": _escaped("\n".join(lines))} if lines else {}
        further = {"minlen": str(ranks[edge.id])} if edge.id in ranks else {}
        dot.edge(edge.start, edge.end, **words, **further, **{"class": "added" if edge.added else "edge"})
    return str(dot.source)


def _write_rows(dot: graphviz.Digraph, graph: Graph, fit: Fit) -> None:
    known, joined = {node.id for node in graph.nodes}, {(edge.start, edge.end) for edge in graph.edges}
    for row in fit.rows:
        here = [node_id for node_id in row if node_id in known]
        with dot.subgraph() as rank:
            rank.attr(rank="same")
            for node_id in here:
                rank.node(node_id)
            for pair in pairwise(here):
                if pair not in joined:
                    rank.edge(*pair, style="invis")


def _write_node(dot: graphviz.Digraph, node: Node, letters: Lettering) -> None:
    kinds = [node.kind.value, node.category and node.category.value, node.product and "product"]
    dot.node(
        node.id,
        label=_escaped(node.label),
        width=_inches(letters.width),
        height=_inches(letters.height),
        **{"class": " ".join(str(kind) for kind in kinds if kind)},
    )


def _inches(px: float) -> str:
    return f"{px / _PX_PER_INCH:.4f}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")
