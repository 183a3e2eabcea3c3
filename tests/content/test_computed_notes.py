"""What a claim says to have computed is what the calculators of today compute, in both languages."""

import pytest

from core.calculators.evaluation import evaluate
from core.calculators.model import Result
from core.calculators.reading import read_inputs
from core.calculators.registry import calculators
from core.content.loader import OWN_DIRECTORY
from core.content.models import Content
from core.content.reference_loader import load_reference
from tests.read_once import load_languages

REFERENCE = load_reference(OWN_DIRECTORY / "reference")
LANGUAGES = load_languages()
# The chapter's runs, on 10,000 examples of 512 tokens, three times over: the cost calculator's own defaults.
RUNS = {
    "cost-lora-7b": {"model": "Llama-2-7B", "method": "lora", "gpu": "A10G"},
    "cost-lora-13b": {"model": "Llama-2-13B", "method": "lora", "gpu": "A100-40GB"},
    "cost-qlora-70b": {"model": "Llama-2-70B", "method": "qlora", "gpu": "A100-80GB"},
    "cost-full-7b": {"model": "Llama-2-7B", "method": "full", "gpu": "A100-80GB", "n_gpus": "4"},
}


def _computed(calculator_id: str, **raw: str) -> Result:
    calculator = calculators()[calculator_id]
    return evaluate(calculator, read_inputs(calculator.inputs, raw), REFERENCE)


def _note(content: Content, claim_id: str) -> str:
    return (content.claim_by_id[claim_id].note or "").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("claim_id", RUNS)
def test_hours_of_a_run_are_those_of_the_cost_calculator(claim_id: str) -> None:
    hours = f"{_computed('cost', mode='computed', **RUNS[claim_id]).value('hours'):.2g}"
    assert f"makes it about {hours} hours" in _note(LANGUAGES["en"], claim_id)
    assert f"auf etwa {hours.replace('.', ',')} Stunden" in _note(LANGUAGES["de"], claim_id)


def test_lora_on_70b_in_16_bits_needs_what_the_memory_calculator_counts() -> None:
    parts = {part.id: part.value for part in _computed("memory", model="Llama-2-70B", method="lora").parts}
    held = sum(parts[f"{name}_gib"] for name in ("weights", "adapters", "gradients", "optimizer"))
    for content in LANGUAGES.values():
        assert f"{held:.0f} GiB" in _note(content, "before-qlora-8-gpus")


def test_stuffing_costs_as_much_as_retrieval_where_break_even_has_it() -> None:
    limits = [
        _computed("break-even", api_model=model, retrieved_tokens="2500", cache_hit_share="1").value("k_star_tokens")
        for model in ("gpt-4o", "claude-sonnet-4-5")
    ]
    low, high = (f"{limit:,.0f}" for limit in limits)
    assert f"{low}–{high} tokens" in _note(LANGUAGES["en"], "small-data-goes-in-the-prompt")
    german = f"{low}–{high}".replace(",", ".")
    assert german in _note(LANGUAGES["de"], "small-data-goes-in-the-prompt")


def test_providers_that_charge_no_more_for_a_tuned_model_are_named_where_the_others_are() -> None:
    rows = [row for row in REFERENCE.training_prices if "at base" in (row.note or "")]
    providers = {row.provider.split()[-1].capitalize() for row in rows}
    assert providers == {"Vertex", "Fireworks"}
    for content in LANGUAGES.values():
        assert all(name in _note(content, "tuned-api-costs-more") for name in providers)


def test_pre_training_llama_405b_took_as_much_wherever_it_is_said() -> None:
    example = next(one for one in calculators()["pretraining"].examples if "405B" in one.title)
    digits, power = f"{example.expected['flops']:.1e}".split("e+")
    assert power == "25"
    for code, content in LANGUAGES.items():
        said = f"{digits} × 10²⁵".replace(".", "." if code == "en" else ",")
        (station,) = (one for one in content.lab if one.id == "pre-train")
        assert said in station.size


def test_rents_that_a_note_names_are_those_of_the_cost_calculator() -> None:
    for row, claim in (("lora-7b", "cost-lora-7b"), ("lora-13b", "cost-lora-13b"), ("qlora-70b", "cost-qlora-70b")):
        (step,) = (one for one in _computed("cost", chapter_row=row).steps if one.words.startswith("The same at"))
        rents = step.numbers.split("$")[1].removesuffix("/h")
        for code, content in LANGUAGES.items():
            said = rents if code == "en" else rents.replace(".", ",")
            assert said in _note(content, claim), (code, claim)
            assert said in next(one for one in content.costs if one.id == row).note, (code, row)
