"""The Python of the guide for authors: what it imports is there, and its calculator computes what it says."""

import ast
import importlib
import re
import textwrap
from typing import Any

import pytest

from core.calculators.evaluation import evaluate, flat_results
from core.calculators.model import Calculator
from core.calculators.reading import read_inputs
from core.content.loader import OWN_DIRECTORY
from core.content.models import Content
from core.content.reference_loader import load_reference
from tests.architecture.source import ROOT
from tests.content.broken import problems_after, write

GUIDE = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
EXAMPLES = [
    textwrap.dedent(found) for found in re.findall(r"^ *```python\n(.*?)^ *```", GUIDE, re.DOTALL | re.MULTILINE)
]
MODULES = [text for text in EXAMPLES if text.startswith('"""')]


def _of(words: str) -> str:
    return next(text for text in MODULES if words in text)


@pytest.mark.parametrize("text", MODULES, ids=lambda text: text[3:30])
def test_what_an_example_imports_is_there(text: str) -> None:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            module = importlib.import_module(str(node.module))
            for name in node.names:
                if not hasattr(module, name.name):
                    importlib.import_module(f"{node.module}.{name.name}")


def test_the_calculator_computes_its_example_and_names_claims_that_there_are(content: Content) -> None:
    space: dict[str, Any] = {"__name__": "context_share"}
    exec(compile(_of("ContextShareInputs"), "docs/authoring.md", "exec"), space)
    calculator = space["CALCULATOR"]
    assert isinstance(calculator, Calculator)
    assert set(calculator.claims) <= set(content.claim_by_id)
    reference = load_reference(OWN_DIRECTORY / "reference")
    for example in calculator.examples:
        found = flat_results(evaluate(calculator, read_inputs(calculator.inputs, example.inputs), reference))
        assert {name: found[name] for name in example.expected} == pytest.approx(example.expected)


def test_the_fourth_graph_loads(tmp_path: Any) -> None:
    (graph,) = re.findall(
        r"```yaml\n(# yaml-language-server: \S+graphs.json\n- id: evaluation.*?)```", GUIDE, re.DOTALL
    )
    assert problems_after(tmp_path, write("graphs/evaluation.yaml", graph)) == []
