"""The section "LoRA settings" of a decision record: code that makes the configuration. Pure."""

from collections.abc import Sequence

from core.content.facts import Unit
from core.content.models import Content
from core.decision import Step
from core.language.text import t
from core.lesson_figures.lora_code import CHAPTER, LoraSettings, configuration_code

_APPROACH = "fine-tuning"


def rank_advice(content: Content, steps: Sequence[Step]) -> str:
    """What the chapter says of the rank for what is to be trained; empty where it says nothing."""
    claims = dict.fromkeys(content.claim_by_id[claim_id] for step in steps for claim_id in step.outcome.claims)
    return " ".join(claim.text for claim in claims if any(figure.unit is Unit.RANK for figure in claim.figures))


def code_intro(steps: Sequence[Step], settings: LoraSettings, advice: str = "") -> str:
    """The section's heading, whose settings they are, and advice; empty if no outcome is to fine-tune."""
    if not any(step.outcome.approach == _APPROACH for step in steps):
        return ""
    return f"## {t('LoRA settings')}\n\n{f'{_whose(settings)} {advice}'.rstrip()}\n"


def with_code(record: str, steps: Sequence[Step], settings: LoraSettings, advice: str = "") -> str:
    """A decision record with the section before what to watch for; as it is if no outcome is to fine-tune."""
    intro = code_intro(steps, settings, advice)
    before, mark, after = record.partition(f"## {t('Watch for')}")
    return f"{before}{intro}\n```python\n{configuration_code(settings)}\n```\n\n{mark}{after}" if intro else record


def _whose(settings: LoraSettings) -> str:
    if settings == CHAPTER:
        return t("The chapter's example, to start from. The page “Fine-tuning” changes it and writes the whole script.")
    return t("As you set them on the page “Fine-tuning”, which writes the whole script.")
