"""Memory of inference: weights at a quantization, the KV cache, and the peak while the prompt is read. Pure.

The details of each runtime, and where they are from, stand in docs/accuracy.md.
"""

import re
from dataclasses import dataclass

from core.calculators.spellings import whole_bits
from core.content.reference import MlpType, ModelShape

_BYTES = (
    ("nf4-dq", 0.5159),
    ("fp4-dq", 0.5159),
    ("gptq-int8", 1.03),
    ("nf4", 0.5625),
    ("fp4", 0.5625),
    ("awq", 0.52),
    ("int4", 0.52),
    ("4bit", 0.52),
    ("q2", 0.37),
    ("q3", 0.49),
    ("q4", 0.5625),
    ("q5", 0.71),
    ("q6", 0.82),
    ("w4", 0.52),
    ("int8", 1.02),
    ("w8", 1.02),
    ("8bit", 1.02),
    ("q8", 1.0625),
    ("fp8", 1.0),
    ("fp32", 4.0),
    ("32-true", 4.0),
)
_HOPPER_WORKSPACE = 32 * 2.0**20
_WORKSPACE = 8 * 2.0**20


@dataclass(frozen=True)
class Runtime:
    """How the serving code behaves.

    `copies_cache`: the cache grows by concatenation, and the allocator keeps the last copy. `loads_in_fp32`: one matrix
    stands in fp32 while it is quantized. `shows_prefill`: the published figure is the peak, the prompt's included.
    """

    kv_bytes: float
    copies_cache: bool
    loads_in_fp32: bool
    unties_head: bool
    shows_prefill: bool
    workspace: float


@dataclass(frozen=True)
class WeightTerms:
    """`linear` parameters of `per` bytes each and `rest` of `per_rest`; `loading` bytes stay from reading them."""

    linear: float
    per: float
    rest: float
    per_rest: float
    loading: float

    @property
    def total(self) -> float:
        """Bytes of all."""
        return self.linear * self.per + self.rest * self.per_rest + self.loading


@dataclass(frozen=True)
class ServingParts:
    """Bytes over all GPUs."""

    weights: float
    kv_cache: float
    prefill: float
    workspace: float

    @property
    def total(self) -> float:
        """Their sum."""
        return self.weights + self.kv_cache + self.prefill + self.workspace


def bytes_per_weight(quantization: str) -> float:
    """Bytes per weight of the linear layers, scales included; 2 for names that say nothing.

    >>> bytes_per_weight("GPTQ-Int8"), bytes_per_weight("AWQ-INT4"), bytes_per_weight("BF16")
    (1.03, 0.52, 2.0)
    """
    name = whole_bits(quantization).replace("bnb.", "")
    return next((size for word, size in _BYTES if word in name), 2.0)


def says_bytes(quantization: str) -> bool:
    """Whether a name says how many bytes each weight takes.

    >>> says_bytes("BF16"), says_bytes("AWQ-INT4"), says_bytes("the best")
    (True, True, False)
    """
    name = whole_bits(quantization)
    return any(word in name for word in ("16", *(word for word, _ in _BYTES)))


def runtime_of(runtime: str, gpu: str, meaning: str) -> Runtime:
    """The runtime that a name, the GPU and the meaning of the published figure imply."""
    name, shown = runtime.lower(), meaning.lower()
    litgpt = "litgpt" in name or "lit-gpt" in name
    small = any(word in name for word in ("quanti", "int8", "int4", "fp8", "8-bit", "4-bit"))
    quantized_cache = "kv" in name and "no kv" not in name and small
    version = re.search(r"transformers\s*(\d+)\.(\d+)", name)
    old = version is not None and (int(version[1]), int(version[2])) < (4, 51)
    grows = name.startswith(("hf", "transformers")) and version is None
    hopper = any(word in gpu.lower() for word in ("h20", "h100", "h200", "h800", "b200"))
    return Runtime(
        kv_bytes=1.06 if quantized_cache else 2.0,
        copies_cache=grows and "steady" not in shown,
        loads_in_fp32=litgpt,
        unties_head=litgpt,
        shows_prefill="prefill" in shown or "peak" in shown or (not shown and old),
        workspace=_HOPPER_WORKSPACE if hopper else _WORKSPACE,
    )


def weight_terms(shape: ModelShape, quantization: str, runtime: Runtime) -> WeightTerms:
    """Linear layers as quantized; embeddings, head and norms at 2 or 4 bytes unless the runtime quantizes the head."""
    per, head = bytes_per_weight(quantization), float(shape.vocab_size * shape.hidden_size)
    linear = linear_params(shape)
    rest = max(shape.total_params - linear, 0.0)
    if shape.tied_embeddings and (runtime.unties_head or per == 1.0):
        rest += head
    if runtime.unties_head and per < 2:
        linear, rest = linear + head, rest - head
    largest = max(head, float(shape.hidden_size * shape.intermediate_size))
    loading = 4.0 * largest if runtime.loads_in_fp32 and per < 2 else 0.0
    return WeightTerms(linear, per, rest, 4.0 if per == 4 else 2.0, loading)


def weight_bytes(shape: ModelShape, quantization: str, runtime: Runtime) -> float:
    """Bytes of all weights."""
    return weight_terms(shape, quantization, runtime).total


def linear_params(shape: ModelShape) -> float:
    """Parameters of the matrices inside the layers, all experts included."""
    h, q, k = shape.hidden_size, shape.query_size, shape.kv_size
    matrices = 3 if shape.mlp_type is MlpType.GATED else 2
    mlp = matrices * h * shape.intermediate_size
    if shape.num_experts:
        mlp = shape.num_experts * matrices * h * (shape.moe_intermediate_size or shape.intermediate_size)
    return float(shape.num_layers * (2 * h * q + 2 * h * k + mlp))


def kv_bytes_per_token(shape: ModelShape, runtime: Runtime) -> float:
    """Bytes that one token of one sequence leaves in the cache: 2 × L × k × bytes."""
    return 2.0 * shape.num_layers * shape.kv_size * runtime.kv_bytes


def prefill_bytes(shape: ModelShape, prompt: int) -> float:
    """Activations of one layer while the whole prompt goes through it: prompt × (6m + 4h)."""
    return float(prompt) * (6 * shape.intermediate_size + 4 * shape.hidden_size)
