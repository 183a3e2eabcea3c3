"""The training pipeline: the address names the step, buttons move it, the figure reports what was pressed."""

import json
from typing import Any

import pytest

from tests.app.pages import address, opened, press, ran, words
from tests.read_once import load_content

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


def test_words_say_where_each_number_comes_from() -> None:
    said = words(opened("pipeline.py", {"view": "text"}))
    for number in (
        "<strong>~1K</strong> GPUs or more, for weeks (the chapter says thousands)",
        "<strong>$50–100M</strong> compute to pre-train at the scale of GPT-4 (an outside estimate, February 2025)",
        "<strong>10K</strong> mediocre ones that lost (one author's case)",
        "<strong>1–3 days</strong> to ship RAG (chapter: Five approaches in a table)",
    ):
        assert number in said


def test_words_lead_where_the_panel_leads() -> None:
    def links(params: dict[str, str]) -> list[str]:
        return [link.label for link in opened("pipeline.py", params).get("page_link")]

    in_words = links({"view": "text"})
    for stage in STAGES:
        beside = links({"step": stage.id})
        assert beside and set(beside) <= set(in_words)


def test_words_name_in_german_what_each_fact_is() -> None:
    said = words(opened("pipeline.py", {"view": "text", "lang": "de"}))
    assert said.count("<strong>Geht hinein:</strong>") == len(STAGES)
    assert "Goes in" not in said


def test_choosing_words_goes_into_the_address_and_keeps_the_step() -> None:
    test = opened("pipeline.py", {"step": "rag"})
    test.segmented_control(key="pipeline-walk.view").set_value("text")
    ran(test)
    assert address(test) == {"step": ["rag"], "view": ["text"]}


COST, SHOWN = "stage-guess.pre-training", "compute to pre-train at the scale of GPT-4"


def costs_on_the_screen(test) -> int:
    """How often the cost of a stop stands in its list, the row that only paper shows left out."""
    return words(test).count("<dt>Cost</dt>") - words(test).count('class="ll-print"><dl class="ll-io"><dt>Cost</dt>')


def test_cost_shows_once_it_was_guessed_beside_guess_and_ratio() -> None:
    test = opened("pipeline.py", {"step": "pre-training"}, visitor="c" * 64)
    assert (costs_on_the_screen(test), SHOWN in words(test)) == (0, False)
    test.text_input(key=f"{COST}.text").set_value("5M")
    press(test, f"{COST}.go")
    assert "You guessed $5M; the chapter says $50–100M, a ratio of 0.1." in words(test)
    assert "Too low: the answer is 10 times your guess." in words(test)
    assert (costs_on_the_screen(test), SHOWN in words(test)) == (1, True)
    again = opened("pipeline.py", {"step": "pre-training"}, visitor="c" * 64)
    assert "You guessed $5M" in words(again)


def test_guess_at_a_cost_that_is_no_number_is_asked_for_again() -> None:
    test = opened("pipeline.py", {"step": "pre-training"})
    test.text_input(key=f"{COST}.text").set_value("a lot")
    assert "Write a number above zero" in words(press(test, f"{COST}.go"))
    assert SHOWN not in words(test)


def test_who_skips_one_guess_at_a_cost_is_asked_for_no_other() -> None:
    test = press(opened("pipeline.py", {"step": "pre-training"}), f"{COST}.skip")
    assert costs_on_the_screen(test) == 1
    test.query_params["step"] = "fine-tuning"
    assert costs_on_the_screen(ran(test)) == 1
    assert not test.text_input


def test_who_comes_by_a_link_from_another_page_sees_the_cost() -> None:
    test = opened("pipeline.py", {"step": "pre-training", "from": "quick-fire"})
    assert (costs_on_the_screen(test), SHOWN in words(test)) == (1, True)


def test_big_number_is_not_broken_behind_the_dash_of_its_range() -> None:
    test = opened("pipeline.py", {"step": "pre-training", "from": "quick-fire"})
    assert any("<b>$50–\N{WORD JOINER}100M</b>" in one.proto.body for one in test.get("html"))


@pytest.mark.parametrize("stage", [stage for stage in STAGES if not stage.guess], ids=lambda stage: stage.id)
def test_cost_that_is_no_figure_is_not_asked_for(stage) -> None:
    assert costs_on_the_screen(opened("pipeline.py", {"step": stage.id})) == 1
