"""Whatever an address says, its calculator computes, draws its figures and writes its numbers as people do."""

import re
from enum import Enum
from itertools import chain
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from core.calculator_page.figures import figures_of
from core.calculator_page.headline import facts, headline
from core.calculator_page.opened import open_address
from core.calculators.model import Inputs
from core.calculators.registry import calculators
from core.content.loader import reference_directory
from core.content.reference_loader import load_reference

CALCULATORS = calculators()
REFERENCE = load_reference(reference_directory())
ODD = ["", "x", "Ω", "-1", "0", "1", "0.5", "1e-9", "1e9", "1e18", "1e300", "nan", "inf", "1,000", "9" * 20, "<b>"]
NAMES = [row.name for row in chain(REFERENCE.models, REFERENCE.gpus)]
EXPONENT = re.compile(r"\de[+-]\d")


def _values(field: FieldInfo) -> st.SearchStrategy[str]:
    """What is nearly right for a field: its bounds and what is just beyond, its choices, names from the tables."""
    bounds = [getattr(rule, name, None) for rule in field.metadata for name in ("ge", "le", "gt", "lt")]
    near = [repr(bound * part) for bound in bounds if bound is not None for part in (0.999, 1, 1.001)]
    kinds = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type)]
    choices = [str(one.value) for kind in kinds if issubclass(kind, Enum) for one in kind]
    return st.sampled_from([*ODD, *near, *choices]) | st.sampled_from(NAMES)


@pytest.mark.parametrize("name", CALCULATORS)
@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_address_is_computed_drawn_and_written(name: str, data: st.DataObject) -> None:
    fields = CALCULATORS[name].inputs.model_fields
    asked = data.draw(st.lists(st.sampled_from(sorted(fields)), max_size=5, unique=True))
    params = {field: data.draw(_values(fields[field])) for field in asked}
    opened = open_address(CALCULATORS[name], params, REFERENCE)
    figures_of(opened, REFERENCE)
    head = headline(opened)
    steps = [text for step in opened.result.steps for text in (step.numbers, step.result)]
    shown = [*steps, head.number, head.range, *(text for fact in facts(opened) for text in (fact.number, fact.note))]
    assert [text for text in shown if EXPONENT.search(_without_words(text, opened.inputs))] == []


def _without_words(text: str, inputs: Inputs) -> str:
    """A line without what it repeats of fields that take any word."""
    words = [value for value in inputs.model_dump().values() if isinstance(value, str) and value]
    return re.sub("|".join(map(re.escape, words)) or "$", "", text)
