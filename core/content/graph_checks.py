"""Rules for graphs: nodes and edges hold together, and the pipeline has a stop for each of its nodes. Pure."""

from collections import Counter
from collections.abc import Iterator

from core.content.findings import Finding, dangling
from core.content.models import Content


def graphs_hold_together(content: Content) -> Iterator[Finding]:
    """Edges join nodes that exist, ids are unique, and every node has an edge."""
    for graph in content.graphs:
        ids = [node.id for node in graph.nodes]
        for node_id, count in Counter(ids).items():
            if count > 1:
                yield "graphs", graph.id, "nodes", f"{node_id!r} appears {count} times; give each node its own id"
        for edge in graph.edges:
            yield from dangling("graphs", graph.id, "nodes", [edge.start, edge.end], ids)
        joined = {end for edge in graph.edges for end in (edge.start, edge.end)}
        for node_id in ids:
            if node_id not in joined:
                yield "graphs", graph.id, "nodes", f"{node_id!r} has no edge; add one, or remove the node"
        groups = {group.id for group in graph.groups}
        for node in graph.nodes:
            yield from dangling("graphs", graph.id, "groups", [node.group] if node.group else [], groups)


def edges_are_there_once(content: Content) -> Iterator[Finding]:
    """No graph has two edges from one node to another: a translation knows an edge by its ends."""
    for graph in content.graphs:
        own = [edge for edge in graph.edges if edge.added or not graph.extends]
        seen = {edge.id for edge in graph.edges if edge not in own}
        for number, edge in enumerate(own, 1):
            if edge.id in seen:
                what = f"the edge {edge.start} → {edge.end} is there already; keep one of the two"
                yield "graphs", graph.id, f"edges.{number}", what
            seen.add(edge.id)


def drops_are_edges(content: Content) -> Iterator[Finding]:
    """What a graph drops are edges of the graph that it extends."""
    for graph in content.graphs:
        base = content.graph_by_id.get(graph.extends or "")
        if base is None and graph.drops:
            what = "drops edges of no graph; name under extends the one that has them, or remove this"
            yield "graphs", graph.id, "drops", what
        for number, edge in enumerate(graph.drops if base else (), 1):
            if base and edge.id not in {one.id for one in base.edges}:
                what = f"the graph {base.id} has no edge {edge.start} → {edge.end}; correct it, or remove it"
                yield "graphs", graph.id, f"drops.{number}", what


def stages_match_the_pipeline(content: Content) -> Iterator[Finding]:
    """There is exactly one stop for each node of the graph `pipeline`; its phase is the node's group."""
    pipeline = content.graph_by_id.get("pipeline")
    if pipeline is None:
        yield "graphs", "pipeline", "id", "is missing; the training pipeline page draws it"
        return
    nodes = [node.id for node in pipeline.nodes]
    yield from dangling("stages", "stages", "nodes", content.stage_by_id, nodes)
    labels = {group.id: group.label for group in pipeline.groups}
    for node in pipeline.nodes:
        stage, label = content.stage_by_id.get(node.id), labels.get(node.group or "")
        if stage is None:
            yield "stages", node.id, "id", "is a node of the pipeline with no stop; write its entry"
        elif label and stage.phase != label:
            wrong = f"{stage.phase!r} is not the node's group in graphs/pipeline.yaml; write {label!r}"
            yield "stages", node.id, "phase", wrong


GRAPH_RULES = (graphs_hold_together, edges_are_there_once, drops_are_edges, stages_match_the_pipeline)
