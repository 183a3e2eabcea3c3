"""What the lab's content says of runs is what the code runs and what was recorded."""

import re

import pytest

from core.calculators.registry import calculators
from core.content.agendas import LabStep
from core.content.facts import Category
from core.content.lab import ClaimVerdict, LabStation, Recorded, Verdict
from core.content.pages import Page
from core.lab.catalogue import EXPERIMENTS, STATIONS, experiments_of
from core.lab.result import bands, figure_spreads
from core.lab.storage import load_recordings
from core.lab.verdicts import recorded_spread, unsupported, verdict_text
from core.lab_page.guess import compare_guess
from core.lab_page.opened import guess_setting
from core.language.in_force import speaking
from core.web.room_run import ROOM_SEED, RUNS_S
from core.workshop.lab import guess_of
from tests.read_once import load_content, load_languages

CONTENT, LANGUAGES, RECORDINGS = load_content(), load_languages(), load_recordings()
each_station = pytest.mark.parametrize("station", CONTENT.lab, ids=lambda station: station.id)
each_verdict = pytest.mark.parametrize(
    "verdict", [verdict for station in CONTENT.lab for verdict in station.verdicts], ids=lambda verdict: verdict.claim
)


def test_every_station_of_the_code_has_its_content() -> None:
    assert sorted(station.id for station in CONTENT.lab) == sorted(STATIONS)


@each_station
def test_a_station_has_the_runs_and_knobs_of_the_code(station: LabStation) -> None:
    assert {run.id for run in station.runs} == {experiment.id for experiment in experiments_of(station.id)}
    for run in station.runs:
        knobs = {knob.id: knob.steps for knob in EXPERIMENTS[run.id].knobs}
        assert {knob.id: knob.steps for knob in run.knobs} == knobs


@each_station
def test_curves_and_figures_that_are_shown_were_recorded(station: LabStation) -> None:
    for run in station.runs:
        settings = EXPERIMENTS[run.id].settings_to_record(10)
        results = [result for setting in settings for result in RECORDINGS.of(setting)]
        assert {figure.figure for figure in run.figures} <= set(figure_spreads(results))
        assert {curve.curve for curve in run.curves} <= set(bands(results))


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_every_setting_that_ships_was_recorded_in_its_worlds(name: str) -> None:
    experiment = EXPERIMENTS[name]
    for setting in experiment.settings_to_record(10):
        assert len(RECORDINGS.of(setting)) == experiment.worlds, setting.knob_key


@each_station
def test_a_guess_that_nobody_moved_is_not_right(station: LabStation) -> None:
    guess, recorded = station.guess, RECORDINGS.of(guess_setting(station, 10))
    assert not compare_guess((guess.low + guess.high) / 2, guess, None, recorded).words.startswith(("Right", "Close"))


def test_steps_that_are_words_are_said_in_each_language() -> None:
    (synonyms,) = (
        [knob.label_of(step) for step in knob.steps]
        for station in LANGUAGES["de"].lab
        for run in station.runs
        for knob in run.knobs
        if "yes" in knob.steps
    )
    assert synonyms == ["nein", "ja"]


@each_station
def test_a_guess_can_be_right(station: LabStation) -> None:
    guess = station.guess
    scale = 100 if guess.answer.unit in ("percent", "points") else 1
    assert guess.low <= scale * recorded_spread(guess.answer, RECORDINGS).mean <= guess.high


STEPS = [step for agenda in CONTENT.agendas for step in agenda.steps if isinstance(step, LabStep)]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_a_room_can_be_shown_the_recorded_run_when_no_worker_is_free(step: LabStep) -> None:
    answer = guess_of(step, CONTENT.lab_by_id[step.station]).answer
    recorded = RECORDINGS.run(EXPERIMENTS[answer.run].setting(ROOM_SEED, answer.knobs))
    assert recorded is not None
    assert answer.figure in recorded.figures
    assert RECORDINGS.seconds(EXPERIMENTS[answer.run].setting(ROOM_SEED, answer.knobs)) <= RUNS_S / 4


@each_station
def test_links_to_calculators_open_one_that_there_is(station: LabStation) -> None:
    named = [link.params["calc"] for link in station.links if link.page is Page.CALCULATORS]
    assert [name for name in named if name not in calculators()] == []


@each_verdict
def test_recorded_worlds_bear_out_what_is_said_of_a_claim(verdict: ClaimVerdict) -> None:
    assert unsupported(verdict, RECORDINGS) == []
    assert "{" not in verdict_text(verdict, RECORDINGS)


@pytest.mark.parametrize("language", LANGUAGES)
@each_verdict
def test_no_two_numbers_run_into_each_other(verdict: ClaimVerdict, language: str) -> None:
    """“Rank 8 96 ± 2 %” was read as one number."""
    station = next(one for one in CONTENT.lab if verdict in one.verdicts)
    said = LANGUAGES[language].lab_by_id[station.id].verdicts[station.verdicts.index(verdict)]
    with speaking(language):
        text = verdict_text(said, RECORDINGS)
    assert re.findall(r"\d (?:bits |Bit )?\d", text) == []


def test_a_verdict_that_the_recordings_contradict_is_noticed() -> None:
    figures = {
        "held": Recorded(run="tune", figure="held out", unit="percent"),
        "base": Recorded(run="tune", figure="base", unit="percent"),
    }
    wrong = ClaimVerdict(
        claim="sft-teaches-to-follow",
        verdict=Verdict.SHOWN,
        text="{base} beats {held}",
        figures=figures,
        rests_on=({"more": "base", "than": "held"},),
    )
    assert len(unsupported(wrong, RECORDINGS)) == 1


@each_station
def test_a_run_whose_curve_ends_beside_its_figure_says_that_the_curve_asks_fewer_questions(station: LabStation) -> None:
    for run in station.runs:
        both = {curve.curve for curve in run.curves} & {figure.figure for figure in run.figures}
        settings = EXPERIMENTS[run.id].settings_to_record(10)
        results = [result for setting in settings for result in RECORDINGS.of(setting)]
        ends = [(one.curves[name][-1][1], one.figures[name]) for one in results for name in both & {*one.curves}]
        if any(abs(last - figure) > 0.01 for last, figure in ends):
            assert "every third" in run.text or "every fourth" in run.text, run.id


def _recorded(run: str, figure: str, **knobs: str | float) -> float:
    return recorded_spread(Recorded(run=run, figure=figure, knobs=knobs, unit="number"), RECORDINGS).mean


def test_both_ways_of_alignment_end_below_their_start_when_held_as_loosely_as_the_station_says() -> None:
    before = _recorded("align", "score before")
    assert _recorded("align", "score after", method="dpo", beta=0.1) < before
    assert _recorded("align", "score after", method="ppo", beta=0.0) < before
    assert _recorded("align", "score after", method="ppo", beta=0.0, pairs=40, steps=120) < before
    (station,) = (one for one in CONTENT.lab if one.id == "align")
    assert "DPO at β = 0.1, and PPO at β = 0," in station.holds


def test_random_mistakes_average_out_among_thousands_of_examples_and_cost_a_fifth_among_500() -> None:
    clean = _recorded("tune", "held out")
    assert clean - _recorded("tune", "held out", examples=10000, wrong=0.5) < 0.05
    assert 0.15 < clean - _recorded("tune", "held out", wrong=0.5) < 0.25
    (station,) = (one for one in CONTENT.lab if one.id == "tune")
    assert "of 500, half of them wrong, a fifth" in station.differs


def test_lora_is_said_to_be_as_much_faster_as_the_recorded_runs_are() -> None:
    ratio = _recorded("lora", "lora steps a second") / _recorded("lora", "full steps a second")
    (station,) = (one for one in CONTENT.lab if one.id == "adapt")
    assert f"about {ratio:.1f} times as fast" in station.differs


def test_a_curve_has_the_colour_of_what_it_is() -> None:
    """LoRA stood in the colour of alignment, QLoRA in RAG's."""
    colours = {curve.title: curve.category for station in CONTENT.lab for run in station.runs for curve in run.curves}
    tuned = ("Full fine-tuning", "LoRA", "QLoRA", "Tuned on day 0", "Retrained each day")
    assert {name: colours[name] for name in tuned} == dict.fromkeys(tuned, Category.TUNE)
    of_one = {Category.ALIGN: {"The rater's score"}, Category.RAG: {"Retrieval"}}
    for category, names in of_one.items():
        assert {name for name, one in colours.items() if one == category} == names
