"""Numbers and dates in German; English is held by the tests of `number_format` and `figures`."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculator_page.precise import precise, precise_span
from core.calculator_page.ticks import axis_words
from core.content.facts import Range, Unit
from core.language.in_force import speaking
from core.language.numbers import day_and_month, decimal, figure_of, in_figures, long_date, weekday
from core.numbers.figures import figure_text
from core.numbers.number_format import compact, exact, parse, percent, scientific, span, usd, with_unit


def plain(text: str) -> str:
    """The text with spaces that may break, as tests write them."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("$22.50", "22,50 $"),
        ("−$3", "−3 $"),
        ("$1.2K", "1,2 Tsd. $"),
        ("$0.87–3.43/h", "0,87–3,43 $/h"),
        ("$50–100M", "50–100 Mio. $"),
        ("$900K–1.2M", "900 Tsd.–1,2 Mio. $"),
        ("8.09 × 10²² FLOP", "8,09 × 10²² FLOP"),
        ("71B", "71 Mrd."),
        ("15T", "15 Bio."),
        ("4,587,520", "4.587.520"),
        ("45.5 GiB", "45,5 GiB"),
        ("4-bit", "4-bit"),
    ],
)
def test_figures_have_the_marks_of_german(english: str, german: str) -> None:
    with speaking("de"):
        assert plain(in_figures(english)) == german


def test_every_way_to_write_a_number_is_german_in_german() -> None:
    with speaking("de"):
        said = [
            compact(4_587_520),
            exact(4_587_520),
            scientific(8.086e22),
            usd(12.5),
            percent(0.756),
            with_unit(416_000, "tokens"),
            span(10, 40, "usd"),
            precise(12_500, "usd"),
            precise_span(41.04, 50.2, "GiB"),
            decimal(1234.567, 1),
            axis_words((0, 5_000), "usd")[1],
        ]
    assert [plain(text) for text in said] == [
        "4,6 Mio.",
        "4.587.520",
        "8,09 × 10²²",
        "12,50 $",
        "76 %",
        "416 Tsd. Token",
        "10–40 $",
        "12.500 $",
        "41–50,2 GiB",
        "1.234,6",
        "5.000 $",
    ]


@pytest.mark.parametrize(
    ("figure", "german"),
    [
        (Range(low=50e6, high=100e6, unit=Unit.USD), "50–100 Mio. $"),
        (Range(low=13e12, unit=Unit.TOKENS, approximate=True), "~13 Bio. Token"),
        (Range(low=1e3, high=1e5, unit=Unit.EXAMPLES), "1.000–100.000"),
        (Range(low=1, unit=Unit.WEEKS), "1 Woche"),
        (Range(low=0.15, unit=Unit.USD_PER_MTOK), "0,15 $ je 1 Mio. Token"),
    ],
)
def test_figures_of_claims_are_said_in_german(figure: Range, german: str) -> None:
    with speaking("de"):
        assert plain(figure_text(figure)) == german


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("4,6 Mio.", 4.6e6),
        ("4.6 M", 4.6e6),
        ("4.587.520", 4_587_520),
        ("4.587", 4587),
        ("0.587", 0.587),
        ("0,5", 0.5),
        ("1.234,5 $", 1234.5),
        ("2 Mrd.", 2e9),
        ("8,09 × 10²² FLOP", 8.09e22),
        ("etwa zehn", None),
    ],
)
def test_german_numbers_are_read_as_germans_type_them(typed: str, value: float | None) -> None:
    with speaking("de"):
        assert parse(typed) == value


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("fr", "40", 40),
        ("fr", "4,6", 4.6),
        ("fr", "4\u202f587,5", 4587.5),
        ("fr", "4 587 520", 4_587_520),
        ("sv", "4\xa0587", 4587),
        ("de_CH", "4’587.5", 4587.5),
        ("ja", "4,587.5", 4587.5),
        ("es", "4.587,5", 4587.5),
    ],
)
def test_numbers_are_read_in_a_language_that_somebody_adds(language: str, typed: str, value: float) -> None:
    with speaking(language):
        assert parse(typed) == value


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("$4,587.5/h", "4\u202f587,5 $/h"),
        ("$1.2K", "1,2 k $"),
        ("$900–1.2M", "900–1,2 M $"),
        ("4,587,520 tokens", "4\u202f587\u202f520 tokens"),
    ],
)
def test_figures_have_the_marks_of_a_language_that_somebody_adds(english: str, french: str) -> None:
    with speaking("fr"):
        assert plain(in_figures(english)) == french


@given(st.floats(min_value=1e-4, max_value=9e14))
def test_what_german_writes_it_reads_again(value: float) -> None:
    with speaking("de"):
        local = parse(compact(value))
    assert local == parse(compact(value))


def test_english_figures_are_left_alone() -> None:
    assert (in_figures("$4,587.5"), figure_of("4,587.5")) == ("$4,587.5", "4,587.5")


def test_dates_are_said_in_words() -> None:
    day = date(2026, 3, 9)
    assert (long_date(day), day_and_month(day), weekday(day)) == ("9 March 2026", "9 March", "Monday")
    with speaking("de"):
        assert (long_date(day), day_and_month(day), weekday(day)) == ("9. März 2026", "9. März", "Montag")
