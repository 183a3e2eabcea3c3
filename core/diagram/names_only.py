"""A graph with nothing but the names of its nodes, for a screen that is read from afar. Pure."""

from core.content.graphs import Graph


def names_only(graph: Graph) -> Graph:
    """The graph without the details under the names and the words on its edges, which leaves the names more room.

    What is not in the chapter is still dotted; the word for it is gone.

    >>> from core.content.loader import load_content
    >>> [node.label for node in names_only(load_content().graph_by_id["pipeline"]).nodes[:2]]
    ['Raw Text Data', 'Pre-Training']
    """
    nodes = tuple(node.model_copy(update={"label": "\n".join(node.lines[: node.name_lines])}) for node in graph.nodes)
    edges = tuple(edge.model_copy(update={"label": ""}) for edge in graph.edges)
    return graph.model_copy(update={"nodes": nodes, "edges": edges, "added_word": ""})
