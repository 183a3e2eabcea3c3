"""The chapter's three graphs, node by node and edge by edge, written out by hand from the chapter."""

import itertools

import pytest

from core.content.models import Content

# Mermaid's letter in the chapter -> our id, the label as the chapter writes it, and the shape of its brackets.
PIPELINE = {
    "A": ("raw-text", "Raw Text Data\nCommon Crawl, Books, Code, etc.", "box"),
    "B": ("pre-training", "Pre-Training\nNext-token prediction\nWeeks on thousands of GPUs", "box"),
    "C": ("base-model", "Base Model\nCan complete text\nNot good at instructions", "box"),
    "D": ("sft", "Supervised Fine-Tuning SFT\nInstruction-response pairs\nHuman-written demonstrations", "box"),
    "E": ("instruction-tuned", "Instruction-Tuned Model\nFollows directions\nStill imperfect", "box"),
    "F": ("rlhf-dpo", "RLHF or DPO\nHuman preference data\nReward model training", "box"),
    "G": ("aligned-model", "Aligned Model\nHelpful, harmless, honest\nWhat you call via API", "box"),
    "H": ("application", "Your Application", "decision"),
    "I": ("prompting", "Prompting", "box"),
    "J": ("rag", "RAG", "box"),
    "K": ("fine-tuning", "Fine-Tuning SFT on top", "box"),
}
PIPELINE_EDGES = "A-B B-C C-D D-E E-F F-G G-H H-I H-J H-K"

DECISION = {
    "A": ("need", "I need better LLM output", "box"),
    "B": ("problem", "What's the problem?", "decision"),
    "C": ("lacks-knowledge", "Model doesn't know about\nmy specific data/documents", "box"),
    "D": ("wrong-style", "Model writes in the wrong\nstyle or format", "box"),
    "E": ("misses-task", "Model doesn't follow\nmy specific task correctly", "box"),
    "F": ("slow-or-expensive", "Model is too slow or expensive", "box"),
    "G": ("data-size", "How much data?", "decision"),
    "H": ("prompt-stuffing", "Prompt stuffing:\nPut it all in the prompt", "box"),
    "I": ("rag", "RAG: retrieve at query time", "box"),
    "J": ("fine-tune-style", "Fine-tuning on\nstyle examples", "box"),
    "K": ("tried-prompting", "Have you tried\ngood prompting?", "decision"),
    "L": ("few-shot", "Few-shot prompting\nCoT, structured prompts", "box"),
    "M": ("fine-tune-task", "Fine-tuning on\ntask examples", "box"),
    "N": ("smaller-model", "Smaller model\nor quantization", "box"),
    "O": ("quality", "Quality acceptable?", "decision"),
    "P": ("fine-tune-smaller", "Fine-tune smaller model\nto match larger model behavior", "box"),
}
DECISION_EDGES = "A-B B-C B-D B-E B-F C-G G-H G-I D-J E-K K-L K-M F-N N-O O-P"
DECISION_LABELS = {
    "G-H": "Fits in context window\n< ~50K tokens",
    "G-I": "Too large or changes often",
    "K-L": "No",
    "K-M": "Yes, still failing",
    "O-P": "No",
}

SFT = {
    "A": ("training-data", "Your Training Data\n1K-100K examples", "box"),
    "B": ("sft-training", "SFT Training\nfull fine-tune or LoRA", "box"),
    "C": ("base-model", "Pre-trained Base Model", "box"),
    "D": ("fine-tuned-model", "Fine-Tuned Model\nBetter at your specific task", "box"),
}
SFT_EDGES = "A-B C-B B-D"

GRAPHS = {
    "pipeline": (PIPELINE, PIPELINE_EDGES, {}, "TB"),
    "decision": (DECISION, DECISION_EDGES, DECISION_LABELS, "TB"),
    "sft": (SFT, SFT_EDGES, {}, "LR"),
}
NODES = [(graph, *node) for graph, (nodes, *_) in GRAPHS.items() for node in nodes.values()]
EDGES = [
    (graph, nodes[pair[0]][0], nodes[pair[2]][0], labels.get(pair, ""))
    for graph, (nodes, pairs, labels, _) in GRAPHS.items()
    for pair in pairs.split()
]


@pytest.mark.parametrize(("graph", "node_id", "label", "kind"), NODES, ids=[f"{n[0]}-{n[1]}" for n in NODES])
def test_node_is_as_the_chapter_has_it(content: Content, graph: str, node_id: str, label: str, kind: str) -> None:
    node = content.graph_by_id[graph].node(node_id)
    assert (node.label, node.kind, node.added) == (label, kind, False)


@pytest.mark.parametrize(("graph", "start", "end", "label"), EDGES, ids=[f"{e[0]}-{e[1]}-{e[2]}" for e in EDGES])
def test_edge_is_as_the_chapter_has_it(content: Content, graph: str, start: str, end: str, label: str) -> None:
    edges = [e for e in content.graph_by_id[graph].edges if (e.start, e.end) == (start, end)]
    assert [(edge.label, edge.added) for edge in edges] == [(label, False)]


@pytest.mark.parametrize("graph", GRAPHS)
def test_graph_has_nothing_more_than_the_chapters(content: Content, graph: str) -> None:
    nodes, pairs, _, direction = GRAPHS[graph]
    ours = content.graph_by_id[graph]
    assert [node.id for node in ours.nodes] == [node[0] for node in nodes.values()]
    assert len(ours.edges) == len(pairs.split())
    assert ours.direction == direction


# The chapter's edges that our gates replace in the guided decision, each with the way that stands for it now.
REPLACED = {
    ("data-size", "rag"): ("data-size", "retrieval-time", "rag"),
    ("wrong-style", "fine-tune-style"): ("wrong-style", "style-prompting", "style-examples", "fine-tune-style"),
    ("tried-prompting", "fine-tune-task"): ("tried-prompting", "task-examples", "fine-tune-task"),
}


def test_guide_keeps_every_node_of_the_chapter_and_says_what_it_added(content: Content) -> None:
    guide, chapter = content.graph_by_id["guide"], content.graph_by_id["decision"]
    kept = {node.id for node in guide.nodes if not node.added}
    assert kept == {node.id for node in chapter.nodes}
    assert all(guide.node(node.id) == node for node in chapter.nodes)
    assert {node.id for node in guide.nodes} - kept == {
        *("retrieval-time", "knowledge-stable", "fine-tune-knowledge", "style-prompting", "style-examples"),
        *("task-examples", "collect-examples", "ship-smaller"),
    }


def test_guide_replaces_only_edges_whose_way_it_keeps_open(content: Content) -> None:
    guide, chapter = content.graph_by_id["guide"], content.graph_by_id["decision"]
    ours = {(edge.start, edge.end): edge for edge in guide.edges}
    gone = {(edge.start, edge.end) for edge in chapter.edges} - set(ours)
    assert gone == set(REPLACED)
    for way in REPLACED.values():
        assert all(ours[pair].added for pair in itertools.pairwise(way))
    kept = [edge for edge in chapter.edges if (edge.start, edge.end) not in gone]
    assert all(ours[edge.start, edge.end] == edge for edge in kept)


def test_quality_question_has_the_yes_that_the_chapter_lacks(content: Content) -> None:
    labels = {e.label: (e.end, e.added) for e in content.graph_by_id["guide"].edges if e.start == "quality"}
    assert labels == {"No": ("fine-tune-smaller", False), "Yes": ("ship-smaller", True)}
