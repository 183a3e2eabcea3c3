"""Labels: hours, dollars, and what they weigh beside compute."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculator_page.precise import precise
from core.calculators.model import Result
from core.calculators.report import in_words

Calc = Callable[..., Result]
Refusal = Callable[..., tuple[tuple[str | None, ...], str]]


def test_chapters_400_hours_are_417(calc: Calc) -> None:
    result = calc("labelling", examples=5_000, minutes_per_example=5)
    assert result.value("person_hours") == pytest.approx(416.6667)
    assert "The chapter says 400 person-hours for this; 5,000 × 5 ÷ 60 is 417." in result.notes


def test_other_cases_do_not_speak_of_400(calc: Calc) -> None:
    assert not any("400" in note for note in calc("labelling", examples=1_000).notes)


def test_review_comes_on_top(calc: Calc) -> None:
    result = calc("labelling", examples=600, minutes_per_example=10, review_share=0.5, review_minutes=4)
    assert result.value("writing_hours") == 100
    assert result.value("review_hours") == 20
    assert result.value("person_hours") == 120


def test_labels_dominate_the_chapters_compute(calc: Calc) -> None:
    result = calc("labelling")
    assert result.value("cost_usd") == 12_500
    assert result.value("total_usd") == 12_540
    assert result.value("labels_pct") == pytest.approx(99.68, abs=0.01)
    assert any("Labels cost more than compute" in note for note in result.notes)


def test_a_share_of_all_but_a_little_is_not_said_to_be_all(calc: Calc) -> None:
    (share,) = (q for q in calc("labelling").quantities if q.id == "labels_pct")
    assert in_words(share) == precise(share.value, share.unit.value) == "99.7 %", "compute costs $40 beside it"
    (share,) = (q for q in calc("labelling", compute_usd=0.01).quantities if q.id == "labels_pct")
    assert in_words(share) == precise(share.value, share.unit.value) == "> 99.9\N{NO-BREAK SPACE}%"
    (share,) = (q for q in calc("labelling", compute_usd=0).quantities if q.id == "labels_pct")
    assert in_words(share) == precise(share.value, share.unit.value) == "100 %"


def test_free_labels_and_free_compute_have_no_share(calc: Calc) -> None:
    result = calc("labelling", usd_per_hour=0, compute_usd=0)
    assert "labels_pct" not in {quantity.id for quantity in result.quantities}
    assert not any("beside compute" in step.words for step in result.steps)


def test_people_shorten_the_weeks_and_not_the_hours(calc: Calc) -> None:
    one, four = calc("labelling"), calc("labelling", people=4)
    assert four.value("weeks") == one.value("weeks") / 4
    assert four.value("person_hours") == one.value("person_hours")


def test_too_few_examples_are_warned_of(calc: Calc) -> None:
    assert any("few-shot prompting" in note for note in calc("labelling", examples=200).notes)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ({"examples": 0}, "Pairs is “0”; it must be at least 1."),
        ({"review_share": 50}, "Share reviewed is “50”; it must be at most 1."),
        ({"minutes_per_example": "5 min"}, "write a number of min alone, like 5, without a unit."),
        ({"usd_per_hour": -1}, "it must be at least 0 $/h."),
        ({"hours_per_week": 200}, "it must be at most 168 h."),
    ],
)
def test_bad_input_says_what_to_do(raw: dict[str, object], sentence: str, refusal: Refusal) -> None:
    assert sentence in refusal("labelling", **raw)[1]


@given(
    name=st.sampled_from(["examples", "minutes_per_example", "review_share", "review_minutes", "usd_per_hour"]),
    factor=st.floats(1, 2),
)
def test_more_of_anything_never_costs_less(calc: Calc, name: str, factor: float) -> None:
    raw = {"examples": 500, "minutes_per_example": 5, "review_share": 0.4, "review_minutes": 3, "usd_per_hour": 30}
    grown = raw | {name: int(raw[name] * factor) if name == "examples" else raw[name] * factor}
    assert calc("labelling", **grown).value("cost_usd") >= calc("labelling", **raw).value("cost_usd")


@given(examples=st.integers(1, 10**7), minutes=st.floats(0.1, 60), share=st.floats(0, 1))
def test_parts_sum_to_the_hours(calc: Calc, examples: int, minutes: float, share: float) -> None:
    result = calc("labelling", examples=examples, minutes_per_example=minutes, review_share=share)
    assert sum(part.value for part in result.parts) == pytest.approx(result.value("person_hours"))


def test_compute_that_costs_next_to_nothing_is_out_of_proportion(refusal: Refusal) -> None:
    assert refusal("labelling", compute_usd=1e-310) == (
        (None,),
        "These inputs together give no finite number; check them for a slip of many powers of ten.",
    )


def test_chapters_hours_are_not_put_beside_those_of_another_job(calc: Calc) -> None:
    assert not any("The chapter says 400" in note for note in calc("labelling", review_share=1).notes)


@pytest.mark.parametrize(
    ("given", "hours", "bill"),
    [
        ({"examples": 1, "minutes_per_example": 1}, "0.0167 h × $30", "$0.50"),
        ({"examples": 25, "minutes_per_example": 2.5}, "1.04 h × $30", "$31.25"),
        ({"examples": 5_000}, "416.7 h × $30", "$12,500"),
    ],
)
def test_hours_in_the_formula_come_to_the_bill_beside_them(
    calc: Calc, given: dict[str, float], hours: str, bill: str
) -> None:
    (step,) = (step for step in calc("labelling", **given).steps if step.words.startswith("Labels: hours"))
    assert (step.numbers, step.result) == (hours, bill)
