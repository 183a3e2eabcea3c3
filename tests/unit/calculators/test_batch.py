"""Tables in, tables out; one bad row never stops the others."""

import time

import pytest

from core.calculators.batch import BadTableError, Table, misspelt_columns, run_batch
from core.calculators.registry import calculators
from core.content.reference import Reference

LORA, PRETRAINING = calculators()["lora-params"], calculators()["pretraining"]


def run(reference: Reference, header: str, *rows: str, calculator: str = "lora-params") -> list[dict[str, str]]:
    table = Table(tuple(header.split(",")), tuple(tuple(row.split(",")) for row in rows))
    result = run_batch(calculators()[calculator], table, reference)
    assert all(len(row) == len(result.header) for row in result.rows)
    return [dict(zip(result.header, row, strict=True)) for row in result.rows]


def test_own_columns_come_first_then_results_then_error(reference: Reference) -> None:
    table = Table(("id", "model", "note"), (("L1", "Llama-3.2-3B", "mine"),))
    result = run_batch(LORA, table, reference)
    assert result.header[:3] == ("id", "model", "note")
    assert result.header[3] == "trainable_params"
    assert result.header[-1] == "error"
    assert result.rows[0][:4] == ("L1", "Llama-3.2-3B", "mine", "4587520")


def test_empty_cells_take_the_documented_defaults(reference: Reference) -> None:
    (row,) = run(reference, "model,r,target_modules", "Llama-3.2-3B,,")
    assert row["trainable_params"] == "4587520"


def test_row_that_cannot_be_computed_says_why_and_stops_nothing(reference: Reference) -> None:
    rows = run(reference, "model,r", "Llama-3.2-3B,0", "no-such,8", ",8", "Llama-3.2-3B,16")
    assert rows[0]["error"] == "Rank is “0”; it must be at least 1."
    assert "is not in the table of models" in rows[1]["error"]
    assert rows[2]["error"].startswith("Model is missing")
    assert rows[3]["error"] == "" and rows[3]["trainable_params"] == "4587520"
    assert rows[0]["trainable_params"] == ""


def test_every_problem_of_a_row_is_said(reference: Reference) -> None:
    (row,) = run(reference, "model,r,use_dora", "Llama-3.2-3B,-1,maybe")
    assert "at least 1" in row["error"] and "write 1 for yes" in row["error"]
    assert "\n" not in row["error"]


def test_column_that_bears_the_name_of_a_result_is_kept_beside_it(reference: Reference) -> None:
    (row,) = run(reference, "model,trainable_params,error", "Llama-3.2-3B,123,old")
    assert row["trainable_params_given"] == "123"
    assert row["trainable_params"] == "4587520"
    assert row["error_given"] == "old"
    assert row["error"] == ""


def test_short_rows_are_filled_and_long_rows_are_refused(reference: Reference) -> None:
    rows = run(reference, "model,r,note", "Llama-3.2-3B", "Llama-3.2-3B,16,a,b")
    assert rows[0]["trainable_params"] == "4587520"
    assert rows[1]["error"] == "The row has 4 cells under 3 columns; quote cells that hold a comma."


def test_commas_at_the_end_of_a_row_are_no_cells(reference: Reference) -> None:
    (row,) = run(reference, "model,r", "Llama-3.2-3B,16,,")
    assert (row["trainable_params"], row["error"]) == ("4587520", "")


def test_names_of_columns_may_be_written_as_people_write_them(reference: Reference) -> None:
    (row,) = run(reference, "Model,Target Modules,R", "Llama-3.2-3B,q_proj,8")
    assert (row["trainable_params"], row["Target Modules"]) == ("1376256", "q_proj")


def test_column_is_misspelt_only_while_its_input_has_none() -> None:
    labelling = calculators()["labelling"]
    assert misspelt_columns(labelling, ("id", "minutes_each")) == (
        "The column minutes_each is not used by labelling; did you mean minutes_per_example?",
    )
    assert misspelt_columns(labelling, ("Minutes per example", "minutes_each", "remark")) == ()


def test_result_column_finds_a_free_name_for_every_column_in_its_way(reference: Reference) -> None:
    table = Table(("model", "error", "error_given", "x", "x"), (("Llama-3.2-3B", "a", "b", "c", "d"),))
    result = run_batch(LORA, table, reference)
    assert result.header[:5] == ("model", "error_given_given", "error_given", "x", "x")
    assert result.rows[0][:5] == table.rows[0]


def test_results_that_only_some_rows_have_stay_empty_in_the_others(reference: Reference) -> None:
    rows = run(reference, "model,target_modules", "Llama-3.2-3B,q_proj", "Llama-3.2-3B,v_proj")
    assert (rows[0]["q_proj"], rows[0]["v_proj"]) == ("2752512", "")


def test_model_stands_in_for_parameters_and_the_other_way_round(reference: Reference) -> None:
    (typed,) = run(reference, "params_b,tokens_t", "7,1", calculator="pretraining")
    (named,) = run(reference, "model,tokens_t", "Llama-2-7B,1", calculator="pretraining")
    assert float(typed["flops"]) == 4.2e22
    assert float(named["flops"]) == pytest.approx(4.043e22, rel=1e-3)


def test_tokens_that_are_not_published_make_an_error_and_no_number(reference: Reference) -> None:
    (row,) = run(reference, "model,params_b,tokens_t", "gpt-oss-120b,116.83,", calculator="pretraining")
    assert row["error"] == "Training tokens is missing; give tokens_t, for example tokens_t=15."
    assert row["flops"] == "" if "flops" in row else True


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (("foo", "bar"), "The table has no column of lora-params; its first line must name some of: model"),
        (("model", "r", "r"), "The table has the column r twice; keep one of them."),
        (("r", "modle"), "The table lacks the column model, which lora-params needs; did you mean modle?"),
        (("r",), "The table lacks the column model, which lora-params needs; give it in a column model."),
        (
            ("id", "gpu_name", "r"),
            "The table lacks the column model, which lora-params needs; give it in a column model.",
        ),
        (("Model", "model"), "The table has the column model twice; keep one of them."),
    ],
)
def test_table_of_something_else_is_refused_in_one_sentence(
    header: tuple[str, ...], sentence: str, reference: Reference
) -> None:
    with pytest.raises(BadTableError) as caught:
        run_batch(LORA, Table(header, (("1",) * len(header),)), reference)
    assert sentence in str(caught.value)


def test_ten_thousand_rows_take_under_ten_seconds(reference: Reference) -> None:
    header = ("model", "params_b", "tokens_t", "gpu")
    rows = tuple(("x", str(1 + n % 500), "1.5", "A100-80GB") for n in range(10_000))
    start = time.process_time()
    result = run_batch(PRETRAINING, Table(header, rows), reference)
    assert time.process_time() - start < 10
    assert all(row[-1] == "" for row in result.rows)
