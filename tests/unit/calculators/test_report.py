"""A result as text and as JSON, and problems as sentences."""

import json
import math
from datetime import date

import pytest
from pydantic import Field

from core.calculators.model import Calculator, Example, Inputs, Quantity, Result, Step, Unit
from core.calculators.problems import BadInputsError, Problem
from core.calculators.report import as_json, as_text, in_words, json_text
from core.content.reference import Reference


class Coffee(Inputs):
    """Cups, and what one costs."""

    cups: int = Field(2, title="Cups", ge=0, le=1000, json_schema_extra={"unit": "cups"})
    price: float = Field(3.5, title="Price", ge=0, le=100)
    milk: str = Field("", title="Milk")
    sugar: float | None = Field(None, title="Sugar")


def bill(inputs: Coffee, reference: Reference) -> Result:
    cost = inputs.cups * inputs.price
    return Result(
        quantities=(
            Quantity("cost_usd", "Cost", cost, Unit.USD, 0.9 * cost, 1.2 * cost),
            Quantity("cups", "Cups", inputs.cups, Unit.COUNT),
        ),
        steps=(Step("Cups × price", f"{inputs.cups} × ${inputs.price}", f"${cost:g}"),),
        sources=("menu, as of 2025-06", "arithmetic"),
        parts=(Quantity("beans_usd", "Beans", cost / 2, Unit.USD),),
        notes=("Tips come on top.",),
    )


CAFE: Calculator[Coffee] = Calculator(
    "cafe", "Café", "What does coffee cost?", Coffee, bill, (Example("", {}, {}, ""),)
)
NO_TABLES = Reference(models=())


def text_of(inputs: Coffee, today: date = date(2026, 11, 25)) -> str:
    return as_text(CAFE, inputs, bill(inputs, NO_TABLES), today)


def test_text_runs_from_results_to_sources() -> None:
    assert text_of(Coffee()) == (
        "Café\n"
        "\n"
        "  Cost: $7 ($6.30–8.40)\n"
        "  Cups: 2\n"
        "  Beans: $3.50\n"
        "\n"
        "Steps\n"
        "  Cups × price\n"
        "    2 × $3.5 = $7\n"
        "\n"
        "Inputs\n"
        "  cups = 2 cups\n"
        "  price = 3.5\n"
        "\n"
        "Note: Tips come on top.\n"
        "\n"
        "Source: menu, as of 2025-06 (older than 90 days)\n"
        "Source: arithmetic"
    )


def test_text_shows_only_inputs_that_say_something() -> None:
    assert "milk = oat" in text_of(Coffee(milk="oat"))
    assert "sugar = 1.0" in text_of(Coffee(sugar=1))
    assert "milk" not in text_of(Coffee()) and "sugar" not in text_of(Coffee())
    assert "price = 0.0" in text_of(Coffee(price=0))


def test_fresh_price_is_not_marked() -> None:
    assert "older than" not in text_of(Coffee(), date(2025, 8, 30))
    assert "older than" in text_of(Coffee(), date(2025, 8, 31))


def test_json_has_everything_in_its_place() -> None:
    inputs = Coffee()
    assert json.loads(as_json(CAFE, inputs, bill(inputs, NO_TABLES))) == {
        "calculator": "cafe",
        "inputs": {"cups": 2, "price": 3.5, "milk": "", "sugar": None},
        "results": {
            "cost_usd": 7,
            "cost_usd_low": 6.3,
            "low": 6.3,
            "cost_usd_high": pytest.approx(8.4),
            "high": pytest.approx(8.4),
            "cups": 2,
            "beans_usd": 3.5,
        },
        "units": {
            "cost_usd": "usd",
            "cost_usd_low": "usd",
            "low": "usd",
            "cost_usd_high": "usd",
            "high": "usd",
            "cups": "count",
            "beans_usd": "usd",
        },
        "steps": [{"words": "Cups × price", "numbers": "2 × $3.5", "result": "$7"}],
        "sources": ["menu, as of 2025-06", "arithmetic"],
        "notes": ["Tips come on top."],
    }


def test_letters_stay_as_they_are_in_json() -> None:
    assert json_text({"a": "Café ×"}) == '{\n  "a": "Café ×"\n}'


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_json_never_holds_what_json_cannot_say(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text({"a": value})


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity("n", "", 4_587_520, Unit.PARAMETERS), "4,587,520 parameters"),
        (Quantity("n", "", 4.5, Unit.PARAMETERS), "4.5 parameters"),
        (Quantity("n", "", 12_345, Unit.COUNT), "12,345"),
        (Quantity("n", "", 2e9, Unit.COUNT, 1e9, 3e9), "2B (1–3B)"),
        (Quantity("n", "", 41.3, Unit.GIB, 35, 48), "41 GiB (35–48 GiB)"),
        (Quantity("n", "", 41.3, Unit.GIB, 41.3, 41.3), "41 GiB"),
        (Quantity("n", "", 5, Unit.HOURS, 2, 8), "5 h (2–8 h)"),
        (Quantity("n", "", 0.55, Unit.RATIO), "0.55"),
        (Quantity("n", "", 12_500, Unit.USD), "$12,500"),
        (Quantity("n", "", 1_056, Unit.USD, 262, 1_881), "$1,056 ($262–1,881)"),
        (Quantity("n", "", 22.5, Unit.USD, 22.5, 22.5), "$22.50"),
        (Quantity("n", "", 2_600_000, Unit.USD, 490_000, 11e6), "$2.6M ($490K–11M)"),
    ],
)
def test_quantity_in_words(quantity: Quantity, words: str) -> None:
    assert in_words(quantity) == words


def test_value_is_found_among_quantities_and_parts() -> None:
    result = bill(Coffee(), NO_TABLES)
    assert (result.value("cost_usd"), result.value("beans_usd")) == (7, 3.5)
    with pytest.raises(StopIteration):
        result.value("nothing")


def test_problems_become_one_message_and_keep_their_fields() -> None:
    error = BadInputsError(iter([Problem("cups", "Too many cups."), Problem(None, "Closed on Sundays.")]))
    assert str(error) == "Too many cups. Closed on Sundays."
    assert [problem.field for problem in error.problems] == ["cups", None]
    assert BadInputsError.of("cups", "None left.").problems == (Problem("cups", "None left."),)
