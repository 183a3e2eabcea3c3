"""The Python of the guide for authors: what it imports is there, and its calculator computes what it says."""

import ast
import importlib
import inspect
import re
import textwrap
from typing import Any

import pytest

from core.calculator_page import figure_checks, figures
from core.calculators.calculator_checks import problems_with
from core.calculators.evaluation import evaluate, flat_results
from core.calculators.model import Calculator
from core.calculators.reading import read_inputs
from core.content.loader import OWN_DIRECTORY
from core.content.models import Content
from core.content.problems import Problem
from core.content.reference_loader import load_reference
from core.content.yaml_text import read_yaml
from tests.architecture.source import ROOT
from tests.content.broken import add, problems_after, replace, write
from tests.unit.calculators import test_every_calculator

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


@pytest.mark.parametrize("text", MODULES, ids=lambda text: text[3:30])
def test_what_an_example_calls_takes_what_it_is_given(text: str) -> None:
    space: dict[str, Any] = {"__name__": "example"}
    tree = ast.parse(text)
    exec(compile(ast.Module([one for one in tree.body if isinstance(one, ast.ImportFrom)], []), "guide", "exec"), space)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    for call in calls:
        if called := space.get(call.func.id):
            named = {str(given.arg): given.value for given in call.keywords}
            inspect.signature(called).bind(*call.args, **named)
    assert any(call.func.id in space for call in calls)


def _context_share(right: str = "", wrong: str = "") -> Any:
    """The calculator of the guide; with a mistake in it, when one is named."""
    text = _of("ContextShareInputs")
    assert right in text
    space: dict[str, Any] = {"__name__": "context_share"}
    exec(compile(text.replace(right, wrong) if right else text, "core/calculators/context_share.py", "exec"), space)
    return space["CALCULATOR"]


def test_the_calculator_computes_its_example_and_names_claims_that_there_are(content: Content) -> None:
    calculator = _context_share()
    assert isinstance(calculator, Calculator)
    assert set(calculator.claims) <= set(content.claim_by_id)
    reference = load_reference(OWN_DIRECTORY / "reference")
    for example in calculator.examples:
        found = flat_results(evaluate(calculator, read_inputs(calculator.inputs, example.inputs), reference))
        assert {name: found[name] for name in example.expected} == pytest.approx(example.expected)


def test_the_calculator_keeps_the_rules_of_every_calculator(content: Content) -> None:
    calculator, reference = _context_share(), load_reference(OWN_DIRECTORY / "reference")
    assert list(problems_with(calculator, content, reference)) == []
    test_every_calculator.test_a_source_begins_as_a_sentence_does_or_with_a_name(calculator, reference)


MISTAKES = {
    "a formula that misses its example": ("inputs.characters / 4", "inputs.characters / 5"),
    "misspelt an input in an example": ('{"characters": 200_000', '{"chars": 200_000'),
    "misspelt a result in an example": ('{"share_pct": 39', '{"share": 39'),
    "a number without a limit": (", ge=1, le=10**9", ""),
    "misspelt a claim": ("retrieval-adds-tokens", "retrieval-adds-token"),
    "left out a default": ("default=200_000, ", ""),
    "a default out of its own limits": ("default=200_000", "default=0"),
    "a `compute` that returns nothing": ("return Result(", "Result("),
    "a tuple with no comma": ("sources=(_SOURCE,)", "sources=(_SOURCE)"),
    "misspelt a variable": ("100 * tokens /", "100 * tokns /"),
    "a result with no number": ('t("Tokens"), tokens,', 't("Tokens"), None,'),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_guide_quotes_what_the_check_says_of_a_calculator(mistake: str, content: Content) -> None:
    calculator, reference = _context_share(*MISTAKES[mistake]), load_reference(OWN_DIRECTORY / "reference")
    ((field, message),) = problems_with(calculator, content, reference)
    said = Problem("core/calculators/context_share.py", calculator.id, field, message)
    assert f"| {mistake} | `{said}` |" in GUIDE


def test_the_guide_quotes_what_the_check_says_of_a_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    space = dict(vars(figures))
    code = next(text for text in EXAMPLES if "def _context_share" in text).replace('"tokens")', '"token")')
    exec(compile(code, "docs/authoring.md", "exec"), space)
    monkeypatch.setattr(figures, "_FIGURES", {"context-share": space["_context_share"]})
    monkeypatch.setattr(figure_checks, "calculators", lambda: {"context-share": _context_share()})
    (said,) = figure_checks.figure_problems(load_reference(OWN_DIRECTORY / "reference"))
    assert f"| a figure of a result that there is not | `{said}` |" in GUIDE


def test_the_fourth_graph_loads(tmp_path: Any) -> None:
    (graph,) = re.findall(
        r"```yaml\n(# yaml-language-server: \S+graphs.json\n- id: evaluation.*?)```", GUIDE, re.DOTALL
    )
    assert problems_after(tmp_path, write("graphs/evaluation.yaml", graph)) == []


def test_the_pitfall_loads_and_teaches_its_claim(tmp_path: Any) -> None:
    (pitfall,) = re.findall(r"```yaml\n(- id: open-test-set.*?)```", GUIDE, re.DOTALL)
    new = "claim-of-this-test-alone"  # whoever follows the README has the claim of the example in the bank
    claim = f"- {{id: {new}, text: It is new., source: goes-wrong}}\n"
    pitfall = pitfall.replace("keep-the-test-set-shut", new)
    edits = (add("pitfalls.yaml", pitfall), add("claims/goes-wrong.yaml", claim))
    (untested,) = problems_after(tmp_path, lambda folder: [edit(folder) for edit in edits])
    assert "is tested nowhere" in untested


def test_the_glossary_term_loads(tmp_path: Any) -> None:
    (term,) = re.findall(r"```yaml\n(- id: validation-set.*?)```", GUIDE, re.DOTALL)
    assert problems_after(tmp_path, add("terms/glossary.yaml", term)) == []


def test_its_figure_shows_what_it_found() -> None:
    calculator = _context_share()
    inputs = read_inputs(calculator.inputs, calculator.examples[0].inputs)
    space = dict(vars(figures))
    exec(compile(next(text for text in EXAMPLES if "def _context_share" in text), "docs/authoring.md", "exec"), space)
    reference = load_reference(OWN_DIRECTORY / "reference")
    (figure,) = space["_context_share"](inputs, evaluate(calculator, inputs, reference), reference)
    assert (figure.alt, [bar.value for bar in figure.bars]) == ("The text takes 39 % of the window.", [50_000, 128_000])


def test_the_new_stop_of_the_pipeline_loads(tmp_path: Any) -> None:
    section = GUIDE.partition("## A stage of the pipeline")[2].partition("\n## ")[0]
    node, edges, stop = re.findall(r"^   ```yaml\n(.*?)^   ```", section, re.DOTALL | re.MULTILINE)
    edits = (
        replace("graphs/pipeline.yaml", "    - {id: pre-training,", f"{_left(node)}    - {{id: pre-training,"),
        replace("graphs/pipeline.yaml", "    - {from: raw-text, to: pre-training}\n", _left(edges)),
        replace("stages.yaml", "- id: pre-training\n", f"{_left(stop)}- id: pre-training\n"),
    )
    assert problems_after(tmp_path, lambda folder: [edit(folder) for edit in edits]) == []


def test_the_new_stop_has_what_tests_want_of_a_stop(content: Content) -> None:
    (stop,) = read_yaml(
        _left(re.findall(r"^   ```yaml\n(   - id: tokenizing\n.*?)^   ```", GUIDE, re.DOTALL | re.MULTILINE)[0])
    )
    asked = {claim for item in content.items if item.kind == "free-answer" for claim in item.claims}
    assert stop["links"]
    assert asked & set(stop["claims"])


def _left(example: str) -> str:
    """An example of a numbered list, without the three spaces that it is indented by there."""
    return re.sub("^   ", "", example, flags=re.MULTILINE)
