"""What is left of runs, and what several of them say together."""

import pytest

from core.lab.events import Measured, Point, Progress, Said
from core.lab.result import bands, figure_spreads, from_json, gather
from core.lab.settings import BadSettingError, Knob, Setting

SETTING = Setting("tune", 10, {"examples": 5})
EVENTS = (
    Progress("tuning", 1, 2),
    Point("loss", 1, 3.0),
    Point("loss", 2, 2.0),
    Measured("held out", 0.123456),
    Said("tuned", "what does the soup cost ?", "nine . <end>"),
)


def test_a_result_gathers_curves_figures_and_words() -> None:
    result = gather(SETTING, EVENTS)
    assert result.curves == {"loss": ((1, 3.0), (2, 2.0))}
    assert result.figures == {"held out": 0.123456}
    assert result.samples == (EVENTS[-1],)


def test_a_result_comes_back_from_json_with_four_digits() -> None:
    again = from_json("tune", gather(SETTING, EVENTS).as_json())
    assert again.figures == {"held out": 0.1235}
    assert (again.values, again.seed, again.samples) == ({"examples": 5}, 10, (EVENTS[-1],))


def test_a_band_joins_curves_place_by_place() -> None:
    results = [gather(SETTING, [Point("loss", 1, y), Measured("held out", y)]) for y in (1.0, 3.0)]
    ((x, spread),) = bands(results)["loss"]
    assert (x, spread.mean, spread.least, spread.most, spread.seeds) == (1, 2.0, 1.0, 3.0, 2)
    assert figure_spreads(results)["held out"].deviation == pytest.approx(2**0.5)


@pytest.mark.parametrize(("text", "step"), [("8", 8), ("8.0", 8), (" 0.30 ", 0.3), ("ALL", "all")])
def test_a_knob_reads_its_steps_however_they_are_written(text: str, step: object) -> None:
    assert Knob("rank", (1, 8, 0.3, "all"), 8).read(text) == step


@pytest.mark.parametrize("text", ["9", "", "nan", "all of them", "0.29", "8" * 50])
def test_a_knob_refuses_what_is_no_step(text: str) -> None:
    with pytest.raises(BadSettingError, match="is not a step of this knob; choose one of 1"):
        Knob("rank", (1, 8, 0.3, "all"), 8).read(text)
