"""A calculator's inputs as the query of an address, and back: short, shareable, forgiving. Pure."""

from collections.abc import Mapping

from core.calculators.model import Calculator, InputsT
from core.calculators.problems import BadInputsError
from core.calculators.reading import read_inputs
from core.content.nearest import hint_for
from core.language.text import marked, t

NAMES_OF_THE_PAGE = frozenset({"calc", "step", "lang"})
"""Names in an address that belong to the page and not to a calculator."""
PASSED_OVER = marked("The value in the address was ignored.")


def parse_address(calculator: Calculator[InputsT], params: Mapping[str, str]) -> tuple[InputsT, tuple[str, ...]]:
    """The inputs in an address, and a sentence for each name or value in it that was ignored.

    What is unknown, out of bounds, or does not go with the rest takes the default.

    Raises:
        BadInputsError: the calculator refuses its own defaults.
    """
    known = calculator.inputs.model_fields
    words = [
        t(
            "The address says “{name}”, which {id} does not ask for; {hint}",
            name=name[:40],
            id=calculator.id,
            hint=hint_for(name[:40], known),
        )
        for name in params
        if name not in known and name not in NAMES_OF_THE_PAGE
    ]
    raw: dict[str, str] = {name: value for name, value in params.items() if name in known}
    while True:
        try:
            return read_inputs(calculator.inputs, raw), tuple(words)
        except BadInputsError as error:
            if not raw:
                raise
            bad = {problem.field for problem in error.problems if problem.field in raw}
            words += [passed_over(problem.sentence) for problem in error.problems]
            # a rule over several inputs names none of them: then none of the address's values can be trusted
            raw = {name: value for name, value in raw.items() if name not in bad} if bad else {}


def passed_over(sentence: str) -> str:
    """What is wrong with a value of the address, and that it was ignored."""
    return f"{sentence} {t(PASSED_OVER)}"


def address(calculator: Calculator[InputsT], inputs: InputsT) -> dict[str, str]:
    """The inputs that differ from the defaults, as text for an address."""
    fields = calculator.inputs.model_fields
    given = inputs.model_dump(mode="json")
    return {
        name: _text(value)
        for name, value in given.items()
        if getattr(inputs, name) != fields[name].get_default(call_default_factory=True) and value is not None
    }


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
