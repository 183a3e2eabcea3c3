"""An address as a station, a run and a setting, and back."""

import pytest

from core.lab.catalogue import EXPERIMENTS, STATIONS
from core.lab_page.opened import address_of, guess_setting, in_lesson_order, open_lab
from tests.read_once import load_content

STATIONS_TAUGHT = load_content().lab
each_station = pytest.mark.parametrize("station", STATIONS_TAUGHT, ids=lambda station: station.id)


def test_no_parameters_open_the_station_that_greets_at_what_its_guess_is_about() -> None:
    opened = open_lab(STATIONS_TAUGHT, {})
    assert (opened.station.id, opened.setting.key) == ("tune", "tune examples=10000 lazy=0.3 wrong=0.0 seed=10")
    assert (opened.by_default, opened.answers_guess, opened.words) == (True, True, ())


def test_stations_come_in_the_order_of_the_lesson() -> None:
    assert tuple(station.id for station in in_lesson_order(STATIONS_TAUGHT)) == STATIONS


def test_address_sets_station_run_knobs_and_world() -> None:
    params = {"station": "adapt", "run": "lora", "rank": "2", "bits": "nf4", "seed": "12"}
    opened = open_lab(STATIONS_TAUGHT, params)
    assert opened.setting.key == "lora bits=nf4 rank=2 targets=q-v task=answer seed=12"
    assert (opened.by_default, opened.answers_guess, opened.words) == (False, False, ())
    assert address_of(opened.station, opened.setting, params) == params


def test_unknown_values_are_passed_over_with_a_word_each() -> None:
    opened = open_lab(STATIONS_TAUGHT, {"station": "adept", "run": "lora", "seed": "-1"})
    assert opened.station.id == "tune"
    assert opened.words == (
        "The address names no station “adept”; did you mean adapt?",
        "seed=-1 is not a world; give a whole number from 0 to 10000.",
        "The address names no run “lora”; choose from tune.",
    )
    opened = open_lab(STATIONS_TAUGHT, {"station": "adapt", "run": "lora", "rank": "7", "sugar": "1"})
    assert opened.setting.values["rank"] == 8
    assert [word.partition(" is n")[0] for word in opened.words] == ["rank=7", "“sugar”"]


def test_at_most_three_words_are_said_and_what_brought_a_visitor_is_none_of_them() -> None:
    many = {"station": "adapt", "run": "lora", **{f"x{n}": "1" for n in range(9)}}
    assert len(open_lab(STATIONS_TAUGHT, many).words) == 3
    assert open_lab(STATIONS_TAUGHT, {"utm_source": "mail", "room": "ABC-123", "view": "x"}).words == ()


def test_zeros_before_a_world_change_nothing() -> None:
    assert open_lab(STATIONS_TAUGHT, {"seed": "0000000000012"}).setting.seed == 12


@each_station
def test_the_guess_of_a_station_is_about_one_of_its_runs(station: object) -> None:
    opened = open_lab(STATIONS_TAUGHT, {"station": station.id})  # type: ignore[attr-defined]
    assert opened.setting == guess_setting(opened.station)
    assert opened.run in opened.station.runs


def test_moved_knob_and_room_stand_in_the_address_and_defaults_do_not() -> None:
    opened = open_lab(STATIONS_TAUGHT, {"station": "adapt", "run": "lora", "rank": "2"})
    there = address_of(opened.station, opened.setting, {"room": "ABC-123"}, {"rank": 8, "task": "facts"})
    assert there == {"station": "adapt", "run": "lora", "task": "facts", "room": "ABC-123"}


@each_station
def test_every_step_of_every_knob_has_words_and_comes_back_from_the_address(station: object) -> None:
    for run in station.runs:  # type: ignore[attr-defined]
        for knob in run.knobs:
            for step in knob.steps:
                assert knob.label_of(step).strip()
                setting = EXPERIMENTS[run.id].setting(11, {knob.id: step})
                address = address_of(station, setting, {})  # type: ignore[arg-type]
                assert open_lab(STATIONS_TAUGHT, address).setting == setting
