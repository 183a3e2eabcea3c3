"""What a worked case starts from, in the words of the form. Pure."""

from typing import Any

from core.calculator_page.fields import Kind, form_field
from core.calculator_page.layout import layout_of
from core.calculators.faded import FadedCase
from core.calculators.model import Calculator, Example
from core.calculators.reading import extra_of, read_inputs
from core.content.reference import Reference
from core.language.text import t

_NAMED = ("models", "gpus")
"""Tables whose names are words already."""


def given_words(calculator: Calculator[Any], example: Example, case: FadedCase, reference: Reference) -> str:
    """The inputs of a case, each with its title; a choice has the label that the form gives it, and not its id."""
    inputs, layout = read_inputs(calculator.inputs, example.inputs), layout_of(calculator)
    said = []
    for (name, value), (title, written) in zip(example.inputs.items(), case.inputs, strict=True):
        field = form_field(calculator, name, inputs, layout, reference)
        chosen = field.kind in (Kind.SEGMENTS, Kind.SELECT) and _table(calculator, name) not in _NAMED
        said.append(f"{title} {_apart(field.label_of(str(value))) if chosen else written}")
    return ", ".join(said)


def _apart(label: str) -> str:
    """A label in quotes if it has commas of its own, among others that commas part."""
    return t("“{name}”", name=label) if ", " in label else label


def _table(calculator: Calculator[Any], name: str) -> str:
    return str(extra_of(calculator.inputs.model_fields[name]).get("choices"))
