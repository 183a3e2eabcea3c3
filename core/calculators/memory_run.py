"""A training run with everything resolved that its memory depends on: bytes per weight, tokens, sharding. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.calculators.memory_inputs import MemoryInputs, Method
from core.calculators.memory_shapes import Shape, find_shape
from core.calculators.memory_stacks import Stack, find_stack
from core.calculators.memory_targets import Adapter, adapters_of, read_targets
from core.calculators.problems import BadInputsError
from core.calculators.spellings import same_word
from core.content.reference import Reference
from core.language.numbers import written
from core.language.text import t

_UNFILLED_TOKENS = 1024
BYTES_PER_WEIGHT = (
    ("nf4dq", 0.5159),
    ("double", 0.5159),
    ("gptqint8", 1.02),
    ("gptqint4", 0.52),
    ("awq", 0.52),
    ("hqq", 0.53),
    ("nf4", 0.5625),
    ("fp4", 0.5625),
    ("int8", 1.02),
    ("fp8", 1.0),
    ("int4", 0.5625),
    ("4bit", 0.5625),
    ("8bit", 1.02),
    ("gptq", 0.52),
    ("32", 4.0),
    ("16", 2.0),
)
"""By the first of these words, as `same_word` leaves them, that a precision of base weights holds."""


@dataclass(frozen=True)
class Split:
    """Over how many GPUs weights, gradients and optimizer states are divided.

    `gathers`: whole layers are collected again for use, as FSDP and ZeRO-3 do.
    """

    weights: int = 1
    gradients: int = 1
    optimizer: int = 1
    layers: int = 1
    gathers: bool = False


_SPLITS: tuple[tuple[tuple[str, ...], Callable[[int], Split]], ...] = (
    (("zero2", "stage2", "shardgradop"), lambda n: Split(gradients=n, optimizer=n)),
    (("fsdp", "zero3", "stage3", "fullshard"), lambda n: Split(weights=n, gradients=n, optimizer=n, gathers=True)),
    (("zero1", "stage1"), lambda n: Split(optimizer=n)),
    (("devicemap", "layer", "pipeline"), lambda n: Split(layers=n)),
)
SHARDING_WORDS = ("none", "ddp", "single", "noshard", *(word for words, _ in _SPLITS for word in words))
"""What says how a run is split, or that nothing is, as `same_word` leaves it; the first of `_SPLITS` counts."""


@dataclass(frozen=True)
class Run:
    """The resolved run."""

    inputs: MemoryInputs
    shape: Shape
    stack: Stack
    split: Split
    adapters: tuple[Adapter, ...]
    sequence: int
    bytes_per_weight: float
    compiled: bool
    metric: str
    capacity_bytes: float = 0.0
    saved_params: float = 0.0

    @property
    def tokens(self) -> int:
        """The tokens that the longest micro batch really has."""
        return self.sequence * self.inputs.micro_batch

    @property
    def is_4bit(self) -> bool:
        """Whether bitsandbytes or torchao unpacks the base weights at each use."""
        return self.bytes_per_weight < 1 and not self.is_gptq

    @property
    def is_gptq(self) -> bool:
        """Whether the checkpoint came quantized (GPTQ, AWQ)."""
        return any(word in self.inputs.base_weight_dtype.lower() for word in ("gptq", "awq"))

    @property
    def upcasts(self) -> bool:
        """Whether unquantized weights are cast to fp32, as peft's `prepare_model_for_kbit_training` does."""
        return self.stack.upcasts_unquantized and self.bytes_per_weight < 2 and not self.is_gptq

    @property
    def is_mixed(self) -> bool:
        """Whether fp32 copies of the trained weights exist."""
        text = f"{self.inputs.train_dtype} {self.inputs.base_weight_dtype}".lower()
        return any(word in text for word in ("mixed", "master", "fp32", "float32", "32-true", "amp"))

    @property
    def offloads_all(self) -> bool:
        """Whether weights, gradients and states live on the CPU."""
        return self.inputs.cpu_offload and self.split.gathers

    @property
    def buckets_gradients(self) -> bool:
        """Whether plain data parallelism keeps a second copy of the gradients to send."""
        return self.inputs.n_gpus > 1 and self.split == Split()

    @property
    def is_eager(self) -> bool:
        """Whether attention is eager: a score for each pair of tokens is kept."""
        flash = self.stack.flash_families
        if "eager" in self.inputs.attention.lower() or self.shape.soft_caps:
            return True
        return flash is not None and self.shape.family not in flash

    @property
    def adapter_params(self) -> float:
        """Trainable parameters of all adapters."""
        pairs = sum(a.copies * self.rank * (a.width_in + a.width_out) for a in self.adapters)
        dora = self.inputs.method in (Method.DORA, Method.QDORA)
        return pairs + (sum(a.copies * a.width_out for a in self.adapters) if dora else 0) + self.saved_params

    @property
    def rank(self) -> int:
        """Rank of the adapters."""
        return self.inputs.lora_r


def settle(inputs: MemoryInputs, reference: Reference) -> Run:
    """Resolves everything that memory depends on, or raises with a sentence why not.

    Raises:
        BadInputsError: an unknown model without a size, a rank above the matrices, adapters on nothing, or more GPUs
            than layers to share out.
    """
    shape = find_shape(inputs, reference)
    stack = find_stack(inputs.framework, inputs.source_date)
    adapters = () if inputs.is_full else adapters_of(inputs, shape)
    _check_rank(inputs, adapters)
    split = _split(inputs)
    _check_layers(split, shape)
    dtype = same_word(inputs.base_weight_dtype) or ("nf4" if inputs.is_quantized else "bf16")
    metric = (inputs.memory_metric or stack.metric).lower()
    return Run(
        inputs=inputs,
        shape=shape,
        stack=stack,
        split=split,
        adapters=adapters,
        sequence=inputs.seq_len if inputs.seq_filled else min(inputs.seq_len, _UNFILLED_TOKENS),
        bytes_per_weight=next((size for word, size in BYTES_PER_WEIGHT if word in dtype), 2.0),
        compiled="compile" in inputs.note.lower()
        or (stack.compiles_chunked_loss and "chunk" in inputs.loss_impl.lower()),
        metric="nvidia-smi" if "smi" in metric else "reserved" if "reserved" in metric else "allocated",
        saved_params=0.0
        if inputs.is_full
        else read_targets(inputs.lora_targets).saved_matrices * shape.embedding_params,
        capacity_bytes=gpu_memory_gib(inputs.gpu, reference) * 2.0**30,
    )


def _check_rank(inputs: MemoryInputs, adapters: tuple[Adapter, ...]) -> None:
    plain = [a for a in adapters if a.site != "router"]
    smallest = min((min(a.width_in, a.width_out) for a in plain), default=inputs.lora_r)
    if inputs.lora_r > max(smallest, 1):
        raise BadInputsError.of(
            "lora_r",
            t(
                "Rank {rank} is above the smallest target matrix ({width}); give at most that.",
                rank=inputs.lora_r,
                width=smallest,
            ),
        )


def _check_layers(split: Split, shape: Shape) -> None:
    if split.layers > shape.layers:
        sentence = t(
            "{gpus} GPUs are more than the {layers} layers to share out; give at most that many.",
            gpus=written(split.layers, ","),
            layers=written(shape.layers, ","),
        )
        raise BadInputsError.of("n_gpus", sentence)


def gpu_memory_gib(name: str, reference: Reference) -> float:
    """Memory of a GPU, such as A100-80GB or L4: the figure in its name, or the table's; 0 when neither says."""
    named = re.search(r"(\d+)\s*GB", name, re.IGNORECASE)
    if named:
        return float(named[1])
    known = reference.known_gpu(name)
    return known.memory_gb if known else 0.0


def _split(inputs: MemoryInputs) -> Split:
    kind = same_word(inputs.sharding)
    split = next((split for words, split in _SPLITS if any(word in kind for word in words)), None)
    return split(inputs.n_gpus) if split else Split()
