"""The calculators' page without a browser: addresses, fields, problems, guesses, cases, the decision and its record."""

import time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.calculator_page.layout import layout_of, ordered
from core.calculators.model import Calculator
from core.calculators.registry import calculators
from tests.app.pages import address, opened, plain_words, ran, words

FOUND = ordered(calculators())
PAGE = "calculators.py"
each = pytest.mark.parametrize("calculator", FOUND, ids=lambda one: one.id)


def page(**params: str) -> AppTest:
    return opened(PAGE, dict(params))


def field(test: AppTest, kind: str, name: str) -> Any:
    return next(one for one in getattr(test, kind) if one.key and one.key.endswith(f".{name}"))


def button(test: AppTest, label: str) -> Any:
    return next(one for one in test.button if one.label == label)


@each
def test_calculator_opens_from_its_address_with_its_question(calculator: Calculator[Any]) -> None:
    test = page(calc=calculator.id)
    assert f"<h1>{layout_of(calculator).question}</h1>" in words(test)
    assert not test.warning


@each
def test_every_example_opens_and_shows_its_result(calculator: Calculator[Any]) -> None:
    for example in calculator.examples:
        test = page(calc=calculator.id, **{name: str(value) for name, value in example.inputs.items()})
        assert not test.warning, example.title
        assert 'class="ll-result"' in words(test) or button(test, "Skip the guess")


def test_unknown_calculator_is_passed_over_with_a_word() -> None:
    test = page(calc="memry")
    assert test.warning[0].value == "The address names no calculator “memry”; did you mean memory?"
    assert "Will it fit on the GPU?" in words(test)


def test_unknown_values_are_passed_over_with_a_word_each() -> None:
    test = page(calc="memory", model="tea", method="qlorra", lora_r="0", sugar="1")
    said = " ".join(one.value for one in test.warning)
    for part in ("“sugar”", "“qlorra”; did you mean qlora", "it must be at least 1", "“tea” is not in the table"):
        assert part in said
    assert "Peak memory a GPU" in words(test)


def test_change_of_a_field_goes_into_the_address_and_only_what_differs() -> None:
    test = page(calc="memory", seq_len="4096")
    field(test, "button_group", "method").set_value("qlora").run()
    assert address(test) == {"calc": ["memory"], "seq_len": ["4096"], "method": ["qlora"]}
    field(test, "number_input", "seq_len").set_value(2048).run()
    assert address(test) == {"calc": ["memory"], "method": ["qlora"]}


def test_bad_number_is_a_sentence_beside_its_field_and_the_result_stays() -> None:
    test = page(calc="memory", seq_len="4096")
    before = result_of(test)
    field(test, "number_input", "micro_batch").set_value(0).run()
    assert 'role="alert"' in words(test)
    assert "Micro batch is “0”; it must be at least 1." in words(test)
    assert "at the last values that worked" in words(test)
    assert result_of(test) == before
    assert "micro_batch" not in address(test)
    field(test, "number_input", "micro_batch").set_value(2).run()
    assert 'role="alert"' not in words(test)
    assert address(test)["micro_batch"] == ["2"]


def test_number_too_large_to_count_is_named_as_it_was_typed() -> None:
    test = page(calc="labelling")
    field(test, "number_input", "examples").set_value(1e20).run()
    assert "Pairs is “100,000,000,000,000,000,000”; it must be at most 1,000,000,000." in words(test)
    field(test, "number_input", "examples").set_value(2.5).run()
    assert "Pairs is “2.5”; write a whole number." in words(test)


def result_of(test: AppTest) -> str:
    return words(test).partition('class="ll-result"')[2].partition("</b>")[0]


def test_rule_over_two_fields_is_said_once() -> None:
    test = page(calc="cost", hours_low="3")
    field(test, "number_input", "hours_high").set_value(2.0).run()
    assert words(test).count('role="alert"') == 1
    assert "Shortest (3 h) is above longest (2 h); swap them." in words(test)


def test_cost_asks_for_what_its_mode_needs() -> None:
    def asked(**params: str) -> set[str]:
        test = page(calc="cost", **params)
        widgets = (*test.selectbox, *test.number_input, *test.get("button_group"))
        return {one.key.rsplit(".", 1)[-1] for one in widgets if one.key}

    assert {"chapter_row", "hours_low"} <= asked(chapter_row="lora-13b")
    assert not {"model", "examples", "managed"} & asked(chapter_row="lora-13b")
    assert {"model", "gpu", "examples"} <= asked(mode="computed")
    assert not {"chapter_row", "managed"} & asked(mode="computed")
    assert {"managed", "examples"} <= asked(mode="managed")
    assert not {"gpu", "chapter_row", "training_hours"} & asked(mode="managed")


def test_full_fine_tuning_has_no_rank() -> None:
    test = page(calc="memory", method="full")
    assert not [one for one in test.get("select_slider") if one.key.endswith("lora_r")]


def test_model_without_the_chosen_modules_falls_back_to_all_of_its_layers() -> None:
    test = page(calc="lora-params", r="8")
    field(test, "selectbox", "model").set_value("Falcon-7B").run()
    assert address(test)["model"] == ["Falcon-7B"]
    assert address(test)["target_modules"] == ["all-linear"]
    assert 'role="alert"' not in words(test)


def test_back_to_chapter_values_undoes_everything() -> None:
    test = page(calc="labelling", examples="70", minutes_per_example="9")
    button(test, "Use the chapter's values").click().run()
    assert address(test) == {"calc": ["labelling"]}
    assert field(test, "number_input", "examples").value == 5_000
    assert "416.7 h" in words(test)
    assert "the chapter rounds to 400 h" in words(test)


@pytest.mark.parametrize("calculator_id", ["memory", "pretraining"])
def test_from_the_chapters_values_a_way_leads_back_to_where_the_calculator_opened(calculator_id: str) -> None:
    test = page(calc=calculator_id)
    button(test, "Use the chapter's values").click().run()
    assert len(address(test)) > 1
    button(test, "Back to the starting values").click().run()
    assert address(test) == {"calc": [calculator_id]}


def test_what_would_make_it_fit_can_be_applied() -> None:
    test = page(calc="memory", model="Llama-3.1-70B", method="lora", gpu="A100-80GB", n_gpus="1")
    assert "Does not fit" in words(test)
    assert "What would make it fit the A100 80GB?" in words(test)
    button(test, "Apply this change").click().run()
    assert address(test)["method"] == ["qlora"]
    assert not test.exception


def test_guess_comes_before_the_result_and_is_compared_with_it() -> None:
    test = page(calc="memory")
    assert 'class="ll-result"' not in words(test)
    button(test, "Show the result").click().run()
    assert "Write a number above zero" in words(test)
    field(test, "text_input", "text").set_value("10 GiB").run()
    button(test, "Show the result").click().run()
    assert "You guessed 10 GiB; computed 19.5 GiB, a ratio of 0.51." in words(test)
    assert "19.5 GiB" in result_of(test)


def test_guessing_that_was_skipped_is_not_asked_again() -> None:
    test = page(calc="memory")
    button(test, "Skip the guess").click().run()
    assert "19.5 GiB" in result_of(test)
    field(test, "button_group", "calc").set_value("labelling").run()
    assert "416.7 h" in result_of(test)


def test_worked_case_fades_and_each_blank_is_marked() -> None:
    test = page(calc="labelling", examples="5000")
    key = "calculator-practice.labelling"
    test.session_state[key] = True
    ran(test)
    field(test, "button_group", "labelling.level").set_value("Two blanks").run()
    blanks = [one for one in test.text_input if one.key.startswith(f"{key}.1.")]
    assert len(blanks) == 2
    blanks[0].set_value("$12,500").run()
    assert "Right." in words(test)
    [one for one in test.text_input if one.key.startswith(f"{key}.1.")][1].set_value("7").run()
    assert "Not quite." in words(test)


def test_prices_are_dated_and_old_ones_are_marked() -> None:
    said = plain_words(page(calc="break-even", months="12"))
    assert "genai-prices 0.2.3, built-in table, 2026-11-24" in said
    assert "as of 2025-06" in said
    assert "old: more than 90 days" in said


def test_typed_price_lives_in_the_address_and_is_named_as_a_source() -> None:
    test = page(calc="cost", usd_per_gpu_hour="1")
    assert "$2–8" in result_of(test)
    assert address(test)["usd_per_gpu_hour"] == ["1"]


def test_update_of_prices_says_a_sentence_soon_and_keeps_the_table() -> None:
    test = page(calc="break-even", months="12")
    before = result_of(test)
    start = time.monotonic()
    button(test, "Update prices").click().run()
    assert time.monotonic() - start < 2
    said = words(test)
    assert any(part in said for part in ("Fetching the newest prices", "could be fetched", "prices were checked"))
    assert result_of(test) == before


def test_decision_is_carried_through_and_numbers_reach_its_record() -> None:
    carried = "problem=style&style-prompting=yes&style-examples=yes&unknown=1"
    test = opened(PAGE, {"calc": "labelling", "examples": "2000", "from": carried})
    assert not test.warning
    assert next(one.proto.label for one in test.get("page_link")) == "Back to your decision"
    field(test, "number_input", "examples").set_value(1000).run()
    assert address(test)["from"] == [carried]
    button(test, "Add to the decision record").click().run()
    assert "This result is in your decision record." in words(test)
    test.switch_page("decide.py")
    for name in list(test.query_params):
        del test.query_params[name]
    for name, value in (part.split("=") for part in carried.split("&")):
        test.query_params[name] = value
    ran(test)
    assert "The record holds numbers from “What do the training pairs cost?”" in words(test)
    test.query_params["view"] = "record"
    ran(test)
    (record,) = (one.value for one in test.markdown if one.value.startswith("# Decision"))
    assert "## Numbers" in record
    assert "Person-hours: **83.3 h**" in record
    assert record.index("## Numbers") < record.index("## Watch for")


def test_broken_decision_in_the_address_leads_nowhere() -> None:
    test = opened(PAGE, {"calc": "labelling", "from": "%00<script>&" * 60})
    assert "Back to your decision" not in [one.proto.label for one in test.get("page_link")]


def test_calculator_leads_back_to_the_steps_that_speak_of_it() -> None:
    labels = [one.proto.label for one in page(calc="labelling").get("page_link")]
    assert "A teacher shows how to answer" in labels
    assert "You train it in a specialty" in labels


def test_model_with_two_modules_of_one_name_can_be_chosen() -> None:
    test = page(calc="lora-params", model="GPT2-small", target_modules="c_attn")
    assert "Trainable parameters" in words(test)
