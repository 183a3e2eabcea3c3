"""Who works a formula out by hand, from the numbers as they are shown, comes to the result that stands beside it."""

import ast
import operator
import re
from collections.abc import Callable

import pytest

from core.calculator_page.precise import precise_span
from core.calculators.model import Result

Calc = Callable[..., Result]
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
SCALES = {"K": "e3", "M": "e6", "B": "e9", "T": "e12"}
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.BinOp):
        return float(OPERATORS[type(node.op)](_value(node.left), _value(node.right)))
    assert isinstance(node, ast.Constant)
    return float(str(node.value))


def worked_out(shown: str) -> float:
    """What an arithmetic expression comes to as a page shows it: $0.125 × 15.6T ÷ 10²."""
    text = re.sub(r" ?\(\$[\d.]+–[\d.]+/h\)|\$|,|/h\b| (?:h|tokens)\b", "", shown)
    text = re.sub(r"([\d.]+) ?([KMBT])\b", lambda found: f"{found[1]}{SCALES[found[2]]}", text)
    text = re.sub(r"10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda found: f"1e{found[1].translate(SUPERSCRIPTS)}", text)
    return _value(ast.parse(text.replace("×", "*").replace("÷", "/"), mode="eval").body)


def test_totals_of_break_even_come_from_numbers_that_stand_beside_them(calc: Calc) -> None:
    result = calc("break-even")
    totals = {step.words.split(",")[0]: step for step in result.steps if ", all 24 months" in step.words}
    assert list(totals) == ["Stuffing", "RAG", "Fine-tuned", "Self-hosted"]
    for ident, step in zip(("stuffing", "rag", "tuned", "hosted"), totals.values(), strict=True):
        assert worked_out(step.numbers) == pytest.approx(result.value(f"total_{ident}_usd"), rel=0.001), step
    assert totals["RAG"].numbers == "$0.0008 + $1,522 + $1,200"


def test_what_is_shown_is_read_as_a_person_reads_it() -> None:
    assert worked_out("2,500 × $1.25 ÷ $0.125") == 25_000
    assert worked_out("6 × 405.85 B × 15.6T") == pytest.approx(3.7988e25, rel=1e-4)
    assert worked_out("43M × $3.52 ($1.25–6.88/h)") == pytest.approx(151e6, rel=0.01)


CASES = [
    ("break-even", {}, ("Prefix", "Stuffing", "RAG", "Fine-tuned", "Self-hosted", "K*")),
    ("break-even", {"api_model": "gpt-5"}, ("Prefix", "Stuffing", "RAG", "K*")),
    ("break-even", {"vector_usd_per_1k": "2.5", "usd_per_gpu_hour": "1.234"}, ("RAG", "Self-hosted")),
    ("cost", {"mode": "computed"}, ("Tokens", "Operations", "GPU-hours", "Cost")),
    ("cost", {"mode": "computed", "model": "Mixtral-8x7B", "gpu": "H100-80GB"}, ("Operations", "GPU-hours", "Cost")),
    ("pretraining", {"model": "Llama-3.1-405B", "tokens_t": "15.6"}, ("Operations", "GPU-hours", "Cost")),
    ("pretraining", {"model": "Llama-3.1-8B", "tokens_t": "1.25", "gpu": "A100"}, ("Operations", "GPU-hours", "Cost")),
    ("pretraining", {"params_b": "0.0001232", "tokens_t": "15"}, ("Operations", "GPU-hours", "Cost")),
    ("pretraining", {"model": "GPT2-small", "tokens_t": "15"}, ("Operations",)),
    ("pretraining", {"model": "Llama-3.1-8B", "tokens_t": "0.001", "usd_per_gpu_hour": "1049"}, ("Cost",)),
    ("cost", {"usd_per_gpu_hour": "1040", "hours_high": "413"}, ("Shortest", "Longest")),
    ("cost", {"mode": "computed", "examples": "4000000", "usd_per_gpu_hour": "1.26"}, ("Cost",)),
    ("cost", {"mode": "managed", "usd_per_mtok": "0.1239", "mtok": "7.5"}, ("Cost",)),
    ("labelling", {"review_share": "0.3"}, ("Writing", "Review", "Person-hours", "Labels:")),
    ("labelling", {"usd_per_hour": "1249"}, ("Labels:",)),
    ("break-even", {"api_model": "claude-sonnet-4-5"}, ("K*",)),
]


# Results have two figures or three, so by hand one may come out 2 % beside them.
@pytest.mark.parametrize(("calculator_id", "inputs", "steps"), CASES)
def test_numbers_of_a_formula_come_to_its_result(
    calculator_id: str, inputs: dict[str, str], steps: tuple[str, ...], calc: Calc
) -> None:
    found = [step for step in calc(calculator_id, **inputs).steps if step.words.startswith(steps)]
    assert len(found) >= len(steps)
    for step in found:
        assert worked_out(step.numbers) == pytest.approx(worked_out(step.result), rel=0.02), step


@pytest.mark.parametrize(
    ("calculator", "given", "numbers"),
    [
        ("cost", {"n_gpus": 100_000}, "2 h × 100,000 × $5"),
        ("cost", {"mode": "computed", "mfu": 0.4, "n_gpus": 100_000}, "4.19 ÷ 100,000"),
        ("labelling", {"minutes_per_example": 10_000}, "5,000 × 10,000 ÷ 60"),
        ("break-even", {"queries_per_month": 1e10, "usd_per_gpu_hour": 1.5}, "3,425 × 730 × $1.50"),
        ("memory", {"seq_len": 10_000_000}, "14.96 + 0.16 + 0.16 + 0.31 + 2,441.41 + 16,722.68"),
        ("break-even", {"retrieval_ms": 60_000}, "2 × 8.03 B × 3,000 ÷ (312 × 10¹² × 0.4) + 60,000 ms"),
    ],
)
def test_large_numbers_of_a_formula_have_their_separators(
    calc: Calc, calculator: str, given: dict[str, object], numbers: str
) -> None:
    assert numbers in [step.numbers for step in calc(calculator, **given).steps]


@pytest.mark.parametrize("method", ["lora", "full"])
def test_weights_of_a_split_by_layers_come_from_their_share_and_the_head_on_the_last(method: str, calc: Calc) -> None:
    step = calc("memory", method=method, n_gpus=4, sharding="device_map (layer split)").steps[0]
    sizes, _, head = step.numbers.partition(", over 4 GPU, + ")
    gib = worked_out(sizes) / 4 / 2**30 + float(head.removesuffix(" GiB of lm_head on the last"))
    assert gib == pytest.approx(float(step.result.removesuffix(" GiB")), rel=0.002)


def test_memory_says_what_is_on_the_cpu_where_its_formula_comes_to_nothing(calc: Calc) -> None:
    job = {"method": "full", "n_gpus": 8, "cpu_offload": True, "sharding": "fsdp"}
    whole, states = calc("memory", **job), calc("memory", **job | {"sharding": "zero2"})
    assert (whole.steps[0].numbers, whole.steps[0].result) == ("6.98 B × 2 + 1.05 B × 2, on the CPU", "0.00 GiB")
    assert any(note.startswith("Weights, gradients and optimizer states are on the CPU") for note in whole.notes)
    assert "Optimizer states are on the CPU." in states.notes


def test_rents_of_a_formula_come_to_dollars_as_whole_as_those_beside_it(calc: Calc) -> None:
    result = calc("cost", chapter_row="full-7b", hours_low=60, hours_high=100, n_gpus=8)
    today = next(quantity for quantity in result.quantities if quantity.id == "cost_today_usd")
    assert result.steps[-1].result == precise_span(today.low or 0, today.high or 0, "usd") == "$418–2,745"


def test_small_shares_and_speeds_are_not_rounded_away(calc: Calc) -> None:
    short = calc("throughput", seq_len=1).steps[-1]
    share = float(short.numbers.split(" × ")[1].partition(" ")[0])
    assert 312e12 * share / 3.21e10 == pytest.approx(float(short.result.partition(" ")[0]), rel=0.02)
    large = calc("throughput", model_params_b=100_000, peak_tflops_bf16=12.8).steps[-1]
    assert large.numbers.startswith("12.8 TFLOP/s") and not large.result.startswith("0 ")


def test_rests_of_rounding_are_no_monthly_bill(calc: Calc) -> None:
    result = calc("break-even", knowledge_tokens=100_000_000, cached_usd_per_mtok=100_000)
    assert [step.numbers for step in result.steps if step.words.startswith("Stuffing, all")] == [
        "$0 + $21,600,068,400,515 + $0"
    ]
