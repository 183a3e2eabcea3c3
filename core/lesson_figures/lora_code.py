"""Writes a script that trains the LoRA adapter of a configuration with `peft`. Pure."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from core.language.text import t

HUB_ADDRESSES = (
    "meta-llama/Llama-3.2-3B-Instruct",
    "meta-llama/Llama-3.2-1B-Instruct",
    "meta-llama/Llama-3.1-8B-Instruct",
    "meta-llama/Llama-3.1-70B-Instruct",
    "HuggingFaceTB/SmolLM2-135M-Instruct",
    "Qwen/Qwen2.5-0.5B-Instruct",
    "Qwen/Qwen2.5-7B-Instruct",
    "Qwen/Qwen3-8B",
    "google/gemma-2-9b-it",
    "microsoft/Phi-3-mini-4k-instruct",
    "mistralai/Mistral-7B-v0.3",
)
"""Addresses that the builder offers; any other whose architecture the reference tables know can be typed."""

_ADDRESS = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}")
_PAGE = re.compile(r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/([^/?#]+/[^/?#]+)\S*", re.IGNORECASE)


@dataclass(frozen=True)
class LoraSettings:
    """What a person sets: the model's address on the Hub, rank, alpha, dropout (0 to below 1), target modules."""

    model_id: str
    rank: float
    alpha: float
    dropout: float
    targets: tuple[str, ...]

    @property
    def scale(self) -> float:
        """What the adapter's output is multiplied by: alpha ÷ rank."""
        return self.alpha / self.rank


CHAPTER = LoraSettings("meta-llama/Llama-3.2-3B-Instruct", 16, 32, 0.05, ("q_proj", "v_proj"))
"""The chapter's example."""


def hub_address(typed: str) -> str:
    """The model's address on the Hub, as typed or out of the link of one of its pages there.

    >>> hub_address(" https://huggingface.co/Qwen/Qwen3-8B/tree/main "), hub_address("Qwen/Qwen3-8B")
    ('Qwen/Qwen3-8B', 'Qwen/Qwen3-8B')
    """
    typed = typed.strip()
    page = _PAGE.fullmatch(typed)
    return page[1] if page else typed


def settings_problems(settings: LoraSettings) -> Mapping[str, str]:
    """For each setting that cannot be used, a sentence that says what to do.

    >>> settings_problems(LoraSettings("meta-llama/Llama-3.2-3B", 0, 32, 1.0, ()))["rank"]
    'Give a rank of 1 or more.'
    """
    found = {}
    if not _ADDRESS.fullmatch(settings.model_id):
        found["model"] = t("Give an address on the Hub: owner/name, for example {id}.", id=CHAPTER.model_id)
    if settings.rank < 1:
        found["rank"] = t("Give a rank of 1 or more.")
    elif settings.rank % 1:
        found["rank"] = t("Give a rank that is a whole number.")
    if settings.alpha <= 0:
        found["alpha"] = t("Give an alpha above 0; at 0 the adapter would do nothing.")
    if not 0 <= settings.dropout < 1:
        found["dropout"] = t("Give a dropout from 0 to below 1; at 1 nothing would be left to train on.")
    if not settings.targets:
        found["targets"] = t("Choose at least one module; without one there is nothing to train.")
    return found


def lora_code(settings: LoraSettings, trainable: int, share_percent: float) -> str:
    """A whole script: reads pairs, trains the adapter, saves it. Values are written as literals.

    Checked by running it on a tiny random Llama with peft 0.21.2, transformers 5.24.0 and torch 2.13 (2026-11-24).
    """
    return _SCRIPT.substitute(
        model=settings.model_id,
        base=json.dumps(settings.model_id),
        rank=settings.rank,
        alpha=f"{settings.alpha:g}",
        scale=f"{settings.scale:g}",
        dropout=f"{settings.dropout:g}",
        targets=json.dumps(list(settings.targets)),
        trainable=f"{trainable:,}",
        share=f"{share_percent:.4f}",
        size=_file_size(trainable),
    )


def configuration_code(settings: LoraSettings) -> str:
    """The part of the script that the settings are in, as code that runs by itself.

    >>> print(configuration_code(CHAPTER).splitlines()[-1], "r=16" in configuration_code(CHAPTER))
    ) True
    """
    block = adapter_block(lora_code(settings, 0, 0.0))
    return f"from peft import LoraConfig, TaskType\n\nBASE = {json.dumps(settings.model_id)}\n{block}"


def adapter_block(script: str) -> str:
    """The part of a script of `lora_code` that the settings are in."""
    start = script.index("adapter = ")
    return script[start : script.index("\n)\n", start) + 2]


def adapter_megabytes(trainable: int) -> float:
    """The size of an adapter's file, in 10⁶ bytes, at 4 bytes a trained number."""
    return trainable * 4 / 1e6


def _file_size(trainable: int) -> str:
    megabytes = adapter_megabytes(trainable)
    return f"{megabytes:,.0f} MB" if megabytes >= 1 else "less than 1 MB"


_SCRIPT = Template('''\
"""A LoRA adapter for $model.

Trains $trainable parameters, $share % of all. Written with LLM Ladder; change it as you like.

    pip install torch transformers peft accelerate
    python train_lora.py        # reads pairs.jsonl, one {"prompt": "...", "response": "..."} a line
"""

import json
from pathlib import Path

from peft import LoraConfig, TaskType, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, Trainer, TrainingArguments

BASE = $base
PAIRS = Path("pairs.jsonl")
OUTPUT = "my-adapter"
MAX_TOKENS = 1024

adapter = LoraConfig(
    task_type=TaskType.CAUSAL_LM,  # predict the next token
    r=$rank,  # inner width of the two small matrices
    lora_alpha=$alpha,  # their product counts alpha / r = $scale times
    lora_dropout=$dropout,
    target_modules=$targets,
)

tokenizer = AutoTokenizer.from_pretrained(BASE)
model = get_peft_model(AutoModelForCausalLM.from_pretrained(BASE, dtype="auto", device_map="auto"), adapter)
model.print_trainable_parameters()  # expect $trainable


def encode(pair):
    """Tokens of a pair. The prompt gets the label -100, so that the model learns from the response alone."""
    prompt = pair["prompt"] + "\\n\\n"
    chat = bool(tokenizer.chat_template)
    if chat:
        turns = [{"role": "user", "content": pair["prompt"]}]
        prompt = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    given = tokenizer(prompt, add_special_tokens=not chat)["input_ids"]
    wanted = tokenizer(pair["response"] + tokenizer.eos_token, add_special_tokens=False)["input_ids"]
    labels = [-100] * len(given) + wanted
    return {"input_ids": (given + wanted)[:MAX_TOKENS], "labels": labels[:MAX_TOKENS]}


pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines() if line.strip()]
settings = TrainingArguments(
    output_dir=OUTPUT,
    num_train_epochs=3,
    learning_rate=2e-4,  # about ten times what full fine-tuning takes
    per_device_train_batch_size=1,  # one pair at a time needs no padding
    gradient_accumulation_steps=16,
    logging_steps=10,
    report_to="none",
)
Trainer(model=model, args=settings, train_dataset=[encode(pair) for pair in pairs]).train()
model.save_pretrained(OUTPUT)  # the adapter alone, $size
tokenizer.save_pretrained(OUTPUT)
''')
