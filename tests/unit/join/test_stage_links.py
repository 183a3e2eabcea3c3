"""Where a step of the pipeline leads."""

import pytest

from core.content.lessons import Stage
from core.content.pages import Page
from core.join.stage_links import stage_links
from core.quiz.drill_sets import read_set, set_size
from tests.read_once import load_content

CONTENT = load_content()


@pytest.mark.parametrize("stage", CONTENT.stages, ids=lambda stage: stage.id)
def test_each_step_leads_to_its_own_questions(stage: Stage) -> None:
    assert stage.id in CONTENT.asked_nodes, f"no item has node: {stage.id}; write one"
    (drill,) = (link for link in stage_links(CONTENT, stage) if link.page is Page.QUICK_FIRE)
    named = read_set(CONTENT, drill.params["set"])
    assert named is not None and named.part == stage.id
    assert set_size(CONTENT, named, ()) > 0


def test_links_of_a_step_are_its_own_then_its_questions_then_its_runs() -> None:
    links = [(link.page.value, link.label) for link in stage_links(CONTENT, CONTENT.stage_by_id["rlhf-dpo"])]
    assert links == [
        ("alignment", "RLHF and DPO step by step"),
        ("quick-fire", "Questions on this step"),
        ("lab", "Run it: Please the guests"),
    ]


def test_step_without_questions_leads_to_none() -> None:
    bare = type(CONTENT).model_construct(**{**dict(CONTENT), "items": ()})
    assert not [link for stage in bare.stages for link in stage_links(bare, stage) if link.page is Page.QUICK_FIRE]


def test_nothing_leads_to_a_run_that_a_room_has_yet_to_guess() -> None:
    stage = CONTENT.stage_by_id["rlhf-dpo"]
    all_of_them = stage_links(CONTENT, stage)
    (run,) = (link for link in all_of_them if link.page is Page.LAB)
    assert stage_links(CONTENT, stage, {run.params["station"]}) == tuple(one for one in all_of_them if one != run)
