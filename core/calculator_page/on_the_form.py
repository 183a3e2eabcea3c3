"""The sentences that calculators say to commands and tables, as their form on a page says them. Pure."""

import re
from typing import Any

from core.calculators.model import Calculator
from core.language.text import t


def on_the_form(calculator: Calculator[Any], sentence: str) -> str:
    """The sentence with inputs by the titles of their fields, and where a field is that lies folded away.

    >>> from core.calculators.registry import calculators
    >>> on_the_form(calculators()["cost"], "Shortest (9 h) is above longest (8 h); give both hours_low and hours_high.")
    'Shortest (9 h) is above longest (8 h); give both “Shortest” and “Longest”.'
    """
    folded = t("Or give its parameters under “More settings”.")
    for said in (t("Or give model_params_b, or hidden_size and num_layers."), t("Or give model_params_b.")):
        sentence = sentence.replace(said, folded)
    fields = calculator.inputs.model_fields
    names = "|".join(name for name in fields if "_" in name)  # the others are words too
    if not names:
        return sentence
    # in quotes stands what was typed
    return re.sub(
        rf"(?<![“„\w])(?:{names})(?!\w)", lambda at: t("“{name}”", name=t(fields[at[0]].title or at[0])), sentence
    )
