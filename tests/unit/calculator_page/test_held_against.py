"""What a fine-tuning job is held against in its figure."""

import pytest

from core.calculator_page.figure import Bars
from core.calculator_page.figures import figures_of
from core.calculator_page.opened import open_address
from core.calculators.registry import calculators
from core.content.reference import Reference


def cost_figure(reference: Reference, managed: str) -> Bars:
    return figure_of(reference, mode="managed", managed=managed)


def figure_of(reference: Reference, **inputs: str) -> Bars:
    opened = open_address(calculators()["cost"], inputs, reference)
    (figure,) = figures_of(opened, reference)
    assert isinstance(figure, Bars)
    return figure


def test_managed_training_is_held_against_the_chapters_row_for_its_own_model(reference: Reference) -> None:
    alt = cost_figure(reference, "openai-gpt-4o-mini").alt
    assert alt == "Your numbers come to $46.08; the chapter's row says $46–230."


@pytest.mark.parametrize("managed", ["openai-o4-mini", "openai-gpt-4-1", "fireworks-open-80b-lora"])
def test_managed_training_of_other_models_is_held_against_nothing(managed: str, reference: Reference) -> None:
    figure = cost_figure(reference, managed)
    assert [bar.label for bar in figure.bars] == ["Your numbers"] and "chapter" not in figure.alt


@pytest.mark.parametrize(
    ("method", "model", "row"),
    [
        ("qlora", "Llama-3.1-70B", ["Chapter: QLoRA, 70B params"]),
        ("qlora", "Llama-2-7B", []),
        ("lora", "Llama-2-7B", ["Chapter: LoRA, 7B params"]),
        ("lora", "Llama-2-13B", ["Chapter: LoRA, 13B params"]),
        ("lora", "Llama-3.1-70B", []),
    ],
)
def test_computed_job_stands_beside_a_row_of_its_method_and_about_its_size(
    method: str, model: str, row: list[str], reference: Reference
) -> None:
    bars = figure_of(reference, mode="computed", method=method, model=model, gpu="A100-80GB")
    assert [bar.label for bar in bars.bars] == ["Your numbers", *row]
    assert ("the chapter's row" in bars.alt) == bool(row)
