"""Synonyms that people type for a choice, and how a typed word is compared with them. Pure."""

import re
from collections.abc import Collection

from pydantic import JsonValue

from core.calculators.model import Inputs
from core.language.text import t

HUGGING_FACE = (
    *("hf", "hugging", "transformers", "trl", "sft", "peft", "axolotl", "factory", "accelerate", "deepspeed"),
    *("fastchat", "lmflow", "alpaca", "xtuner"),
)
"""Words of frameworks that train with Hugging Face's models."""

_FULL = (
    "full ft",
    "full finetune",
    "full finetuning",
    "full parameter",
    "full parameters",
    "full weights",
    "fft",
    "ft",
)
_LORA = ("lora+", "lora plus", "rslora", "bf16 lora", "fp16 lora", "16bit lora", "lora 16bit")
_QLORA = ("4bit lora", "lora 4bit", "int4 lora", "nf4 lora", "qlora 4bit", "qlora nf4", "bnb 4bit lora")
_PRETRAIN = ("pretraining", "pretrained", "scratch", "from scratch")


def same_word(text: str) -> str:
    """A word as it is compared: small letters and digits, nothing between them.

    >>> same_word("Full-Finetune"), same_word("full_finetune ")
    ('fullfinetune', 'fullfinetune')
    """
    return re.sub(r"[^a-z0-9+]", "", whole_bits(text))


def whole_bits(text: str) -> str:
    """A text in small letters in which 1.58 bits, a width that nothing here counts with, is not read as 8 bits.

    >>> whole_bits("BitNet 1.58-bit"), whole_bits("8bit")
    ('bitnet part', '8bit')
    """
    return re.sub(r"\d*[.,]\d+[ _-]?bits?", "part", text.lower())


def method_words() -> dict[str, JsonValue]:
    """How a training method is also called. “SFT” is not here: it says what is learnt, not which weights change.

    >>> method_words()["fullfinetune"], method_words()["4bitlora"]
    ('full', 'qlora')
    """
    methods = {"full": _FULL, "lora": _LORA, "qlora": _QLORA, "pretrain": _PRETRAIN}
    return {same_word(word): method for method, words in methods.items() for word in words}


def not_known(inputs: Inputs, name: str, words: Collection[str], taken: str) -> list[str]:
    """A caution when an input's text has none of the words that mean something; nothing when it is empty.

    Args:
        inputs: what was typed.
        name: the input that is looked at.
        words: small letters and digits, as `same_word` leaves them.
        taken: what is counted instead.
    """
    text = getattr(inputs, name)
    if not text or any(word in same_word(text) for word in words):
        return []
    title = type(inputs).model_fields[name].title
    return [t("{title} “{word}” is not known; {taken}.", title=t(str(title)), word=text[:40], taken=t(taken))]
