"""What calculators say, for every model and GPU of the tables: whole sentences, readable numbers, no gaps."""

import re
from collections.abc import Callable

import pytest

from core.calculators.model import Result
from core.calculators.registry import calculators
from core.content.reference import Reference

Calc = Callable[..., Result]
BARE = re.compile(r"\d\.\d{6,}|\bnan\b|\binf\b|e\+\d|None|  ")
CASES = [
    (calculator.id, dict(example.inputs)) for calculator in calculators().values() for example in calculator.examples
]


def _check(result: Result) -> None:
    for sentence in result.notes:
        assert sentence.endswith(".") and sentence[0] != " ", sentence
        assert not BARE.search(sentence), sentence
    for step in result.steps:
        assert step.words and step.numbers and step.result
        assert not re.search(r"\bnan\b|\binf\b|None", f"{step.numbers} {step.result}")
    for source in result.sources:
        assert len(source) > 5
    assert all(quantity.label for quantity in (*result.quantities, *result.parts))


@pytest.mark.parametrize(("name", "inputs"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_examples_are_explained_in_whole_sentences(name: str, inputs: dict[str, object], calc: Calc) -> None:
    _check(calc(name, **inputs))


@pytest.mark.parametrize("method", ["full", "lora", "qlora", "dora"])
def test_memory_speaks_of_every_model(method: str, calc: Calc, reference: Reference) -> None:
    for shape in reference.models:
        result = calc("memory", model=shape.id, method=method, gpu="H100-80GB", lora_targets="all-linear")
        _check(result)
        assert result.cautions == ()
        words = "leaves" if result.value("peak_memory_gib") < 77.1 else "is too small by"
        assert any(f"H100-80GB {words} " in note for note in result.notes)


def test_serving_and_speed_speak_of_every_model(calc: Calc, reference: Reference) -> None:
    for shape in reference.models:
        _check(calc("serving", model=shape.id, quantization="FP8", gpu="L4"))
        _check(calc("throughput", model=shape.id, method="qlora", gpu="L4"))
        _check(calc("pretraining", model=shape.id, tokens_t=1))
        _check(calc("cost", mode="computed", model=shape.id))
        _check(calc("break-even", hosted_model=shape.id))


def test_everything_speaks_of_every_gpu(calc: Calc, reference: Reference) -> None:
    for gpu in reference.gpus:
        for name in (gpu.id, gpu.name, *gpu.aliases):
            _check(calc("pretraining", params_b=7, tokens_t=1, gpu=name))
        _check(calc("throughput", model="Llama-3.1-8B", method="lora", gpu=gpu.id))
        _check(calc("serving", model="Llama-3.2-1B", gpu=gpu.name))
        _check(calc("memory", model="Llama-3.2-1B", method="lora", gpu=gpu.id))
        _check(calc("cost", mode="computed", gpu=gpu.id))
        _check(calc("break-even", gpu=gpu.id, usd_per_gpu_hour=1))


@pytest.mark.parametrize("model", ["gpt-4o", "gpt-4.1-nano", "claude-opus-4-5", "gemini-2.5-flash-lite"])
def test_break_even_speaks_of_every_kind_of_price(model: str, calc: Calc) -> None:
    for share in (0, 0.5, 1):
        _check(calc("break-even", api_model=model, cache_hit_share=share, months=1))
        _check(calc("break-even", api_model=model, cache_hit_share=share, knowledge_tokens=1_000_000))
