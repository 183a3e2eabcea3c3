"""The node of the flowchart that a link points at: the one that a question of the bank is about."""

from components import session
from components.address_note import address_note
from components.markup import rich, show
from core.content.graphs import Graph
from core.decision import Answers
from core.language.text import t


def pointed_node(graph: Graph, answers: Answers) -> str | None:
    """The node that the address names, with a word on it; None once a question of the guide is answered."""
    node_id = session.params().get("node")
    if not node_id or answers:
        return None
    names = {node.id: node.name for node in graph.nodes}
    if node_id not in names:
        address_note(t("The address names a node that the flowchart does not have."))
        return None
    words = t("The flowchart shows where **{name}** stands. Answer to begin a case of your own.", name=names[node_id])
    show(rich("p", words, class_="ll-note"))
    return node_id
