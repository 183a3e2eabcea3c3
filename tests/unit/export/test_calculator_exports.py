"""A result as CSV, and as the section "Numbers" of a decision record."""

import csv
import io

import pytest

from core.calculator_page.opened import Opened, open_address
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.export.record_numbers import (
    RecordNumber,
    add_number,
    kept_text,
    query_of,
    read_kept_text,
    record_number,
    with_numbers,
)
from core.export.result_csv import result_csv
from core.language.in_force import speaking


def opened(reference: Reference, name: str, **inputs: str) -> Opened:
    return open_address(calculators()[name], inputs, reference)


def test_csv_holds_inputs_results_parts_and_sources(reference: Reference) -> None:
    rows = list(csv.DictReader(io.StringIO(result_csv(opened(reference, "memory", method="qlora"), reference))))
    by_name = {(row["kind"], row["name"]): row for row in rows}
    assert by_name["input", "method"]["value"] == "qlora"
    peak = by_name["result", "peak_memory_gib"]
    assert peak["unit"] == "GiB"
    assert float(peak["low"]) < float(peak["value"]) < float(peak["high"])
    parts = sum(float(row["value"]) for row in rows if row["kind"] == "part")
    assert parts == pytest.approx(float(peak["value"]))
    assert any(row["kind"] == "source" for row in rows)


def test_csv_of_a_chapter_row_names_no_other_model_and_gpu(reference: Reference) -> None:
    rows = list(csv.DictReader(io.StringIO(result_csv(opened(reference, "cost", chapter_row="qlora-70b"), reference))))
    given = {row["name"]: row["value"] for row in rows if row["kind"] == "input"}
    assert given["chapter_row"] == "qlora-70b"
    assert not {"model", "method", "gpu", "examples", "managed"} & given.keys()
    computed = result_csv(opened(reference, "cost", mode="computed"), reference)
    assert "input,model,Llama-2-7B" in computed and "chapter_row" not in computed


def test_csv_holds_no_formula_that_a_person_typed(reference: Reference) -> None:
    text = result_csv(opened(reference, "memory", note="=HYPERLINK()"), reference)
    assert "input,note,'=HYPERLINK()," in text


def test_csv_holds_a_negative_number_as_a_number(reference: Reference) -> None:
    text = result_csv(opened(reference, "break-even", growth_pct="-5"), reference)
    assert "input,growth_pct,-5.0," in text


def test_record_gets_headline_facts_inputs_and_link(reference: Reference) -> None:
    number = record_number(opened(reference, "labelling", examples="2000"), "http://x/calculators?examples=2000")
    assert number.question == "What do the training pairs cost?"
    assert number.lines[0] == "Person-hours: **166.7 h**"
    assert "Labels cost: $5,000" in number.lines
    assert number.lines[-1] == "Inputs: Pairs 2000"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Inputs: Horizon 12 months, Prompt price $0.2 per 1M tokens, Prompt caching no, Labels $200"),
        (
            "de",
            "Mit: Horizont 12\xa0Monate, Promptpreis 0,2\xa0$ je 1\xa0Mio. Token, Prompt-Caching nein, Labels 200\xa0$",
        ),
    ],
)
def test_inputs_in_a_record_have_their_units(reference: Reference, language: str, said: str) -> None:
    with speaking(language):
        given = opened(reference, "break-even", months="12", labels_usd="200", caching="0", input_usd_per_mtok="0.2")
        assert record_number(given, "l").lines[-1] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Inputs: Hours computed, Method QLoRA, Model Llama-3.1-8B, Examples 25,000, GPU H100"),
        ("de", "Mit: Stunden berechnet, Methode QLoRA, Modell Llama-3.1-8B, Beispiele 25.000, GPU H100"),
    ],
)
def test_choices_in_a_record_have_the_names_of_the_form_and_long_numbers_groups(
    reference: Reference, language: str, said: str
) -> None:
    chosen = {"mode": "computed", "method": "qlora", "model": "Llama-3.1-8B", "gpu": "H100", "examples": "25000"}
    with speaking(language):
        assert record_number(opened(reference, "cost", **chosen), "l").lines[-1] == said


def test_inputs_that_a_job_does_not_read_are_not_among_those_of_its_record(reference: Reference) -> None:
    given = opened(reference, "cost", mode="managed", chapter_row="qlora-70b", gpu="H100", mtok="7.5")
    assert record_number(given, "l").lines[-1] == "Inputs: Trained at a provider, Training tokens 7.5 million tokens"


def test_names_of_layers_keep_their_underscores_in_a_record(reference: Reference) -> None:
    number = record_number(opened(reference, "lora-params", target_modules="q_proj,k_proj"), "l")
    assert number.lines[-1].endswith("q_proj,k_proj")


def test_unit_that_a_title_begins_with_is_not_said_twice(reference: Reference) -> None:
    given = opened(reference, "labelling", minutes_per_example="4", usd_per_hour="45")
    assert record_number(given, "l").lines[-1] == "Inputs: Minutes a pair 4, Cost of an hour $45/h"


def test_typed_text_cannot_break_the_record(reference: Reference) -> None:
    given = opened(reference, "memory", note="x\n# Decision: mine **", method="full")
    assert "#" not in record_number(given, "l").lines[-1]
    assert "\n" not in record_number(given, "l").lines[-1]


def test_calculator_stands_in_the_record_once_with_its_latest_result() -> None:
    first, second = (RecordNumber("cost", "What?", (words,), "l") for words in ("old", "new"))
    other = RecordNumber("memory", "Fits?", ("m",), "l")
    assert add_number(add_number((first,), other), second) == (other, second)


def test_numbers_stand_before_what_to_watch_for() -> None:
    record = "# Decision\n\n## Outcome\n\nx\n\n## Watch for\n\n- y\n"
    number = RecordNumber("cost", "What does it cost?", ("Cost: **$10–40**",), "http://x")
    assert with_numbers(record, (number,)) == (
        "# Decision\n\n## Outcome\n\nx\n\n## Numbers\n\n### What does it cost?\n\n- Cost: **$10–40**\n"
        "- Restore: http://x\n\n## Watch for\n\n- y\n"
    )
    assert with_numbers(record, ()) == record


def test_kept_numbers_open_their_calculators_again(reference: Reference) -> None:
    there = opened(reference, "labelling", examples="2000"), opened(reference, "memory", note="a & b = c?", gpu="H100")
    kept = read_kept_text(kept_text([record_number(one, f"http://x/calculators?{query_of(one)}") for one in there]))
    again = [open_address(calculators()[params["calc"]], params, reference) for params in kept]
    assert [(one.calculator.id, one.inputs) for one in again] == [(one.calculator.id, one.inputs) for one in there]
    assert [one.words for one in again] == [(), ()]


@pytest.mark.parametrize(
    "text", ["", "nonsense", "{}", '["calc=nothing"]', "[1]", '["calc"]', f'["calc=cost{"&a=1" * 99}"]', "\x00"]
)
def test_what_no_record_keeps_is_left_out(text: str) -> None:
    assert read_kept_text(text) == ()


def test_calculator_is_kept_once_and_as_it_was_last() -> None:
    assert read_kept_text('["calc=cost&a=1", "calc=memory", "calc=cost&a=2"]') == (
        {"calc": "cost", "a": "2"},
        {"calc": "memory"},
    )
