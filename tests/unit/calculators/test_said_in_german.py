"""A calculator speaks German throughout: the numbers in its formula, its labels, and the chapter's own rows."""

import re

import pytest

from core.calculator_page.figure import Lines
from core.calculator_page.figures import figures_of
from core.calculator_page.opened import Opened, open_address
from core.calculator_page.plotly_frame import colours_of
from core.calculator_page.plotly_spec import plotly_spec
from core.calculators.memory_fit import changes
from core.calculators.memory_inputs import MemoryInputs, Method
from core.calculators.reading import unstated
from core.calculators.registry import calculators
from core.content.loader import OWN_DIRECTORY
from core.content.reference import Reference
from core.content.reference_loader import load_references
from core.language.in_force import speaking
from tests.read_once import load_languages

FOUND = calculators()
ENGLISH = re.compile(
    r"\b(?:over|layers|tokens|parameters|params|million|bytes|matrices|recomputing|job|Cost|Implies|Fine-tuning at)\b"
)
MORE = {
    "cost": ({"mode": "computed", "mtok": "3"}, {"chapter_row": "openai-gpt-4o-mini"}, {"chapter_row": "runway"}),
    "lora-params": ({"use_dora": "1"},),
}
CASES = [
    (one.id, {name: str(value) for name, value in inputs.items()})
    for one in FOUND.values()
    for inputs in ({}, *MORE.get(one.id, ()), *(example.inputs for example in one.examples))
]


@pytest.fixture(scope="module")
def german() -> Reference:
    costs = {code: content.costs for code, content in load_languages().items()}
    return load_references(OWN_DIRECTORY / "reference", costs)["de"]


def _said(opened: Opened, reference: Reference) -> list[str]:
    result, figures = opened.result, figures_of(opened, reference)
    steps = [text for step in result.steps for text in (step.words, step.numbers, step.result)]
    labels = [quantity.label for quantity in result.quantities]
    rows = [cell for figure in figures for row in figure.rows[:3] for cell in row[:2]]
    return [*steps, *labels, *result.notes, *rows, *(figure.alt for figure in figures)]


@pytest.mark.parametrize(("calculator_id", "inputs"), CASES)
def test_formula_labels_and_notes_have_no_english_in_them(
    calculator_id: str, inputs: dict[str, str], german: Reference
) -> None:
    with speaking("de"):
        said = _said(open_address(FOUND[calculator_id], inputs, german), german)
    assert [text for text in said if ENGLISH.search(text)] == []
    assert [text for text in said if re.search(r"\de[+-]\d| ÷ 1M|\.\.$|  ", text)] == []


def test_changes_that_make_a_run_fit_are_told_in_german(german: Reference) -> None:
    lora = MemoryInputs(method=Method.LORA, attention="eager", grad_ckpt="none", micro_batch=4, seq_len=8192)
    for inputs in (lora, lora.model_copy(update={"method": Method.FULL})):
        english = {text for one in changes(inputs, german) for text in (one.words, one.costs)}
        with speaking("de"):
            said = [text for one in changes(inputs, german) for text in (one.words, one.costs)]
        assert len(said) >= 12 and not english & {*said}
        assert "Sequenzen auf 4.096 Token kürzen" in said


def test_groups_and_decimals_are_marked_as_german_marks_them(german: Reference) -> None:
    with speaking("de"):
        memory = open_address(FOUND["memory"], {}, german).result.steps
        cost = open_address(FOUND["cost"], {"mode": "computed"}, german).result.steps
    assert memory[0].numbers == "6,98\xa0Mrd. × 2 + 1,05\xa0Mrd. × 2, auf 1 GPU"
    assert memory[0].result == "14,96\xa0GiB"
    assert cost[0].numbers == "10.000 × 512 × 3"
    assert cost[2].numbers.endswith("× 3.600)")


def test_one_notation_holds_for_large_numbers(german: Reference) -> None:
    steps = open_address(FOUND["throughput"], {}, german).result.steps
    assert steps[0].numbers == "4 × 8.03 B + 2.15 × 10⁹"
    assert steps[0].result == "3.43 × 10¹⁰ FLOP"
    assert steps[2].numbers == "312 TFLOP/s × 0.503 / (3.43 × 10¹⁰)"


def test_input_that_was_left_out_is_asked_for_in_german() -> None:
    with speaking("de"):
        (problem,) = unstated(FOUND["pretraining"].inputs, {"params_b": "7"})
    assert problem.sentence == "Trainings-Token fehlt; gib tokens_t an, zum Beispiel tokens_t=15."


def test_numbers_under_the_pointer_are_written_as_german_writes_them(german: Reference) -> None:
    def plotted() -> tuple[str, str]:
        opened = open_address(FOUND["break-even"], {}, german)
        (figure,) = (one for one in figures_of(opened, german) if isinstance(one, Lines))
        spec = plotly_spec(figure, colours_of(dark=False))
        return spec["layout"]["separators"], spec["data"][0]["hovertemplate"]

    assert plotted()[0] == ".," and ": $%{y:,.0f}<" in plotted()[1]
    with speaking("de"):
        assert plotted()[0] == ",." and ": %{y:,.0f}\xa0$<" in plotted()[1]
