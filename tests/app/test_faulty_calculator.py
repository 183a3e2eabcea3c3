"""A calculator with a mistake in its code takes no page down: a sentence stands in its result's place."""

from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.calculator_page import figures
from core.calculators.model import Calculator, Result
from core.calculators.registry import calculators
from tests.app.pages import opened, ran, words

SENTENCE = "The code of this calculator has a mistake ({what}). Try other inputs or another calculator."


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Calculator[Any]:
    """The calculator of labelling, which returns nothing any more."""
    one = _broken()
    monkeypatch.setitem(calculators(), "labelling", one)
    return one


def _broken() -> Calculator[Any]:
    return replace(calculators()["labelling"], compute=lambda inputs, reference: None)  # type: ignore[arg-type,return-value]


def page(**params: str) -> AppTest:
    test = opened("calculators.py", {"calc": "labelling"} | params)
    assert not test.exception
    return test


@pytest.mark.usefixtures("broken")
def test_a_sentence_stands_in_the_place_of_the_result_and_the_page_goes_on() -> None:
    said = words(page(examples="3"))
    assert SENTENCE.format(what="compute returns nothing") in said
    assert "See it in the chapter" in said


@pytest.mark.usefixtures("broken")
def test_the_practice_of_it_says_so_too() -> None:
    test = page(examples="3")
    test.session_state["calculator-practice.labelling"] = True
    assert words(ran(test)).count("compute returns nothing") == 2


def test_a_decision_record_leaves_its_number_out(monkeypatch: pytest.MonkeyPatch) -> None:
    test = opened("calculators.py", {"calc": "labelling", "examples": "3"})
    next(one for one in test.button if one.label == "Add to the decision record").click()
    ran(test)
    monkeypatch.setitem(calculators(), "labelling", _broken())
    test.switch_page("decide.py")
    assert "person-hours" not in words(ran(test))


def test_a_sentence_stands_in_the_place_of_a_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    def wants(inputs: Any, result: Result, reference: Any) -> Any:
        return result.value("our")

    monkeypatch.setitem(figures._FIGURES, "labelling", wants)  # type: ignore[arg-type]
    said = words(page(examples="3"))
    assert "The code of this calculator has a mistake (result 'our' is not among the results)." in said
    assert "The formula, with your numbers" in said
