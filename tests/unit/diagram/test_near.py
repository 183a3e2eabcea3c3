"""What of a figure stands near the reader: no further back or ahead than asked, and nothing that is closed."""

from core.content.models import Content
from core.decision import walk
from core.diagram.layout import layout
from core.diagram.lighting import Lighting
from core.diagram.near import near


def test_near_part_has_the_way_here_and_what_is_open_ahead(content: Content) -> None:
    graph = content.graph_by_id[content.guide.graph]
    walked = walk(content.guide, graph, {"problem": ("knowledge",)})
    part = near(graph, walked.lighting, 1, 1)
    assert walked.asks is not None
    assert {node.id for node in part.nodes} == {"lacks-knowledge", "data-size", "prompt-stuffing", "retrieval-time"}
    assert {(edge.start, edge.end) for edge in part.edges} == {
        ("lacks-knowledge", "data-size"),
        ("data-size", "prompt-stuffing"),
        ("data-size", "retrieval-time"),
    }
    assert part.description != graph.description


def test_near_part_of_an_ended_walk_has_no_closed_node(content: Content) -> None:
    graph = content.graph_by_id[content.guide.graph]
    lighting = walk(content.guide, graph, {"problem": ("knowledge",), "data-size": ("fits",)}).lighting
    nodes = {node.id for node in near(graph, lighting, 9, 9).nodes}
    assert lighting.selected in nodes and not nodes & lighting.dead_nodes


def test_near_part_is_narrow_enough_for_half_a_small_laptop(content: Content) -> None:
    graph = content.graph_by_id[content.guide.graph]
    for answers in ({}, {"problem": ("knowledge",)}, {"problem": ("style",)}, {"problem": ("speed",)}):
        assert layout(near(graph, walk(content.guide, graph, answers).lighting, 1, 2)).width < 516


def test_without_a_selected_node_all_is_near(content: Content) -> None:
    graph = content.graph_by_id[content.guide.graph]
    assert near(graph, Lighting(), 1, 2) == graph
