"""The training pipeline: the address names the step, buttons move it, the figure reports what was pressed."""

import json
from typing import Any

import pytest

from core.content.loader import load_content
from tests.app.pages import address, opened, press, ran, words

STAGES = load_content().stages


def figure(test) -> dict[str, Any]:
    (found,) = [e for e in test.get("bidi_component") if e.key == "diagram.pipeline"]
    return json.loads(found.proto.json)


def selected(test) -> str:
    return str(figure(test)["state"]["selected"])


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.id)
def test_each_step_opens_by_its_address(stage) -> None:
    test = opened("pipeline.py", {"step": stage.id})
    assert stage.title in words(test)
    assert selected(test) == stage.id
    assert not test.warning


def test_first_step_opens_without_a_parameter() -> None:
    test = opened("pipeline.py")
    assert selected(test) == STAGES[0].id
    assert test.button(key="pipeline-walk.previous").disabled
    assert not test.warning


def test_next_and_previous_move_figure_panel_and_address() -> None:
    test = press(opened("pipeline.py", {"step": "sft"}), "pipeline-walk.next")
    assert address(test) == {"step": ["instruction-tuned"]}
    assert selected(test) == "instruction-tuned"
    press(press(test, "pipeline-walk.previous"), "pipeline-walk.previous")
    assert address(test) == {"step": ["base-model"]}


def test_last_step_has_no_next() -> None:
    assert opened("pipeline.py", {"step": STAGES[-1].id}).button(key="pipeline-walk.next").disabled


@pytest.mark.parametrize(
    "step", ["tea", "<b>sft</b>", "x" * 10_000, ["tea", "sft"]], ids=["word", "html", "10kB", "two"]
)
def test_unknown_step_opens_the_first_and_says_so(step: str | list[str]) -> None:
    test = opened("pipeline.py", {"step": step})
    assert [w.value for w in test.warning] == [
        "The address names a step that does not exist. You are at the first one."
    ]
    assert selected(test) == STAGES[0].id


def test_first_of_repeated_steps_counts() -> None:
    assert selected(opened("pipeline.py", {"step": ["sft", "rag"]})) == "sft"


def test_words_hold_every_step_and_no_figure() -> None:
    test = opened("pipeline.py", {"view": "text", "step": "rag"})
    assert all(f'id="step-{stage.id}"' in words(test) for stage in STAGES)
    assert [e.key for e in test.get("bidi_component")] == ["line-back"]


def test_words_name_in_german_what_each_fact_is() -> None:
    said = words(opened("pipeline.py", {"view": "text", "lang": "de"}))
    assert said.count("<strong>Geht hinein:</strong>") == len(STAGES)
    assert "Goes in" not in said


def test_choosing_words_goes_into_the_address_and_keeps_the_step() -> None:
    test = opened("pipeline.py", {"step": "rag"})
    test.segmented_control(key="pipeline-walk.view").set_value("text")
    ran(test)
    assert address(test) == {"step": ["rag"], "view": ["text"]}
