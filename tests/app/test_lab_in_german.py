"""The lab in German: its buttons and switches are in the catalogue, its figures are written as German has it."""

import pytest

from core.content.translation_loader import load_translation
from core.lab.runner.jobs import BusyError, FullError
from core.lab_page.opened import in_lesson_order
from core.lab_page.told import part_words, who_words
from core.language.in_force import speaking
from tests.app.german import labels, said_in_german
from tests.app.pages import opened, press, words
from tests.read_once import load_content

pytestmark = pytest.mark.usefixtures("in_german")


def test_every_label_of_the_lab_is_german() -> None:
    test = opened("lab.py", {"lang": "de", "station": "tune"})
    assert [one for one in _own(labels(test)) if not said_in_german(one)] == []
    assert "Erst schätzen" in words(test)
    press(test, "lab-guess.tune.skip")
    assert [one for one in _own(labels(test)) if not said_in_german(one)] == []
    assert "Was Du mitnimmst" in words(test)


def test_what_a_run_tells_in_english_is_said_in_german() -> None:
    assert part_words("reward model") == "Reward-Modell"
    assert [who_words(who) for who in ("16 notes", "questions, 1 examples", "after, worth -0.3", "nf4")] == [
        "16 Notizen",
        "Fragen, 1 Beispiel",
        "danach, Wert −0,3",
        "nf4",
    ]


@pytest.mark.parametrize(("station", "least"), [("align", "-1,5"), ("scale", "0,0\xa0Nats")])
def test_guess_writes_its_decimals_with_a_comma(station: str, least: str) -> None:
    test = opened("lab.py", {"lang": "de", "station": station})
    assert test.select_slider(key=f"lab-guess.{station}.value").options[0] == least


def test_why_a_run_is_not_taken_is_said_when_it_is_shown() -> None:
    kept: list[BusyError] = [FullError(1), FullError(9)]
    assert [str(error)[:37] for error in kept] == [
        "Das Labor ist voll: 1 Lauf wartet. Si",
        "Das Labor ist voll: 9 Läufe warten. S",
    ]
    with speaking("en"):
        assert str(kept[1]).startswith("The lab is full: 9 runs are waiting.")


def _own(found: list[str]) -> list[str]:
    """Without what content names: stations, runs, knobs and their steps."""
    content = load_translation(load_content(), "de")
    stations = in_lesson_order(content.lab)
    named = {f"{place} {station.title}" for place, station in enumerate(stations, 1)}
    for run in (run for station in stations for run in station.runs):
        steps = (knob.label_of(step) for knob in run.knobs for step in knob.steps)
        named |= {run.title, *(knob.title for knob in run.knobs), *steps}
    return [label for label in found if label not in named]
