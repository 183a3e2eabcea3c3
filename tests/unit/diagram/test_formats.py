import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from core.diagram import engine
from core.diagram.dot import dot_source
from core.diagram.formats import graph_json, mermaid, outline
from tests.architecture.source import ROOT
from tests.read_once import load_content

GRAPHS = load_content().graph_by_id
NODE = re.compile(r'\s*([a-z0-9-]+)(\[|\{)"(.*)"(\]|\})')
EDGE = re.compile(r'\s*([a-z0-9-]+) -->(?:\|"(.*)"\|)? ([a-z0-9-]+)')


def words(text):
    text = text.replace("<br/>", "\n").replace("#quot;", '"').replace("#lt;", "<").replace("#gt;", ">")
    return text.replace("#amp;", "&")


@pytest.mark.parametrize("graph_id", GRAPHS)
def test_the_mermaid_draws_the_same_graph(graph_id):
    graph = GRAPHS[graph_id]
    first, *lines = mermaid(graph).splitlines()
    assert first == ("flowchart LR" if graph.direction == "LR" else "flowchart TD")
    nodes = [NODE.fullmatch(line) for line in lines[: len(graph.nodes)]]
    edges = [EDGE.fullmatch(line) for line in lines[len(graph.nodes) :]]
    assert [(m[1], words(m[3]), m[2] == "{") for m in nodes] == [
        (n.id, n.label, n.kind.value == "decision") for n in graph.nodes
    ]
    assert [(m[1], m[3], words(m[2] or "")) for m in edges] == [(e.start, e.end, e.label) for e in graph.edges]


@pytest.mark.parametrize("graph_id", GRAPHS)
def test_the_json_holds_nodes_and_edges_and_nothing_else(graph_id):
    graph = GRAPHS[graph_id]
    data = json.loads(graph_json(graph))
    assert set(data) == {"nodes", "edges"}
    assert data["nodes"] == [{"id": n.id, "label": n.label, "kind": n.kind.value} for n in graph.nodes]
    assert data["edges"] == [{"from": e.start, "to": e.end, "label": e.label} for e in graph.edges]


@pytest.mark.parametrize("graph_id", GRAPHS)
def test_the_words_name_every_node_and_every_way_on(graph_id):
    graph = GRAPHS[graph_id]
    text = outline(graph)
    for node in graph.nodes:
        assert node.name in text
    assert text.count("then: ") + text.count("   if ") == len(graph.edges)


def test_added_nodes_are_called_so_in_words():
    assert "Time to retrieve? [question] [added]" in outline(GRAPHS["guide"])
    assert "[added]" not in outline(GRAPHS["decision"])


def test_fork_that_asks_nothing_is_not_called_a_question():
    words = outline(GRAPHS["pipeline"])
    assert "Your Application\n" in words
    assert "[question]" not in words


@pytest.mark.parametrize("graph_id", GRAPHS)
def test_the_dot_has_no_colours_and_any_graphviz_takes_it(graph_id):
    source = dot_source(GRAPHS[graph_id])
    assert "color" not in source
    assert engine.laid_out_json(source).startswith("{")


def test_a_source_that_graphviz_refuses_is_said_so():
    with pytest.raises(engine.LayoutError, match="Graphviz refused the graph"):
        engine.laid_out_json("digraph {")


def test_umlauts_reach_graphviz_whatever_the_locale():
    source = 'digraph { a [label="f\\xfcr"] }'
    code = f"from core.diagram.engine import laid_out_json; print(ascii(laid_out_json('{source}')))"
    ascii_only = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=ascii_only, check=True)
    assert r"f\xfcr" in done.stdout


def test_the_systems_dot_stands_in_when_the_wheel_is_missing(monkeypatch, tmp_path):
    dot = tmp_path / "dot"
    dot.write_text(f'#!/bin/sh\nexec "{shutil.which("graphviz-pure") or engine.engine_path()}" "$@"\n')
    dot.chmod(0o755)
    monkeypatch.setattr(engine.sys, "executable", str(tmp_path / "no" / "python"))
    monkeypatch.setenv("PATH", str(tmp_path) + ":/usr/bin:/bin")
    assert engine.engine_path() == str(dot)
    answer = subprocess.run([dot, "-Tjson0"], input="digraph{a->b}", capture_output=True, text=True, check=True)
    assert '"bb"' in answer.stdout


def test_without_any_engine_the_sentence_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(engine.sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(engine.LayoutError, match="pip install graphviz-pure"):
        engine.engine_path()
