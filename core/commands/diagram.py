"""`python -m core diagram GRAPH --format …`: prints a graph as JSON, Mermaid, DOT, SVG or words."""

import argparse
import sys
from collections.abc import Callable

from core.content.graphs import Graph
from core.content.loader import load_content
from core.content.problems import ContentError, suggestion
from core.diagram.dot import dot_source
from core.diagram.engine import LayoutError
from core.diagram.formats import graph_json, mermaid, outline
from core.diagram.layout import layout
from core.diagram.svg import svg_text


def _svg(graph: Graph) -> str:
    return svg_text(layout(graph), standalone=True)


FORMATS: dict[str, Callable[[Graph], str]] = {
    "json": graph_json,
    "mermaid": mermaid,
    "dot": dot_source,
    "svg": _svg,
    "text": outline,
}


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("diagram", help="print a graph")
    parser.add_argument("graph", help="pipeline, decision, sft, guide, or another id in content/graphs")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text, which is words, when left out")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints the graph; 1 when the content is wrong or no engine is there, 2 when there is no such graph."""
    try:
        graphs = load_content().graph_by_id
        if args.graph not in graphs:
            known = ", ".join(graphs)
            print(
                f"There is no graph {args.graph!r}{suggestion(args.graph, graphs) or '.'} Choose {known}.",
                file=sys.stderr,
            )
            return 2
        print(FORMATS[args.format](graphs[args.graph]).rstrip("\n"))
    except (ContentError, LayoutError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
