"""Every input of every calculator has a field; what a form holds becomes inputs and an address, and back."""

import re
from typing import Any

import pytest

from core.calculator_page.fields import Kind, form_field, shown, stored
from core.calculator_page.layout import LAYOUTS, layout_of, ordered, shown_names
from core.calculator_page.notes import notes_of
from core.calculator_page.opened import address_of, choose_calculator, open_address, read_form
from core.calculators.cost_inputs import CostInputs
from core.calculators.model import Calculator
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.language.in_force import speaking

FOUND = calculators()
each = pytest.mark.parametrize("calculator", FOUND.values(), ids=FOUND)


@each
def test_layout_names_only_inputs_and_results_that_there_are(calculator: Calculator[Any], reference: Reference) -> None:
    layout = layout_of(calculator)
    names = set(calculator.inputs.model_fields)
    assert {*layout.first, *layout.sliders, *layout.preset, *layout.fallback} <= names
    assert layout.hidden(calculator.inputs(), reference) <= names
    assert open_address(calculator, layout.preset, reference).words == ()


def test_a_title_that_names_the_unit_says_it_alone(reference: Reference) -> None:
    labelling = FOUND["labelling"]
    names = ("minutes_per_example", "review_minutes", "hours_per_week")
    fields = [form_field(labelling, name, labelling.inputs(), layout_of(labelling), reference) for name in names]
    assert [field.label for field in fields] == ["Minutes a pair", "Minutes a review", "Hours a week"]


@each
def test_no_label_says_a_word_twice(calculator: Calculator[Any], reference: Reference) -> None:
    for name in calculator.inputs.model_fields:
        label = form_field(calculator, name, calculator.inputs(), layout_of(calculator), reference).label
        title, _, unit = label.casefold().rpartition(", ")
        assert unit not in title.split(), f"{calculator.id}.{name}: the title says its unit already; leave one out"


def test_help_names_methods_in_german_as_their_buttons_do(reference: Reference) -> None:
    with speaking("de"):
        for calculator in FOUND.values():
            if "method" not in calculator.inputs.model_fields:
                continue
            field = form_field(calculator, "method", calculator.inputs(), layout_of(calculator), reference)
            assert all(option.label in (field.help or "") for option in field.options)
            assert not re.search(r"\bfull\b", field.help or "")


@each
def test_every_input_has_a_field_whose_value_survives_the_form(
    calculator: Calculator[Any], reference: Reference
) -> None:
    layout, opened = layout_of(calculator), open_address(calculator, {}, reference)
    inputs = opened.inputs
    for name in calculator.inputs.model_fields:
        field = form_field(calculator, name, inputs, layout, reference)
        held = shown(field, getattr(inputs, name), calculator, reference)
        assert field.label
        assert str(stored(field, held, opened, reference)) == str(getattr(inputs, name))


@each
def test_presets_and_examples_survive_the_address(calculator: Calculator[Any], reference: Reference) -> None:
    for values in (layout_of(calculator).preset, *(example.inputs for example in calculator.examples)):
        opened = open_address(calculator, {name: str(value) for name, value in values.items()}, reference)
        again = open_address(calculator, address_of(calculator, opened.inputs, {}), reference)
        assert again.inputs == opened.inputs
        assert again.words == ()


def test_calculators_stand_in_the_order_of_their_layouts_and_those_without_one_last() -> None:
    assert [one.id for one in ordered(FOUND)][: len(LAYOUTS)] == list(LAYOUTS)


def test_calculator_without_a_layout_asks_its_first_inputs_first(reference: Reference) -> None:
    stranger = Calculator("other", "Other", "How much?", FOUND["labelling"].inputs, FOUND["labelling"].compute)
    layout = layout_of(stranger)
    first, more = shown_names(layout, stranger.inputs(), reference)
    assert layout.question == "Other"
    assert first[:2] == ("examples", "minutes_per_example")
    assert len(first) == 6
    assert set(first) | set(more) == set(stranger.inputs.model_fields)


def test_kinds_follow_from_the_model(reference: Reference) -> None:
    memory = FOUND["memory"]

    def kind(name: str) -> Kind:
        return form_field(memory, name, memory.inputs(), layout_of(memory), reference).kind

    wanted = {
        "method": Kind.SEGMENTS,
        "model": Kind.SELECT,
        "optimizer": Kind.SELECT,
        "lora_r": Kind.SLIDER,
        "cpu_offload": Kind.SWITCH,
        "micro_batch": Kind.WHOLE,
        "lora_dropout": Kind.NUMBER,
        "note": Kind.TEXT,
    }
    assert {name: kind(name) for name in wanted} == wanted


def test_rank_between_the_stops_of_its_slider_becomes_one(reference: Reference) -> None:
    memory = FOUND["memory"]
    field = form_field(memory, "lora_r", memory.inputs(lora_r=12), layout_of(memory), reference)
    assert "12" in [option.value for option in field.options]


def test_another_spelling_of_the_default_leaves_the_address_empty(reference: Reference) -> None:
    cost = FOUND["cost"]
    field = form_field(cost, "gpu", cost.inputs(), layout_of(cost), reference)
    assert stored(field, "A10G (AWS)", open_address(cost, {}, reference), reference) == "A10G"


def test_spelling_of_the_address_stays_while_another_field_changes(reference: Reference) -> None:
    opened = open_address(FOUND["memory"], {"gpu": "A100-80GB"}, reference)
    field = form_field(FOUND["memory"], "gpu", opened.inputs, layout_of(FOUND["memory"]), reference)
    assert stored(field, "A100-80GB SXM", opened, reference) == "A100-80GB"


def test_address_keeps_what_belongs_to_the_page() -> None:
    labelling = FOUND["labelling"]
    kept = address_of(labelling, labelling.inputs(examples=7), {"from": "problem=style", "calc": "memory", "x": "1"})
    assert kept == {"calc": "labelling", "examples": "7", "from": "problem=style"}


def test_value_that_cannot_be_computed_is_passed_over_with_a_word(reference: Reference) -> None:
    opened = open_address(FOUND["lora-params"], {"model": "Llama-3.2-3B", "r": "5000"}, reference)
    assert opened.inputs == FOUND["lora-params"].inputs()
    assert "Rank 5,000 is above the matrix" in opened.words[0]


def test_long_list_of_known_names_is_cut(reference: Reference) -> None:
    (word,) = open_address(FOUND["memory"], {"zzzz": "1"}, reference).words
    assert re.search(r"grad_ckpt and \d+ more\.$", word)


def test_form_with_a_bad_value_says_which_field(reference: Reference) -> None:
    inputs, problems = read_form(FOUND["labelling"], {"examples": 0}, reference)
    assert inputs is None
    assert [(one.field, one.sentence) for one in problems] == [("examples", "Pairs is “0”; it must be at least 1.")]


def test_unknown_calculator_opens_the_first_with_a_word() -> None:
    found = ordered(FOUND)
    chosen, words = choose_calculator(found, {"calc": "<b>"})
    assert chosen is found[0]
    assert words[0].startswith("The address names no calculator “<b>”; choose from")


@pytest.mark.parametrize(
    ("basis", "wanted"),
    [
        ({}, ("the chapter's", "the chapter's")),
        ({"mode": "computed"}, ("one", "2025 rents")),
    ],
)
def test_empty_fields_say_what_they_stand_for_on_each_basis(
    basis: dict[str, str], wanted: tuple[str, str], reference: Reference
) -> None:
    cost = FOUND["cost"]
    inputs = open_address(cost, basis, reference).inputs
    fields = [
        form_field(cost, name, inputs, layout_of(cost), reference).empty for name in ("n_gpus", "usd_per_gpu_hour")
    ]
    assert tuple(fields) == wanted


def test_empty_price_of_a_gpu_that_the_table_lacks_is_said_to_be_unknown(reference: Reference) -> None:
    cost = FOUND["cost"]
    unpriced = next(gpu.name for gpu in reference.gpus if not reference.prices_of(gpu))
    inputs = open_address(cost, {"mode": "computed", "gpu": unpriced}, reference).inputs
    assert form_field(cost, "usd_per_gpu_hour", inputs, layout_of(cost), reference).empty == "none known"


@pytest.mark.parametrize(
    ("job", "asked"),
    [
        ({"mode": "managed"}, {"examples", "tokens_per_example", "epochs", "mtok"}),
        ({"mode": "managed", "mtok": 7.5}, {"mtok"}),
        ({"mode": "computed"}, {"examples", "tokens_per_example", "epochs"}),
        ({"mode": "computed", "mtok": 7.5}, {"tokens_per_example", "mtok"}),
        ({"mode": "managed", "managed": "openai-o4-mini"}, set()),
    ],
)
def test_typed_tokens_are_asked_for_instead_of_what_they_replace(
    job: dict[str, object], asked: set[str], reference: Reference
) -> None:
    first, more = shown_names(LAYOUTS["cost"], CostInputs.model_validate(job), reference)
    assert {"examples", "tokens_per_example", "epochs", "mtok"} & {*first, *more} == asked


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("lora-7b", {"mode", "chapter_row", "n_gpus", "hours_low", "hours_high", "usd_per_gpu_hour"}),
        ("openai-gpt-4o-mini", {"mode", "chapter_row", "mtok"}),
        ("runway", {"mode", "chapter_row"}),
    ],
)
def test_row_of_the_chapter_asks_for_nothing_that_changes_nothing(
    row: str, asked: set[str], reference: Reference
) -> None:
    first, more = shown_names(LAYOUTS["cost"], CostInputs(chapter_row=row), reference)
    assert {*first, *more} == asked


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("cost", {"hours_low": 9}, "Shortest (9 h) is above longest (8 h); give both “Shortest” and “Longest”."),
        ("memory", {"model": "my_own"}, "Or give its parameters under “More settings”."),
        ("throughput", {"model": "hidden_size"}, "Or give its parameters under “More settings”."),
    ],
)
def test_form_names_inputs_as_its_fields_do(
    name: str, raw: dict[str, object], sentence: str, reference: Reference
) -> None:
    _, problems = read_form(FOUND[name], raw, reference)
    assert problems[0].sentence.endswith(sentence)
    assert not re.search(r"(?<!“)\b(hours|model|num|hidden)_", problems[0].sentence)


def test_notes_name_inputs_as_the_fields_do(reference: Reference) -> None:
    mixture = open_address(FOUND["pretraining"], {"model": "Switch-MoE", "params_b": "50"}, reference)
    assert any("give “Active parameters”, or all are counted" in note for note in notes_of(mixture, reference))
