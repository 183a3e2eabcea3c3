"""Ways into a station and out of it, where a run stands, and the code that ran."""

import pytest

from core.content.pages import Page
from core.lab.catalogue import EXPERIMENTS
from core.lab.events import Progress
from core.lab.runner.jobs import State, View
from core.lab.settings import Setting
from core.lab.sources import source_of
from core.lab.storage import load_recordings
from core.lab_page.joins import onward_links, station_link, stations_of_item, stations_of_stage
from core.lab_page.standing import about_seconds, going_words, has_to_train_base, is_going, share_done
from core.quiz.drill_sets import read_set, set_size
from tests.read_once import load_content

CONTENT = load_content()


def test_step_of_the_pipeline_opens_its_stations() -> None:
    assert [s.id for s in stations_of_stage(CONTENT, "fine-tuning")] == ["adapt", "traps"]
    assert stations_of_stage(CONTENT, "raw-text") == ()
    assert station_link(CONTENT.lab_by_id["tune"], "Run it").params == {"station": "tune"}


def test_question_opens_the_station_that_shows_its_answer() -> None:
    assert [s.id for s in stations_of_item(CONTENT, "forgetting")] == ["traps"]
    assert stations_of_item(CONTENT, "tea") == ()


@pytest.mark.parametrize("station", CONTENT.lab, ids=lambda station: station.id)
def test_station_leads_to_its_step_its_sections_and_questions_that_there_are(station: object) -> None:
    links = onward_links(CONTENT, station)  # type: ignore[arg-type]
    assert links[0].page is Page.PIPELINE
    assert links[0].params["step"] in CONTENT.stage_by_id
    assert len({(link.page, *link.params.values()) for link in links}) == len(links)
    drill = read_set(CONTENT, links[-1].params["set"])
    assert drill is not None
    assert set_size(CONTENT, drill, ()) > 0


def view(state: State, place: int = 0, progress: Progress | None = None) -> View:
    return View("key", state, place, progress, (), None, "")


def test_who_waits_is_told_the_place_and_who_runs_how_far() -> None:
    assert going_words(view(State.WAITING)) == "Your run is next."
    assert going_words(view(State.WAITING, 1)) == "1 run is ahead of yours."
    assert going_words(view(State.WAITING, 2)) == "2 runs are ahead of yours."
    assert going_words(view(State.RUNNING)) == "Starting …"
    running = view(State.RUNNING, progress=Progress("pre-training", 50, 200))
    assert (going_words(running), share_done(running)) == ("Pre-training: 50 of 200", 0.25)
    assert (is_going(running), is_going(view(State.FAILED)), is_going(None)) == (True, False, False)


@pytest.mark.parametrize(
    ("part", "words"), [("lora", "LoRA"), ("dpo", "DPO"), ("full", "Full fine-tuning"), ("text alone", "Text alone")]
)
def test_method_that_runs_is_called_by_its_own_name(part: str, words: str) -> None:
    running = view(State.RUNNING, progress=Progress(part, 20, 120))
    assert going_words(running) == f"{words}: 20 of 120"


def test_world_whose_base_does_not_ship_takes_longer() -> None:
    recordings = load_recordings()
    here, there = (EXPERIMENTS["forgetting"].setting(seed) for seed in (10, 20))
    assert not has_to_train_base(here)
    assert about_seconds(there, recordings) > about_seconds(here, recordings) + 5
    whole_base = recordings.seconds(EXPERIMENTS["pre-train"].setting(10))
    assert about_seconds(there, recordings) == about_seconds(here, recordings) + whole_base
    assert not has_to_train_base(Setting("pre-train", 20))


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_code_of_every_experiment_can_be_read(name: str) -> None:
    path, code = source_of(name)
    assert path.startswith("core/lab/experiments/")
    assert "EXPERIMENT = Experiment(" in code
