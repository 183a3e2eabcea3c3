"""What each training stack keeps in memory, as read from its code. Pure.

Source: docs/accuracy.md, which says for each number how it was derived.
"""

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class LossBytes:
    """Bytes per vocabulary entry and token at the peak of the loss."""

    full: float
    chunked: float
    compiled: float


@dataclass(frozen=True)
class Stack:
    """How one framework uses memory.

    `adapter_bytes`: width of adapter weights. `full_norm`: bytes a hidden value an RMSNorm keeps when it is trained.
    `repeats_kv`: keys and values are copied to all query heads. `keeps_4bit_input`: the 4-bit product keeps its input.
    `keeps_last_graph`: the loss of the last micro batch, and with it those inputs, lives through the next one.
    `typical_tokens`: where the published runs have sequences of many lengths, the length of the usual ones.
    """

    name: str
    adapter_bytes: int = 4
    loss: LossBytes = LossBytes(14, 6, 10)
    full_norm: int = 8
    repeats_kv: bool = True
    foreach_optimizer: bool = True
    upcasts_unquantized: bool = True
    keeps_4bit_input: bool = False
    keeps_last_graph: bool = False
    unties_head: bool = False
    quantizes_head: bool = False
    trains_embedding_copy: bool = False
    compiles_chunked_loss: bool = False
    copies_before_sharding: bool = False
    flash_families: tuple[str, ...] | None = None
    pads_partial_qkv: bool = False
    head_units: int = 2
    typical_tokens: int = 0
    metric: str = "allocated"
    vintage: str = "2025-01"


_OLD_LOSS = LossBytes(24, 6, 10)
_HF = Stack("Hugging Face")
_KNOWN: tuple[tuple[str, Stack], ...] = (
    (
        "litgpt",
        Stack(
            "LitGPT",
            adapter_bytes=2,
            full_norm=10,
            repeats_kv=False,
            upcasts_unquantized=False,
            keeps_4bit_input=True,
            keeps_last_graph=True,
            unties_head=True,
            quantizes_head=True,
            trains_embedding_copy=True,
            pads_partial_qkv=True,
            vintage="2024-10",
        ),
    ),
    (
        "torchtune",
        Stack(
            "torchtune",
            adapter_bytes=2,
            foreach_optimizer=False,
            upcasts_unquantized=False,
            compiles_chunked_loss=True,
            head_units=1,
            vintage="2024-11",
        ),
    ),
    ("torchtitan", Stack("torchtitan", foreach_optimizer=False, head_units=1, metric="reserved", vintage="2024-12")),
    (
        "swift",
        Stack(
            "ms-swift",
            loss=_OLD_LOSS,
            keeps_4bit_input=True,
            flash_families=("qwen1",),
            typical_tokens=1800,
            metric="reserved",
            vintage="2024-01",
        ),
    ),
    (
        "qwen",
        Stack("Qwen finetune.py", adapter_bytes=2, upcasts_unquantized=False, keeps_4bit_input=True, vintage="2023-11"),
    ),
    (
        "fsdpqlora",
        Stack("fsdp_qlora", adapter_bytes=2, upcasts_unquantized=False, keeps_4bit_input=True, vintage="2024-03"),
    ),
    ("unsloth", Stack("Unsloth", loss=LossBytes(2, 2, 2), upcasts_unquantized=False)),
)
STACK_WORDS = tuple(word for word, _ in _KNOWN)
"""What the names of the stacks other than Hugging Face hold."""


def find_stack(framework: str, source_date: str) -> Stack:
    """The stack that a framework's name means at the date of its software; unknown names count as Hugging Face.

    >>> find_stack("lit-gpt FSDP", "").name, find_stack("somebody's trainer", "").name
    ('LitGPT', 'Hugging Face')
    """
    key = re.sub(r"[^a-z0-9]", "", framework.lower())
    stack = next((known for word, known in _KNOWN if word in key), _HF)
    return _as_of(stack, _month(source_date) or stack.vintage)


def _month(text: str) -> str:
    found = re.search(r"20\d\d-\d\d", text)
    return found[0] if found else ""


def _as_of(stack: Stack, month: str) -> Stack:
    """Old Hugging Face code casts the logits to fp32 and shifts a copy; old LitGPT shards after a full copy."""
    if stack.name == "LitGPT":
        return replace(stack, trains_embedding_copy=month >= "2024-10", copies_before_sharding=month < "2024-01")
    if stack.name in ("torchtune", "torchtitan", "Unsloth"):
        return stack
    old = month < "2024-10"
    return replace(
        stack, loss=_OLD_LOSS if old else stack.loss, keeps_4bit_input=stack.keeps_4bit_input or month < "2024-06"
    )
