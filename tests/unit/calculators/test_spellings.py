"""Words that people use for the same thing, in every calculator that has a method."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.memory_inputs import MemoryInputs
from core.calculators.model import Result
from core.calculators.reading import read_inputs
from core.calculators.registry import calculators
from core.calculators.spellings import method_words, not_known, same_word

Calc = Callable[..., Result]


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("LoRA", "lora"),
        (" lora ", "lora"),
        ("QLoRA", "qlora"),
        ("Q-LoRA", "qlora"),
        ("QLoRA (4-bit)", "qlora"),
        ("4bit-LoRA", "qlora"),
        ("DoRA", "dora"),
        ("QDoRA", "qdora"),
        ("full", "full"),
        ("Full-Finetune", "full"),
        ("full fine-tuning", "full"),
        ("full_parameter", "full"),
        ("FFT", "full"),
        ("rsLoRA", "lora"),
        ("LoRA+", "lora"),
    ],
)
def test_method_is_read_as_people_write_it(text: str, method: str) -> None:
    assert read_inputs(MemoryInputs, {"model": "x", "method": text}).method == method


@pytest.mark.parametrize("text", ["SFT", "adapters", "GaLore", "freeze", "lora r=16", "", "fulll"])
def test_method_that_says_nothing_clear_is_refused(text: str, refusal: Callable[..., tuple[object, str]]) -> None:
    fields, sentence = refusal("memory", model="Llama-3.1-8B", method=text)
    assert fields == ("method",)
    assert sentence.startswith("Method is ")


@pytest.mark.parametrize("text", ["pretrain", "Pre-training", "pretraining", "from scratch"])
def test_pretraining_is_a_method_of_training_speed_only(
    text: str, calc: Calc, refusal: Callable[..., tuple[object, str]]
) -> None:
    run = {"model": "Llama-3.1-8B", "method": text}
    assert calc("throughput", **run, gpu="H100").value("mfu") > 0
    assert refusal("memory", **run)[0] == ("method",)


def test_all_three_calculators_read_the_same_words(calc: Calc) -> None:
    for word, method in method_words().items():
        for name in ("memory", "throughput", "cost"):
            calculator = calculators()[name]
            if method == "pretrain" and name != "throughput":
                continue
            assert read_inputs(calculator.inputs, {"method": word}).method == method


def test_every_word_is_written_as_words_are_compared() -> None:
    assert all(word == same_word(word) for word in method_words())


@given(st.text())
def test_comparing_twice_is_comparing_once(text: str) -> None:
    assert same_word(same_word(text)) == same_word(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [("adamw", []), ("AdamW (fused)", []), ("", []), ("muon", ["Optimizer “muon” is not known; AdamW is counted."])],
)
def test_word_is_known_when_it_holds_one_that_means_something(text: str, said: list[str]) -> None:
    inputs = MemoryInputs(optimizer=text)
    assert not_known(inputs, "optimizer", ("adam", "sgd"), "AdamW is counted") == said


def test_long_text_is_cut_in_a_caution() -> None:
    (said,) = not_known(MemoryInputs(optimizer="x" * 900), "optimizer", ("adam",), "AdamW is counted")
    assert len(said) < 100


@pytest.mark.parametrize(
    ("typed", "like"),
    [("5k", "5000"), ("1.5k", "1500"), ("2M", "2000000"), ("2K", "2000"), ("1 m", "1000000")],
)
def test_thousands_and_millions_are_asked_for_in_full(
    typed: str, like: str, refusal: Callable[..., tuple[object, str]]
) -> None:
    assert refusal("cost", examples=typed)[1].endswith(f"write a whole number in full, like {like}.")


@pytest.mark.parametrize("typed", ["1.0", "1", "true", "yes", "True"])
def test_yes_is_read_as_tables_write_it(typed: str) -> None:
    assert read_inputs(MemoryInputs, {"cpu_offload": typed, "lora_r": "16.0", "grad_accum": "8.0"}).cpu_offload is True


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1", "1"), ("16.0", "16"), (">1", ">1"), (">=2", ">=2"), (" 4 ", "4")],
)
def test_accumulation_is_a_count_or_more_than_one(typed: str, kept: str) -> None:
    inputs = read_inputs(MemoryInputs, {"grad_accum": typed})
    assert inputs.grad_accum == kept
    assert inputs.accumulates is (kept != "1")


@pytest.mark.parametrize("typed", ["0", "-1", "²", "many", "1.5", ">0", "", ">"])
def test_accumulation_that_is_no_count_is_refused(typed: str, refusal: Callable[..., tuple[object, str]]) -> None:
    fields, sentence = refusal("memory", model="Llama-3.1-8B", method="lora", grad_accum=typed)
    assert fields == ("grad_accum",)
    assert "write a whole number above 0" in sentence or "is empty" in sentence
