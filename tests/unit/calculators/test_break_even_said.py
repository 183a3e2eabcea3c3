"""Break-even says what its figures rest on: crossings that are not the last, models that differ, GPUs too small."""

from collections.abc import Callable

import pytest

from core.calculator_page.figures import figures_of
from core.calculator_page.headline import headline
from core.calculator_page.opened import open_address
from core.calculator_page.precise import precise
from core.calculators.cumulative import crossings, cumulative_curve
from core.calculators.model import Result, Unit
from core.calculators.registry import calculators
from core.calculators.serving_options import Option
from core.content.reference import Reference
from core.language.in_force import speaking
from core.numbers.number_format import with_unit

Calc = Callable[..., Result]
FALLING = {"queries_per_month": 30_000, "growth_pct": -30}
RETRAINED = {"labels_usd": 0, "retrain_every_months": 2, "training_mtok": 60, "queries_per_month": 300_000}


def labels(result: Result) -> dict[str, str]:
    return {quantity.id: quantity.label for quantity in result.quantities}


def test_option_that_is_cheaper_for_some_months_only_is_not_left_the_cheaper_one(calc: Calc) -> None:
    result = calc("break-even", **FALLING)
    assert result.value("total_stuffing_usd") < result.value("total_rag_usd")
    assert labels(result)["rag_stuffing_months"] == "RAG becomes cheaper than Stuffing after"
    assert labels(result)["rag_stuffing_last_months"] == "Stuffing stays cheaper than RAG after"
    last = result.value("rag_stuffing_last_months")
    stuffing, rag = (dict(s.points) for s in result.series if s.id in ("stuffing", "rag"))
    assert rag[int(last)] < stuffing[int(last)]
    assert all(stuffing[month] < rag[month] for month in range(int(last) + 1, 25))


def test_curves_that_cross_once_have_no_last_crossing(calc: Calc) -> None:
    assert not [name for name in labels(calc("break-even", queries_per_month=1e6)) if name.endswith("_last_months")]


def test_option_that_is_cheaper_after_the_last_crossing_goes_by_how_many_there_are() -> None:
    flat = Option("a", "A", 10, 0, 10, retrain_usd=80)
    steep = Option("b", "B", 0, 0, 30)
    found = [
        crossings(tuple(cumulative_curve(option, (1.0,) * months, 2) for option in (flat, steep)))[0]
        for months in (2, 3, 9)
    ]
    assert [one.month for one in found] == pytest.approx([0.5] * 3)
    assert [len(one.again) for one in found] == [0, 1, 1]
    assert [(one.cheaper_last.id, one.dearer_last.id) for one in found] == [("a", "b"), ("b", "a"), ("b", "a")]


def test_figure_and_headline_name_the_last_crossing(reference: Reference) -> None:
    falling, retrained = (
        open_address(calculators()["break-even"], {name: str(value) for name, value in given.items()}, reference)
        for given in (FALLING, RETRAINED)
    )
    assert "; stuffing passes RAG in month 4.7." in figures_of(falling, reference)[0].alt
    marks = [mark.words for mark in figures_of(retrained, reference)[0].marks]
    assert marks[-2:] == ["Fine-tuned passes RAG in month 1.6", "Fine-tuned passes RAG in month 3.3"]
    assert headline(retrained).range.endswith("in month 1.6, after 492K queries, and for the last time in month 3.3")


def test_crossing_in_the_first_days_is_not_denied_below_the_figure(reference: Reference) -> None:
    free = {"labels_usd": "0", "training_mtok": "0.1", "months": "3"}
    found = open_address(calculators()["break-even"], free, reference)
    assert "no curve that starts dearer catches up after the first days" in figures_of(found, reference)[0].alt


def test_months_of_seconds_are_not_written_out() -> None:
    assert precise(3.3e-6, Unit.MONTHS.value) == with_unit(3.3e-6, Unit.MONTHS.value) == "< 0.01 months"
    assert precise(0.0, Unit.MONTHS.value) == "0 months"
    with speaking("de"):
        assert with_unit(8.4e-7, Unit.MONTHS.value) == "<\N{NO-BREAK SPACE}0,01 Monate"


def test_self_hosted_model_that_fits_no_such_gpu_is_said_with_how_many_hold_it(calc: Calc) -> None:
    said = (
        "Llama-3.1-405B does not fit 1 × A100-80GB SXM: its weights take 756 GiB in 16 bits. Rent at least 10 GPUs, or "
        "serve it in fewer bits."
    )
    assert said in calc("break-even", hosted_model="Llama-3.1-405B").notes
    assert not any(
        "does not fit" in note for note in calc("break-even", hosted_model="Llama-3.1-405B", n_gpus=10).notes
    )
    assert not any("does not fit" in note for note in calc("break-even").notes)


def test_self_hosted_model_fits_the_gpus_that_its_load_rents_anyway(calc: Calc) -> None:
    large: dict[str, object] = {"hosted_model": "Llama-3.1-70B", "queries_per_month": 5_000_000}
    steps = {step.words: step.numbers for step in calc("break-even", **large).steps}
    assert steps["Self-hosted, the first month: GPUs × hours × price"].startswith("2 × 730 × ")
    assert not any("does not fit" in note for note in calc("break-even", **large).notes)
    (said,) = (note for note in calc("break-even", growth_pct=-10, **large).notes if "does not fit" in note)
    assert said.startswith("Llama-3.1-70B does not fit 1 × A100-80GB SXM"), "as few are rented once less is asked"


def test_two_models_in_one_comparison_are_named(calc: Calc) -> None:
    (said,) = (note for note in calc("break-even", api_model="gpt-4.1").notes if "part of the difference" in note)
    assert said.startswith("Stuffing and RAG answer with gpt-4.1, the tuned model is gpt-4o-mini: ")
    same = calc("break-even", api_model="gpt-4.1", managed="openai-gpt-4-1").notes
    assert not any("part of the difference" in note for note in (*same, *calc("break-even").notes))


@pytest.mark.parametrize("managed", ["together-open-16b-lora", "fireworks-deepseek-lora", "vertex-gemini-2-5-pro"])
def test_price_that_stands_for_an_unknown_one_is_said(managed: str, calc: Calc) -> None:
    def said(**typed: object) -> list[str]:
        return [note for note in calc("break-even", managed=managed, **typed).notes if "has no price for calls" in note]

    (sentence,) = said()
    assert "that of gpt-4o-mini is counted" in sentence
    assert said(tuned_input_usd_per_mtok=1) == [sentence]
    assert said(tuned_input_usd_per_mtok=1, tuned_output_usd_per_mtok=2) == []


def test_prices_of_another_socket_are_named_among_those_of_a_gpu(calc: Calc) -> None:
    (source,) = (source for source in calc("break-even").sources if source.startswith("A100-80GB SXM prices: "))
    assert "those of A100-80GB PCIe among them" in source
    (alone,) = (s for s in calc("break-even", gpu="H200").sources if s.startswith("H200 prices: "))
    assert "among them" not in alone


def test_one_month_is_not_said_as_several(calc: Calc) -> None:
    said = [step.words for step in calc("break-even", months=1).steps]
    assert [words for words in said if "1 months" in words] == []
    assert "RAG, 1 month: at the start + queries + monthly bills" in said


def test_one_of_what_is_counted_is_not_said_as_several() -> None:
    assert with_unit(1, "months") == "1 month"
    assert with_unit(1.02, "months") == "1 month", "it is read as it is written"
    assert (with_unit(1, "tokens"), with_unit(1, "queries")) == ("1 token", "1 query")
    assert (with_unit(1.2, "months"), with_unit(0, "tokens"), with_unit(1, "h")) == ("1.2 months", "0 tokens", "1 h")
