"""The chapter's rows to the dollar; computed and managed jobs."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.cost_chapter import implied_rate
from core.calculators.gpu_rent import Rent, rent_of
from core.calculators.model import Quantity, Result
from core.calculators.training_mfu import Method, fine_tuning_mfu, flops_per_token, job_of
from core.content.reference import Reference

Calc = Callable[..., Result]
Refusal = Callable[..., tuple[tuple[str | None, ...], str]]


def quantity(result: Result, name: str) -> Quantity:
    return next(q for q in result.quantities if q.id == name)


@pytest.mark.parametrize(
    ("row", "low", "high", "rate"),
    [
        ("lora-7b", 10, 40, 5),
        ("lora-13b", 40, 120, 10),
        ("qlora-70b", 80, 240, 10),
        ("full-7b", 160, 960, 10),
        ("openai-gpt-4o-mini", 3, 15, None),
        ("runway", 3, 25, None),
    ],
)
def test_chapter_row_comes_out_to_the_dollar(row: str, low: int, high: int, rate: int | None, calc: Calc) -> None:
    result = calc("cost", chapter_row=row)
    cost = quantity(result, "cost_usd")
    assert (cost.low, cost.high) == (low, high)
    rates = [q.value for q in result.quantities if q.id == "implied_usd_per_gpu_hour"]
    assert rates == ([rate] if rate else [])


def test_seventh_figure_of_the_chapter_is_pointed_to(calc: Calc) -> None:
    assert any("400 person-hours" in note and "labelling" in note for note in calc("cost").notes)


def test_both_ends_of_a_row_imply_the_same_rate(reference: Reference) -> None:
    for row in reference.chapter_costs:
        if row.gpu is not None and row.hours_high is not None:
            assert row.cost_usd_high / (row.hours_high * row.gpu_count) == implied_rate(row)


def test_every_rate_hour_and_count_of_a_row_can_be_replaced(calc: Calc) -> None:
    cost = quantity(
        calc("cost", chapter_row="full-7b", hours_low=1, hours_high=2, n_gpus=8, usd_per_gpu_hour=3), "cost_usd"
    )
    assert (cost.low, cost.high) == (24, 48)


def test_todays_rent_stands_beside_the_chapter(calc: Calc) -> None:
    today = quantity(calc("cost", chapter_row="lora-7b"), "cost_today_usd")
    assert today.high is not None and today.high < 20, "an A10G-hour costs far less than $5"


def test_tokens_of_the_managed_row_scale_its_price(calc: Calc) -> None:
    cost = quantity(calc("cost", chapter_row="openai-gpt-4o-mini", mtok=7.5), "cost_usd")
    assert (cost.low, cost.high) == (22.5, 112.5)


def test_computed_job_shows_its_arithmetic(calc: Calc) -> None:
    result = calc("cost", mode="computed", model="Llama-2-7B", method="lora", gpu="A10G", mfu=0.4, usd_per_gpu_hour=1)
    flops = (4 * 6_738_415_616 + 8 * 32 * 4096 * 512) * 15_360_000
    assert result.value("flops") == pytest.approx(flops)
    assert result.value("hours") == pytest.approx(flops / (70e12 * 0.4 * 3600))
    assert result.value("cost_usd") == pytest.approx(result.value("hours"))
    assert [step.words.split(":")[0] for step in result.steps] == ["Tokens", "Operations", "GPU-hours", "Cost"]


def test_more_gpus_take_less_time_for_the_same_money(calc: Calc) -> None:
    one, four = (calc("cost", mode="computed", gpu="A100-80GB", n_gpus=n) for n in (1, 4))
    assert four.value("hours") == pytest.approx(one.value("hours") / 4)
    assert four.value("cost_usd") == one.value("cost_usd")


def test_adapters_need_two_thirds_of_the_operations() -> None:
    full, lora = (flops_per_token(method, 7e9, 32 * 4096, 2048) for method in (Method.FULL, Method.LORA))
    assert lora / full == pytest.approx(2 / 3)
    assert flops_per_token(Method.QLORA, 7e9, 32 * 4096, 2048) == lora


def test_speed_is_that_of_the_training_speed_calculator(calc: Calc) -> None:
    raw = {"model": "Llama-3.1-8B", "method": "qlora", "gpu": "A100-80GB", "n_gpus": 2}
    cost = calc("cost", mode="computed", tokens_per_example=2_048, **raw)
    speed = calc("throughput", seq_len=2_048, **raw)
    assert cost.value("tokens_per_s_per_gpu") == pytest.approx(speed.value("tokens_per_s_per_gpu"), rel=0.01)
    low, high = quantity(cost, "gpu_hours").low, quantity(cost, "gpu_hours").high
    expected = quantity(speed, "tokens_per_s_per_gpu")
    assert low is not None and high is not None and expected.low is not None and expected.high is not None
    assert high / low == pytest.approx(expected.high / expected.low)


def test_short_examples_are_packed_and_it_is_said(calc: Calc) -> None:
    short = job_of(Method.LORA, "Llama-2-7B", "A10G", 100, 1)
    assert short.seq_len * short.micro_batch >= 2_048
    assert job_of(Method.LORA, "Llama-2-7B", "A10G", 8_192, 1).micro_batch == 1
    assert any("packed" in note for note in calc("cost", mode="computed", tokens_per_example=100).notes)


def test_typed_utilisation_wins_and_has_no_range(calc: Calc) -> None:
    hours = quantity(calc("cost", mode="computed", mfu=0.4), "gpu_hours")
    assert hours.low == hours.value == hours.high


def test_expected_utilisation_lies_in_its_range(reference: Reference) -> None:
    for method in Method:
        mfu = fine_tuning_mfu(job_of(method, "Llama-3.1-8B", "RTX 4090", 2_048, 1), reference)
        assert 0 < mfu.low < mfu.middle < mfu.high < 1.2


def test_managed_training_by_tokens_and_by_the_hour(calc: Calc) -> None:
    assert calc("cost", mode="managed", managed="openai-gpt-4o-mini", mtok=2).value("cost_usd") == 6
    assert calc("cost", mode="managed", managed="openai-o4-mini", training_hours=3).value("cost_usd") == 300
    typed = calc("cost", mode="managed", managed="fireworks-open-80b-lora", mtok=13.5, usd_per_mtok=3)
    assert typed.value("cost_usd") == pytest.approx(40.5)


def test_managed_note_compares_tuned_with_base_price(calc: Calc) -> None:
    notes = calc("cost", mode="managed", managed="openai-gpt-4o").notes
    assert any("1.5 × the base model's prompt price; the chapter says 2–4 ×" in note for note in notes)


CLOSES = "New customers can no longer train here, and from 6 January 2027 nobody can"


def test_managed_training_that_ends_says_from_when(calc: Calc, reference: Reference) -> None:
    for row in reference.training_prices:
        notes = calc("cost", mode="managed", managed=row.id, mtok=1).notes
        assert any(note.startswith(CLOSES) for note in notes) is (row.provider == "openai")


@pytest.mark.parametrize(
    ("row", "day"), [("openai-gpt-4-1-nano", "23 October 2026"), ("openai-gpt-4o-mini", "14 January 2027")]
)
def test_managed_training_says_on_which_day_its_base_model_is_retired(calc: Calc, row: str, day: str) -> None:
    said = f"The day on which this base model is retired: {day}."
    assert said in calc("cost", mode="managed", managed=row).notes
    assert said in calc("break-even", managed=row).notes


def test_break_even_says_so_of_the_training_that_it_counts(calc: Calc) -> None:
    assert any(note.startswith(CLOSES) for note in calc("break-even").notes)
    assert not any(note.startswith(CLOSES) for note in calc("break-even", managed="fireworks-open-16b-lora").notes)


def test_tokens_an_example_price_the_job(calc: Calc) -> None:
    result = calc("cost", mode="managed", examples=10_000, tokens_per_example=512, epochs=3)
    assert result.value("training_tokens") == 15_360_000
    assert result.value("cost_usd") == pytest.approx(46.08)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ({"mode": "chapters"}, "Hours from is “chapters”; did you mean chapter"),
        ({"chapter_row": "lora7"}, "did you mean lora-7b"),
        ({"mode": "managed", "managed": "gpt-4o-mini"}, "is not in the table of managed trainings"),
        ({"hours_low": 9, "hours_high": 2}, "Shortest (9 h) is above longest (2 h); swap them."),
        ({"hours_low": 9}, "Shortest (9 h) is above longest (8 h); give both hours_low and hours_high."),
        ({"mode": "computed", "gpu": "TPU v99"}, "is not in the table of GPUs"),
        ({"mode": "computed", "examples": 0}, "Examples is “0”; it must be at least 1."),
        ({"mode": "computed", "epochs": "three"}, "Epochs is “three”; write a number."),
        ({"mode": "computed", "usd_per_gpu_hour": "$2"}, "alone, like 2, without a unit."),
        ({"mode": "computed", "usd_per_gpu_hour": "1,5"}, "with a point, like 1.5."),
        ({"mode": "computed", "method": "lorra"}, "did you mean lora or qlora?"),
    ],
)
def test_bad_input_says_what_to_do(raw: dict[str, object], sentence: str, refusal: Refusal) -> None:
    assert sentence in refusal("cost", **raw)[1]


def test_choices_forgive_case(calc: Calc) -> None:
    assert calc("cost", mode="Computed", method="QLoRA") == calc("cost", mode="computed", method="qlora")


@given(
    name=st.sampled_from(["examples", "tokens_per_example", "epochs", "usd_per_gpu_hour"]),
    factor=st.integers(2, 9),
    method=st.sampled_from(list(Method)),
)
def test_more_of_anything_never_costs_less(calc: Calc, name: str, factor: int, method: Method) -> None:
    raw = {"examples": 1_000, "tokens_per_example": 1_200, "epochs": 2, "usd_per_gpu_hour": 1.5}
    less = quantity(calc("cost", mode="computed", method=method, **raw), "cost_usd")
    more = quantity(calc("cost", mode="computed", method=method, **raw | {name: raw[name] * factor}), "cost_usd")
    assert less.value < more.value
    assert (less.low or 0) < (more.low or 0) and (less.high or 0) < (more.high or 0)


def test_rent_takes_the_middle_of_the_table_and_leaves_history_out(reference: Reference) -> None:
    rent = rent_of(reference.gpu("A10G"), None, reference)
    assert rent is not None
    assert (rent.usd, rent.low, rent.high) == (1.5829, 0.5782, 2.036)
    assert "as of 2025-06" in rent.source


def test_rent_says_that_its_lowest_price_is_for_a_spot_machine(reference: Reference) -> None:
    rents = {name: rent_of(reference.gpu(name), None, reference) for name in ("A10G", "H100-80GB", "A100-80GB")}
    said = {name: rent.source if rent else "" for name, rent in rents.items()}
    assert "the lowest, $0.58, for spot machines" in said["A10G"]
    assert "the lowest, $1.25, for spot machines" in said["H100-80GB"]
    assert said["A100-80GB"] and "spot" not in said["A100-80GB"], "its lowest price is on demand"


def test_sxm_and_pcie_parts_of_one_chip_share_prices_but_not_different_chips(reference: Reference) -> None:
    assert {row.cloud for row in reference.prices_of(reference.gpu("A100-80GB"))} == {
        "AWS",
        "Lambda",
        "RunPod",
        "Vast.ai",
    }
    assert all(row.gpu == "h100-pcie" for row in reference.prices_of(reference.gpu("H100 PCIe")))


def test_typed_rent_wins_and_a_part_without_rows_has_none(reference: Reference) -> None:
    assert rent_of(reference.gpu("A10G"), 0, reference) == Rent(0, 0, 0, "Price an hour: typed in")
    assert rent_of(reference.gpu("TPU v3"), None, reference) is None
    assert Rent(2, 2, 2, "").words() == "$2/h"
