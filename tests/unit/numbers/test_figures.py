import pytest

from core.content.facts import Claim, Figure, Range, Unit
from core.numbers.figures import figure_source, figure_text


@pytest.mark.parametrize(
    ("low", "high", "unit", "approximate", "text"),
    [
        (50e6, 100e6, Unit.USD, False, "$50–100M"),
        (13e12, None, Unit.TOKENS, True, "~13T tokens"),
        (1e3, 1e5, Unit.EXAMPLES, False, "1K–100K"),
        (10, 100, Unit.TIMES, False, "10–100×"),
        (0.1, 1, Unit.PERCENT, False, "0.1–1 %"),
        (2, 8, Unit.HOURS, False, "2–8 h"),
        (160, 960, Unit.USD, False, "$160–960"),
        (3, 15, Unit.USD_PER_MTOK, False, "$3–15 per 1M tokens"),
        (5, None, Unit.USD_PER_HOUR, False, "$5 an hour"),
        (1, None, Unit.WEEKS, False, "1 week"),
        (50, 200, Unit.MILLISECONDS, False, "50–200 ms"),
        (4_587_520, None, Unit.PARAMETERS, False, "4.588M"),
        (1234, None, Unit.COUNT, False, "1,234"),
        (4, None, Unit.BITS, False, "4-bit"),
    ],
)
def test_figures_are_written_as_in_print(low, high, unit, approximate, text):
    assert figure_text(Range(low=low, high=high, unit=unit, approximate=approximate)) == text


def test_a_unit_that_the_label_says_is_not_said_twice():
    assert figure_text(Figure(low=13e12, unit=Unit.TOKENS, label="tokens to train GPT-4")) == "13T"
    assert figure_text(Figure(low=13e12, unit=Unit.TOKENS, label="read in training")) == "13T tokens"


def test_a_figure_says_where_it_comes_from_and_of_when_it_is():
    claim = Claim(id="c", text="It costs.", source="cost", as_of="2025-02")
    seen = Figure(low=3, unit=Unit.COUNT, label="steps", remark="our count")
    assert figure_source(claim, seen, "What it costs") == "our count, February 2025"
    bare = Figure(low=3, unit=Unit.COUNT, label="steps")
    assert figure_source(claim.model_copy(update={"as_of": None}), bare, "What it costs") == "chapter: What it costs"
