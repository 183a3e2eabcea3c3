"""The section "LoRA settings" of a decision record: code that makes the configuration. Pure."""

from collections.abc import Sequence

from core.decision import Step
from core.language.text import t
from core.lesson_figures.lora_code import CHAPTER, LoraSettings, configuration_code

_APPROACH = "fine-tuning"


def with_code(record: str, steps: Sequence[Step], settings: LoraSettings) -> str:
    """A decision record with the LoRA settings as code before what to watch for, if its outcome is to fine-tune."""
    if not any(step.outcome.approach == _APPROACH for step in steps):
        return record
    before, mark, after = record.partition(f"## {t('Watch for')}")
    lines = [f"## {t('LoRA settings')}", "", _whose(settings), "", "```python", configuration_code(settings), "```", ""]
    return before + "\n".join(lines) + "\n" + mark + after


def _whose(settings: LoraSettings) -> str:
    if settings == CHAPTER:
        return t("The chapter's example, to start from. The page “Fine-tuning” changes it and writes the whole script.")
    return t("As you set them on the page “Fine-tuning”, which writes the whole script.")
