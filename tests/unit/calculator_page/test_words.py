"""Headline, facts, guesses and joins in words."""

import pytest

from core.calculator_page.figures import figures_of
from core.calculator_page.guess import compare_guess, read_guess
from core.calculator_page.headline import facts, headline, marked_step
from core.calculator_page.joins import stages_about, unpack_decision, with_decision
from core.calculator_page.notes import notes_of
from core.calculator_page.opened import Opened, open_address
from core.calculator_page.precise import precise, precise_span
from core.calculators.model import Quantity, Unit
from core.calculators.registry import calculators
from core.content.lessons import Link
from core.content.pages import Page
from core.content.reference import Reference
from core.language.in_force import speaking
from tests.read_once import load_content

CONTENT = load_content()
FREE = {"labels_usd": "0", "training_mtok": "0.1", "months": "3"}
BARE = {"training_mtok": "0.00005", "vector_db_usd_per_month": "0", "knowledge_tokens": "0"}


def opened(reference: Reference, name: str, **inputs: str) -> Opened:
    return open_address(calculators()[name], inputs, reference)


@pytest.mark.parametrize(
    ("name", "inputs", "number", "beside"),
    [
        ("cost", {"chapter_row": "full-7b"}, "$160–960", ""),
        ("labelling", {}, "416.7 h", "the chapter rounds to 400 h"),
        ("labelling", {"examples": "60"}, "5 h", ""),
        ("memory", {"model": "Llama-3.1-70B", "method": "qlora"}, "55.2 GiB", "48–65.1 GiB is likely"),
        ("break-even", {}, "$2,722", "fine-tuned and RAG never cross within 24 months"),
        ("break-even", {"months": "1"}, "$113", "fine-tuned and RAG never cross within 1 month"),
        ("break-even", FREE | {"training_mtok": "0"}, "$130", "fine-tuned is cheaper than RAG from the first query on"),
        ("break-even", FREE | BARE, "$70.42", "fine-tuned and RAG cross at the first query"),
        ("break-even", FREE, "$131", "fine-tuned and RAG cross in the first days, after 429 queries"),
        ("lora-params", {}, "4.59M parameters", ""),
    ],
)
def test_headline_is_the_result_with_its_range(
    name: str, inputs: dict[str, str], number: str, beside: str, reference: Reference
) -> None:
    found = headline(opened(reference, name, **inputs))
    assert (found.number, found.range) == (number, beside)


def test_german_range_needs_no_verb_that_would_have_to_agree_with_it(reference: Reference) -> None:
    with speaking("de"):
        found = headline(opened(reference, "memory", model="Llama-3.1-70B", method="qlora"))
    assert found.range.replace("\xa0", " ") == "wahrscheinlich 48–65,1 GiB"


def test_fact_says_no_unit_that_its_label_says(reference: Reference) -> None:
    said = {fact.label: fact.number for fact in facts(opened(reference, "throughput"))}
    assert said["FLOPs a token"] == "3.43 × 10¹⁰"
    assert said["Tokens a second, all GPUs"] == "4,578"


def test_chapters_facts_are_ranges_and_computed_ones_have_a_note(reference: Reference) -> None:
    stated = facts(opened(reference, "cost"))
    computed = facts(opened(reference, "cost", mode="computed"))
    assert (stated[0].number, stated[0].note) == ("2–8 h", "")
    assert computed[0].note.endswith(" h is likely")


def test_marked_line_of_the_formula_comes_to_the_headline(reference: Reference) -> None:
    step = marked_step(opened(reference, "memory"))
    assert step is not None
    assert step.words == "Peak: the sum"
    terms = [float(term) for term in step.numbers.split(" + ")]
    assert f"{sum(terms):.2f} GiB" == step.result
    assert all(terms)
    cheapest = marked_step(opened(reference, "break-even"))
    assert cheapest is not None and cheapest.words.startswith("RAG, all 24 months") and cheapest.result == "$2,722"
    assert marked_step(opened(reference, "serving")) is None


@pytest.mark.parametrize(
    ("name", "inputs", "words"),
    [
        ("labelling", {"usd_per_hour": "40"}, "Person-hours: the sum"),  # labels are 416.7 times the compute, too
        ("serving", {"model": "Qwen3-8B", "quantization": "AWQ-INT4"}, None),  # the weights are the range's lower end
        ("break-even", {"labels_usd": "0", "hosted_training_usd": "0", "usd_per_gpu_hour": "0.061"}, "Fine-tuned, all"),
        ("cost", {"usd_per_gpu_hour": "131"}, "Longest"),
    ],
)
def test_marked_line_is_no_other_that_comes_near_the_headline(
    name: str, inputs: dict[str, str], words: str | None, reference: Reference
) -> None:
    step = marked_step(opened(reference, name, **inputs))
    assert step is None if words is None else step is not None and step.words.startswith(words)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0, "usd", "$0"),
        (99_999, "usd", "$99,999"),
        (150e6, "usd", "$150M"),
        (999.9e6, "parameters", "1B parameters"),
        (9.5, "GiB", "9.5 GiB"),
        (1234.5, "GiB", "1.2K GiB"),
        (2048, "tokens", "2,048 tokens"),
        (0.5, "ratio", "0.5"),
    ],
)
def test_precise_number_has_the_digits_that_are_true(value: float, unit: str, words: str) -> None:
    assert precise(value, unit) == words


def test_range_that_is_one_number_is_said_once() -> None:
    assert precise_span(40, 40, "usd") == "$40"


@pytest.mark.parametrize(
    ("text", "number"),
    [("$60 million", 60e6), ("13 trillion", 13e12), ("5 000", 5000), ("$10–40K", 1e4), ("25,000 / 60", None)],
)
def test_guess_is_read_as_a_typed_answer_is(text: str, number: float | None) -> None:
    assert read_guess(text) == number


@pytest.mark.parametrize(("text", "number"), [("", None), ("0", None), ("-3", None), ("about 3", None), ("3M", 3e6)])
def test_guess_is_any_number_above_zero(text: str, number: float | None) -> None:
    assert read_guess(text) == number


@pytest.mark.parametrize("text", ["1e999", "1e999 × 10^5", "2e20 × 10^400", "1e-310", "5e-324", "1e59", "1e-59", "40"])
def test_any_guess_is_compared_or_refused(text: str) -> None:
    guess = read_guess(text)
    assert (guess is None) == (text not in ("1e59", "1e-59", "40"))
    if guess:
        assert compare_guess(guess, Quantity("m", "Memory", 46, Unit.GIB, 41, 50)).words


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        (45, "Within the range."),
        (60, "Too high: your guess is 1.3 times the answer."),
        (35, "Too low: the answer is 1.3 times your guess."),
        (23, "Half of it: the answer is 2 times your guess."),
    ],
)
def test_guess_is_compared_in_words(guess: float, words: str) -> None:
    assert compare_guess(guess, Quantity("m", "Memory", 46, Unit.GIB, 41, 50)).words == words


def test_guess_of_a_result_of_zero_does_not_divide() -> None:
    assert compare_guess(1, Quantity("m", "Memory", 0, Unit.GIB)).ratio == float("inf")


def test_guess_is_told_in_the_same_figures_as_the_result() -> None:
    told = compare_guess(5_000, Quantity("cost", "Cost", 12_500, Unit.USD))
    assert (told.guess, told.answer) == ("$5,000", "$12,500")


def test_decision_survives_being_carried_through_a_calculator() -> None:
    params = {"problem": "style,task", "style-prompting": "no", "for": "our bot", "view": "record"}
    (link,) = with_decision((Link(page=Page.CALCULATORS, label="x", params={"calc": "cost"}),), params)
    assert unpack_decision(CONTENT.guide, link.params["from"]) == {
        "problem": "style,task",
        "style-prompting": "no",
        "for": "our bot",
    }


def test_other_links_carry_no_decision() -> None:
    links = (Link(page=Page.COMPARE, label="x"),)
    assert with_decision(links, {"problem": "style"}) == links


@pytest.mark.parametrize("packed", ["", "a=b", "problem=tea", "&" * 500, "for=only", "%ff=%00"])
def test_carried_value_that_is_no_decision_is_nothing(packed: str) -> None:
    assert unpack_decision(CONTENT.guide, packed) == {}


def test_calculator_knows_who_speaks_of_it() -> None:
    assert [stage.id for stage in stages_about(CONTENT, "labelling")] == ["sft", "fine-tuning"]
    assert stages_about(CONTENT, "tea") == ()


def test_range_of_rents_is_that_of_the_lists_and_not_a_likelihood(reference: Reference) -> None:
    notes = {fact.label: fact.note for fact in facts(opened(reference, "cost", mode="computed", gpu="A100-80GB"))}
    assert notes["Price of a GPU-hour"] == "$0.87–3.43/h in the lists"
    assert notes["Time"].endswith(" h is likely")


def test_module_saved_in_full_is_no_target_module(reference: Reference) -> None:
    found = opened(reference, "lora-params", model="Llama-3.1-8B", target_modules="q_proj", modules_to_save="lm_head")
    assert [part.label for part in found.result.parts] == ["q_proj", "lm_head (in full)"]
    assert figures_of(found, reference)[0].alt == "530M parameters are trained; lm_head (in full) has 99 % of them."


def test_large_budget_is_written_in_groups(reference: Reference) -> None:
    found = opened(reference, "break-even", budget_ms="50000")
    assert any("of the budget of 50,000 ms" in note for note in found.result.notes)
    assert figures_of(found, reference)[1].alt.startswith("With a budget of 50,000 ms ")


def test_hardly_used_gpu_is_not_said_to_give_nothing_of_its_peak(reference: Reference) -> None:
    inputs = {"model": "GPT2", "method": "full", "gpu": "H100", "seq_len": "1", "micro_batch": "1"}
    (figure,) = figures_of(opened(reference, "throughput", **inputs), reference)
    assert figure.alt.endswith("a GPU, 0.0017 % of what its peak would give.")


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"epochs": "5", "gpu": "H100"}, "Set, but not used for this: “Epochs”, “GPU”."),
        ({"chapter_row": "runway", "hours_low": "1"}, "Set, but not used for this: “Shortest”."),
        ({"mode": "computed", "mtok": "3", "examples": "9"}, "Set, but not used for this: “Examples”."),
    ],
)
def test_inputs_left_from_another_way_are_named_as_the_form_names_them(
    inputs: dict[str, str], said: str, reference: Reference
) -> None:
    notes = notes_of(opened(reference, "cost", **inputs), reference)
    assert notes[0] == said
    assert not [note for note in notes if "mode=" in note or "mtok" in note]


def test_notes_of_what_is_used_stay_as_they_are(reference: Reference) -> None:
    for name, inputs in (("cost", {"mode": "computed"}), ("memory", {"optimizer": "magic"})):
        one = opened(reference, name, **inputs)
        assert notes_of(one, reference) == one.result.notes


def test_three_ways_that_take_longer_are_listed(reference: Reference) -> None:
    one = opened(reference, "break-even", budget_ms="1")
    assert figures_of(one, reference)[1].alt.endswith(", Stuffing, RAG and Fine-tuned take longer.")


@pytest.mark.parametrize(
    ("name", "inputs", "said"),
    [
        ("labelling", {"compute_usd": "12400"}, "Labels cost $12,500, about as much as the compute."),
        ("serving", {"model": "Llama-3.1-405B", "batch": "1", "input_len": "1", "gen_len": "1"}, "nearly all of it we"),
    ],
)
def test_finding_of_nearly_the_same_and_of_nearly_all_says_so(
    name: str, inputs: dict[str, str], said: str, reference: Reference
) -> None:
    (figure,) = figures_of(opened(reference, name, **inputs), reference)
    assert said in figure.alt
