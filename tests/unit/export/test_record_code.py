"""The LoRA settings in a decision record: code that runs, where the outcome is to fine-tune."""

import sys
import types
from typing import Any

import pytest

from core.decision import Walk, walk
from core.export.record_code import rank_advice, with_code
from core.lesson_figures.lora_code import CHAPTER, LoraSettings
from tests.read_once import load_content

CONTENT = load_content()
RECORD = "# Decision: x\n\n## Outcome\n\nDone.\n\n## Watch for\n\n- Nothing.\n"


def decided(**answers: str) -> Walk:
    given = {name.replace("_", "-"): (value,) for name, value in answers.items()}
    return walk(CONTENT.guide, CONTENT.graph_by_id["guide"], given)


TUNING = decided(problem="style", style_prompting="yes", style_examples="yes")


def test_code_of_a_fine_tuning_runs_and_makes_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    peft: Any = types.ModuleType("peft")
    peft.LoraConfig, peft.TaskType = dict, types.SimpleNamespace(CAUSAL_LM="CAUSAL_LM")
    monkeypatch.setitem(sys.modules, "peft", peft)
    text = with_code(RECORD, TUNING.steps, LoraSettings("Qwen/Qwen3-8B", 8, 16, 0.1, ("q_proj", "o_proj")))
    code = text.partition("```python\n")[2].partition("```")[0]
    made: dict[str, Any] = {}
    exec(code, made)
    assert made["BASE"] == "Qwen/Qwen3-8B"
    wanted = {"task_type": "CAUSAL_LM", "r": 8, "lora_alpha": 16, "lora_dropout": 0.1}
    assert made["adapter"] == wanted | {"target_modules": ["q_proj", "o_proj"]}
    assert text.index("## Outcome") < text.index("## LoRA settings") < text.index("## Watch for")


def test_code_that_nobody_set_is_called_the_chapters() -> None:
    assert "The chapter's example, to start from." in with_code(RECORD, TUNING.steps, CHAPTER)


def test_code_stands_beside_what_the_chapter_says_of_its_rank() -> None:
    task = decided(problem="task", tried_prompting="yes", task_examples="yes")
    assert rank_advice(CONTENT, TUNING.steps) == "A rank of 4–8 is enough for simple adaptation of style."
    assert rank_advice(CONTENT, task.steps) == "A rank of 16–64 suits a complex task."
    assert rank_advice(CONTENT, decided(problem="knowledge", data_size="fits").steps) == ""
    text = with_code(RECORD, TUNING.steps, CHAPTER, rank_advice(CONTENT, TUNING.steps))
    assert "writes the whole script. A rank of 4–8 is enough" in text


def test_record_without_a_training_stays_as_it_is() -> None:
    assert with_code(RECORD, decided(problem="knowledge", data_size="fits").steps, CHAPTER) == RECORD
