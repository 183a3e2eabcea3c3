"""Numbers as people read them, and back."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numbers.number_format import compact, exact, parse, percent, ratio, scientific, span, usd, with_unit


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0456, "0.046"),
        (0.999, "1"),
        (1, "1"),
        (2.25, "2.3"),
        (4.25, "4.3"),
        (9.96, "10"),
        (41.2, "41"),
        (416.67, "417"),
        (999.4, "999"),
        (999.6, "1K"),
        (1_234, "1.2K"),
        (4_587_520, "4.6M"),
        (70_553_706_496, "71B"),
        (15e12, "15T"),
        (6.6e47, "6.60 × 10⁴⁷"),
        (-1_234, "-1.2K"),
    ],
)
def test_compact_keeps_two_figures(value: float, text: str) -> None:
    assert compact(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "$0"),
        (0.00042, "$0.00042"),
        (0.5, "$0.50"),
        (0.15, "$0.15"),
        (4, "$4"),
        (22.5, "$22.50"),
        (99.999, "$100"),
        (960, "$960"),
        (12_500, "$12K"),
        (83e6, "$83M"),
        (-3, "−$3"),
    ],
)
def test_dollars_have_cents_only_where_they_matter(value: float, text: str) -> None:
    assert usd(value) == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (50e6, 100e6, "usd", "$50–100M"),
        (10, 40, "usd", "$10–40"),
        (160, 960, "usd", "$160–960"),
        (0.87, 3.43, "usd/h", "$0.87–3.43/h"),
        (900, 1_200_000, "usd", "$900–1.2M"),
        (490_000, 11e6, "usd", "$490K–11M"),
        (262, 1_900, "usd", "$262–1.9K"),
        (2, 8, "h", "2–8 h"),
        (0.4, 0.6, "ratio", "0.4–0.6"),
        (38.2, 45.1, "GiB", "38–45 GiB"),
        (3, 3, "h", "3 h"),
        (3.001, 3.002, "h", "3 h"),
        (8e22, 9e22, "FLOP", "8.00 × 10²² FLOP – 9.00 × 10²² FLOP"),
    ],
)
def test_range_has_an_en_dash_and_its_unit_once(low: float, high: float, unit: str, text: str) -> None:
    assert span(low, high, unit) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (41.3, "GiB", "41 GiB"),
        (1e9, "GiB", "1,000,000,000 GiB"),
        (4_587_520, "parameters", "4.6M parameters"),
        (0.1426, "%", "0.14 %"),
        (99.2, "%", "99 %"),
        (99.68, "%", "99.7 %"),
        (99.9999, "%", "> 99.9\u00a0%"),
        (100, "%", "100 %"),
        (3, "usd/1M tokens", "$3/1M tokens"),
        (5, "count", "5"),
        (8.086e22, "FLOP", "8.09 × 10²² FLOP"),
    ],
)
def test_unit_follows_its_number(value: float, unit: str, text: str) -> None:
    assert with_unit(value, unit) == text


def test_a_share_keeps_its_sign() -> None:
    assert [percent(share) for share in (0, 0.599, 1)] == ["0\u00a0%", "60\u00a0%", "100\u00a0%"]


def test_exact_and_scientific() -> None:
    assert exact(4_587_520) == "4,587,520"
    assert scientific(0) == "0"
    assert scientific(1.5e-7) == "1.50 × 10⁻⁷"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.6 M", 4.6e6),
        ("4.6m", 4.6e6),
        ("$1.2 k", 1_200),
        ("41 GiB", 41),
        ("417 h", 417),
        ("8.09 × 10²²", 8.09e22),
        ("1.50 × 10⁻⁷", 1.5e-7),
        ("−$3", -3),
        ("3 months", 3),
        ("1e3", 1_000),
        (".5", 0.5),
        ("", None),
        ("h", None),
        ("about ten", None),
        ("10^23", 1e23),
        ("10²³", 1e23),
        ("10**6 FLOP", 1e6),
        ("$10^6", 1e6),
        ("3 · 10²²", 3e22),
        ("2e20 × 10^3", 2e23),
        ("10", 10),
        ("1e999", None),
        ("-1e999", None),
        ("1e999 × 10^5", None),
        ("2e20 × 10^400", None),
    ],
)
def test_text_is_read_back(text: str, value: float | None) -> None:
    assert parse(text) == (None if value is None else pytest.approx(value))


@given(st.floats(1e-6, 9e14))
def test_compact_round_trips_within_its_figures(value: float) -> None:
    assert parse(compact(value)) == pytest.approx(value, rel=0.051)


@given(st.floats(1e-6, 9e14))
def test_dollars_round_trip_within_their_figures(value: float) -> None:
    assert parse(usd(value)) == pytest.approx(value, rel=0.051)


@given(st.integers(0, 10**15))
def test_exact_round_trips_exactly(value: int) -> None:
    assert parse(exact(value)) == value


@given(st.floats(1e-20, 1e60))
def test_scientific_round_trips(value: float) -> None:
    assert parse(scientific(value)) == pytest.approx(value, rel=0.006)


def test_ratio_has_one_decimal_from_ten_on() -> None:
    assert [ratio(value) for value in (10.04, 41.27, 999_999_999)] == ["10", "41.3", "999,999,999"]
    assert [ratio(value) for value in (9.96, 1e9)] == ["10", "1B"]


def test_a_speck_is_a_power_of_ten_and_no_row_of_zeros() -> None:
    assert [compact(value) for value in (1.4e-23, -2e-7, 1e-6)] == ["1.40 × 10⁻²³", "-2.00 × 10⁻⁷", "0.000001"]


@given(st.text("0123456789e-+.,×x*·^ 10²³kmbt$", max_size=90))
def test_whatever_is_typed_reads_as_a_finite_number_or_as_none(text: str) -> None:
    number = parse(text)
    assert number is None or math.isfinite(number)


@given(st.floats(0.001, 1e14), st.floats(1, 1_000))
def test_range_begins_with_its_low_end(low: float, factor: float) -> None:
    text = span(low, low * factor, "h")
    assert text.endswith(" h")
    assert ("–" in text) == (with_unit(low, "h") != with_unit(low * factor, "h"))


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
@pytest.mark.parametrize("write", [compact, scientific, usd], ids=lambda write: write.__name__)
def test_what_is_not_finite_is_never_written(write: Callable[[float], str], value: float) -> None:
    with pytest.raises(OverflowError, match="only finite numbers"):
        write(value)


@given(st.floats(1e-300, 1e300))
def test_every_finite_number_is_written_short(value: float) -> None:
    assert parse(scientific(value)) == pytest.approx(value, rel=0.006)
    assert len(compact(value)) < 400
