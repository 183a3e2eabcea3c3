"""A graph in the forms that leave the app: JSON, Mermaid, and words. Pure."""

import json

from core.content.graphs import Edge, Graph, Node, NodeKind
from core.language.text import t


def graph_json(graph: Graph) -> str:
    """`{"nodes": [{"id", "label", "kind"}], "edges": [{"from", "to", "label"}]}`."""
    return json.dumps(
        {
            "nodes": [{"id": node.id, "label": node.label, "kind": node.kind.value} for node in graph.nodes],
            "edges": [{"from": edge.start, "to": edge.end, "label": edge.label} for edge in graph.edges],
        },
        ensure_ascii=False,
        indent=2,
    )


def mermaid(graph: Graph) -> str:
    """The graph as a Mermaid flowchart: boxes in square brackets, decisions in braces."""
    lines = [f"flowchart {'TD' if graph.direction == 'TB' else 'LR'}"]
    lines += [f"    {_mermaid_node(node)}" for node in graph.nodes]
    lines += [f"    {_mermaid_edge(edge)}" for edge in graph.edges]
    return "\n".join(lines) + "\n"


def _mermaid_node(node: Node) -> str:
    opening, closing = ("{", "}") if node.kind is NodeKind.DECISION else ("[", "]")
    return f'{node.id}{opening}"{_mermaid_words(node.label)}"{closing}'


def _mermaid_edge(edge: Edge) -> str:
    words = f'|"{_mermaid_words(edge.label)}"|' if edge.label else ""
    return f"{edge.start} -->{words} {edge.end}"


def _mermaid_words(text: str) -> str:
    safe = text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
    return safe.replace("\n", "<br/>")


def outline(graph: Graph) -> str:
    """The graph in words: each node once, with where it leads."""
    leaving: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        leaving.setdefault(edge.start, []).append(edge)
    lines = [graph.title, graph.description, ""]
    for number, node in enumerate(graph.nodes, start=1):
        lines += [f"{number}. {described(node)}", *(_leads(edge, graph) for edge in leaving.get(node.id, ()))]
    return "\n".join(lines) + "\n"


def described(node: Node) -> str:
    """A node on one line: its name, its details, and whether it asks or was added; a fork may ask nothing."""
    words = node.name if not node.details else f"{node.name} ({'; '.join(node.details)})"
    asks = f" [{t('question')}]" if node.kind is NodeKind.DECISION and node.name.endswith("?") else ""
    return words + asks + (f" [{t('added')}]" if node.added else "")


def _leads(edge: Edge, graph: Graph) -> str:
    words = f"   if {' '.join(edge.label.split())!r}: " if edge.label else "   then: "
    return words + graph.node(edge.end).name + (" [added]" if edge.added else "")
