"""The decision record: its subject is anybody's text, and its numbers are read once."""

import pytest

from tests.app.pages import address, opened, ran, words
from tests.app.store_reads import asked_of_the_store
from tests.app.test_decision import TUNED_STYLE


def test_an_address_in_the_subject_does_not_become_a_link_of_the_page() -> None:
    test = opened("decide.py", TUNED_STYLE | {"for": "See www.b.example", "view": "record"})
    assert "# Decision: See www\N{WORD JOINER}.b.example" in words(test)


@pytest.mark.parametrize("view", ["guide", "record"])
def test_a_run_asks_the_store_once_for_the_numbers_of_the_record(view: str) -> None:
    test = opened("decide.py", TUNED_STYLE | {"view": view})
    with asked_of_the_store() as asked:
        ran(test)
    assert len([values for _, values in asked if "record-numbers" in values]) == 1


def test_record_of_a_fine_tuning_holds_the_lora_settings_as_they_were_set() -> None:
    test = opened("fine_tuning.py")
    next(one for one in test.number_input if str(one.key).endswith(".rank")).set_value(8)
    ran(test).switch_page("decide.py")
    for name, value in (TUNED_STYLE | {"view": "record"}).items():
        test.query_params[name] = value
    said = words(ran(test))
    assert "As you set them on the page “Fine-tuning”" in said
    assert "    r=8," in test.code[0].value


def test_code_that_nobody_set_stands_beside_the_rank_that_its_outcome_calls_for() -> None:
    test = opened("decide.py", TUNED_STYLE | {"view": "record"})
    assert "A rank of 4–8 is enough for simple adaptation of style." in words(test)


def test_record_without_a_training_holds_no_code() -> None:
    test = opened("decide.py", {"problem": "knowledge", "data-size": "fits", "view": "record"})
    assert "# Decision" in words(test)
    assert not test.code


def test_a_subject_longer_than_a_title_is_cut_where_it_is_typed_and_not_lost() -> None:
    test = opened("decide.py", TUNED_STYLE)
    assert test.text_input(key="record.subject").proto.max_chars == 0  # Streamlit drops what is pasted beyond it
    test.text_input(key="record.subject").set_value("  Our   bot " + "b" * 200)
    ran(test)
    assert test.text_input(key="record.subject").value == "Our bot " + "b" * 112
    assert address(test)["for"] == ["Our bot " + "b" * 112]


def test_the_field_of_the_subject_says_what_the_address_says() -> None:
    test = opened("decide.py", TUNED_STYLE | {"for": "Our bot"})
    assert test.text_input(key="record.subject").value == "Our bot"
    test.query_params["for"] = "Another"
    assert ran(test).text_input(key="record.subject").value == "Another"


def test_a_subject_is_read_as_it_was_typed_and_not_as_a_formula_a_colour_or_an_icon() -> None:
    test = opened("decide.py", TUNED_STYLE | {"for": "Save $x$ at :red[9:30] :home:", "view": "record"})
    joiner = "\N{WORD JOINER}"
    assert f"Save \\$x\\$ at :{joiner}red\\[9:{joiner}30\\] :{joiner}home:" in words(test)
