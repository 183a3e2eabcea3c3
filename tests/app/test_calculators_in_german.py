"""What the calculators' page refuses and offers, in German."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import streamlit as st

from tests.app.pages import opened, press, ran, words


def test_refused_value_is_told_in_german() -> None:
    test = opened("calculators.py", {"calc": "labelling", "lang": "de"})
    next(one for one in test.number_input if one.key == "calculator.labelling.examples").set_value(0)
    assert "Paare ist „0“; es muss mindestens 1 sein." in words(ran(test))


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ({"calc": "memry"}, "Die Adresse nennt mit „memry“ keinen Rechner; meintest Du memory?"),
        ({"calc": "memory", "lora_r": "0"}, "LoRA-Rang ist „0“; es muss mindestens 1 sein. Der Wert der Adresse"),
        ({"calc": "memory", "sugar": "1"}, "Die Adresse nennt „sugar“, wonach memory nicht fragt; bekannt sind model"),
        ({"calc": "memory", "sugar": "1"}, " und 25 weitere."),
        ({"calc": "memory", "model": "lama"}, "„lama“ steht nicht in der Tabelle der Modelle; "),
        (
            {"calc": "cost", "hours_low": "9", "hours_high": "2"},
            "Die kürzeste Dauer (9 h) liegt über der längsten (2 h); tausche",
        ),
        ({"calc": "memory", "num_layers": "4"}, "Eine eigene Form braucht hidden_size und num_layers; gib hidden_size"),
        ({"calc": "throughput", "model": "zzz"}, "„zzz“ steht nicht in der Tabelle der Modelle; bekannt sind"),
    ],
)
def test_address_that_cannot_be_followed_is_told_in_german(address: dict[str, str], told: str) -> None:
    test = opened("calculators.py", {**address, "lang": "de"})
    assert told in " ".join(one.value for one in test.warning)


@pytest.mark.parametrize(("calculator", "unit"), [("throughput", "Token/s"), ("lora-params", "Parameter")])
def test_guess_is_asked_for_in_german_units(calculator: str, unit: str) -> None:
    test = opened("calculators.py", {"calc": calculator, "lang": "de"})
    assert next(one for one in test.text_input if "guess" in str(one.key)).label == f"Deine Schätzung, {unit}"


def test_pictures_to_take_away_are_named_in_german() -> None:
    test = press(opened("calculators.py", {"calc": "break-even", "lang": "de"}), "calculator-guess.break-even.skip")
    names = {one.proto.label for one in test.get("download_button")}
    assert {"SVG, Kurven", "SVG, Wartezeit"} <= names


def test_picture_has_german_numbers_though_it_is_made_after_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, Callable[[], str]] = {}
    draws = st.download_button

    def note(label: str, make: Any, **rest: Any) -> bool:
        made[rest["file_name"]] = make
        return draws(label, make, **rest)

    monkeypatch.setattr(st, "download_button", note)
    press(opened("calculators.py", {"calc": "throughput", "lang": "de"}), "calculator-guess.throughput.skip")
    with ThreadPoolExecutor(1) as pool:  # as Streamlit has it made: by a thread that no visitor's page has run in
        picture = pool.submit(made["throughput-speed.svg"]).result()
    assert "4.578\N{NO-BREAK SPACE}Token/s" in picture and "tokens/s" not in picture


@pytest.mark.parametrize(("typed", "at_chapter"), [({}, True), ({"hours_high": "9"}, False)])
def test_way_to_the_chapters_values_is_open_only_from_others(typed: dict[str, str], at_chapter: bool) -> None:
    test = opened("calculators.py", {"calc": "cost", "lang": "de", **typed})
    assert test.button(key="calculator.reset.cost").disabled == at_chapter


def test_units_are_german_in_labels_and_are_not_said_twice() -> None:
    test = opened("calculators.py", {"calc": "pretraining", "lang": "de"})
    assert "Trainings-Token, Billionen" in [one.label for one in test.number_input]
    test = press(opened("calculators.py", {"calc": "lora-params", "lang": "de"}), "calculator-guess.lora-params.skip")
    assert "<b>3,22 Mrd.</b><span>Alle Parameter" in words(test).replace("\N{NO-BREAK SPACE}", " ")


def test_worked_case_has_german_inputs_and_its_title_only_while_it_is_solved() -> None:
    test = opened("calculators.py", {"calc": "labelling", "examples": "5000", "lang": "de"})
    test.session_state["calculator-practice.labelling"] = True
    title = '<h2 lang="en" class="sub">The chapter\'s 5,000 pairs of 5 minutes: 400 hours there, 417 computed</h2>'
    assert title in words(ran(test))
    assert "Gegeben: Paare 5.000, Minuten je Paar 5." in words(test)
    [level] = [one for one in test.get("button_group") if str(one.key).endswith("labelling.level")]
    level.set_value("Leer")
    assert "417 computed" not in words(ran(test))
    assert "Alles andere ist wie im gelösten Fall." in words(test)
