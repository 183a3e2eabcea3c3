"""The settings of the LoRA builder as one parameter of the address, so that a reload and a link keep them. Pure."""

import re

from core.lesson_figures.lora_code import CHAPTER, LoraSettings, settings_problems

LORA_PARAM = "lora"
"""The parameter: model, rank, alpha, dropout and target modules."""

_WRITTEN = re.compile(r"([^,]+),(\d{1,6}),(\d{1,15}),([\d.e-]{1,25}),(\w+(?:\+\w+)*)", re.ASCII)
"""Numbers that the fields can hold: a browser counts exactly to 15 digits."""


def lora_param(settings: LoraSettings) -> str | None:
    """What the address says of settings without problems; None for the chapter's example, which needs no words.

    >>> lora_param(LoraSettings("Qwen/Qwen3-8B", 8, 16, 0.1, ("q_proj", "k_proj")))
    'Qwen/Qwen3-8B,8,16,0.1,q_proj+k_proj'
    """
    if settings == CHAPTER:
        return None
    numbers = f"{settings.rank},{settings.alpha:.0f},{settings.dropout}"
    return f"{settings.model_id},{numbers},{'+'.join(settings.targets)}"


def settings_of(param: str) -> LoraSettings:
    """The settings that the address names; the chapter's example for what the builder would not write.

    >>> settings_of("Qwen/Qwen3-8B,8,16,0.1,q_proj+k_proj").rank, settings_of("rank 8") == CHAPTER
    (8, True)
    """
    found = _WRITTEN.fullmatch(param)
    if not found:
        return CHAPTER
    model, rank, alpha, dropout, targets = found.groups()
    try:
        settings = LoraSettings(model, int(rank), float(alpha), float(dropout), tuple(targets.split("+")))
    except ValueError:  # “0.0.5”
        return CHAPTER
    return CHAPTER if settings_problems(settings) else settings
