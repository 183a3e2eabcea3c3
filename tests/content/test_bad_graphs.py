"""Edges that are wrong in a graph, and the exact sentence that its author gets."""

from pathlib import Path

import pytest

from tests.content.broken import Edit, problems_after, replace

YES = '    - {from: retrieval-time, to: rag, label: "Yes"}\n'

EDGES: dict[str, tuple[Edit, str]] = {
    "edge twice": (
        replace("graphs/guide.yaml", YES, YES + YES),
        "graphs/guide.yaml › guide › edges.3: the edge retrieval-time → rag is there already; keep one of the two",
    ),
    "edge that the extended graph has": (
        replace("graphs/guide.yaml", YES, YES + "    - {from: problem, to: lacks-knowledge}\n"),
        "graphs/guide.yaml › guide › edges.3: the edge problem → lacks-knowledge is there already; keep one of the two",
    ),
    "dropped edge of no graph": (
        replace("graphs/sft.yaml", "  nodes:\n", "  drops:\n    - {from: base-model, to: sft-training}\n  nodes:\n"),
        "graphs/sft.yaml › sft › drops: drops edges of no graph; name under extends the one that has them, or remove this",
    ),
    "dropped edge that there is not": (
        replace("graphs/guide.yaml", "{from: wrong-style, to: fine-tune-style}", "{from: wrong-style, to: rag}"),
        "graphs/guide.yaml › guide › drops.2: the graph decision has no edge wrong-style → rag; correct it, or remove it",
    ),
}


@pytest.mark.parametrize("case", EDGES)
def test_wrong_edge_is_named_with_what_to_do(case: str, tmp_path: Path) -> None:
    edit, expected = EDGES[case]
    assert expected in problems_after(tmp_path, edit)
