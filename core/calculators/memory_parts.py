"""Peak memory of training, part by part. Pure.

peak = max(weights + adapters + optimizer + [gradients] + gathered + activations + max(logits, recomputed layer),
           weights + adapters + optimizer + gradients + optimizer's temporary)

Source: counted in the code of each stack, as docs/accuracy.md tells.
"""

from dataclasses import dataclass, fields, replace

from core.calculators.memory_activations import (
    kept_activations,
    logits,
    recomputed_layer,
    unpacked_weights,
    working_layer,
)
from core.calculators.memory_run import Run
from core.calculators.training_memory import GIB

CONTEXT_BYTES = 0.5 * GIB
_RESERVED_SLACK = 0.10
USABLE_SHARE = 0.97
"""Of a GPU's memory, what its processes can fill."""
OPTIMIZER_STATES = (("adafactor", 0.0), ("sgd", 0.0), ("lion", 1.0), ("adam", 2.0))
"""How many states a parameter has, by the first of these words in the optimizer's name."""


@dataclass(frozen=True)
class Parts:
    """Bytes on the fullest GPU at the peak."""

    weights: float
    adapters: float
    gradients: float
    optimizer: float
    activations: float
    logits: float
    gathered: float
    overhead: float

    @property
    def total(self) -> float:
        """Their sum."""
        return float(sum(getattr(self, field.name) for field in fields(self)))


def peak_parts(run: Run) -> Parts:
    """Bytes of each part at the moment of the peak, allocator and context included where the metric counts them."""
    at_loss, at_step = _at_loss(run), _at_step(run)
    peak = at_loss if at_loss.total >= at_step.total else at_step
    copied = _copied_before_sharding(run)
    if copied > peak.total:
        peak = replace(peak, overhead=peak.overhead + copied - peak.total)
    buckets = _trained(run) * _trained_width(run) if run.buckets_gradients else 0.0
    peak = replace(peak, overhead=peak.overhead + buckets)
    return replace(peak, overhead=peak.overhead + _overhead(run, at_loss, peak.total))


def weight_terms(run: Run) -> tuple[tuple[float, float], ...]:
    """The base weights as parameters and bytes each: of the linear layers, of the rest, of a copy if one is kept."""
    shape, stack = run.shape, run.stack
    head = shape.embedding_params
    linear, rest = shape.linear_params, max(shape.params - shape.linear_params, 0.0)
    if stack.unties_head and shape.tied:
        rest += head
    if stack.quantizes_head and run.bytes_per_weight < 2:
        linear, rest = linear + head, rest - head
    per_rest = 4.0 if run.upcasts or run.bytes_per_weight == 4 else 2.0
    copies = ((float(head), 2.0),) if _trains_embedding_copy(run) else ()
    return (linear, run.bytes_per_weight), (rest, per_rest), *copies


def weight_bytes(run: Run) -> float:
    """Bytes of the whole model's base weights."""
    return sum(params * width for params, width in weight_terms(run))


def _trains_embedding_copy(run: Run) -> bool:
    return run.stack.trains_embedding_copy and run.is_4bit


def _trained(run: Run) -> float:
    if run.inputs.is_full:
        return run.shape.params + (run.shape.embedding_params if run.stack.unties_head and run.shape.tied else 0.0)
    return run.adapter_params


def _trained_width(run: Run) -> float:
    if run.inputs.is_full:
        return 4.0 if run.is_mixed else 2.0
    return float(run.stack.adapter_bytes)


def _per_gpu(run: Run, total: float, shards: int, last_unit: float = 0.0) -> float:
    """The fullest GPU's share. A layer split leaves the output head on the last GPU, on top of its layers."""
    if run.split.layers > 1:
        return min(total, total / run.split.layers + last_unit)
    return total / shards


def _persistent(run: Run) -> Parts:
    width, trained, head = _trained_width(run), _trained(run), run.shape.embedding_params
    split, off = run.split, run.offloads_all
    weights = weight_bytes(run)
    states = _optimizer_bytes(run)
    per_head = head / max(run.shape.params, 1.0) if run.inputs.is_full else 0.0
    adapters = 0.0 if run.inputs.is_full else trained * width
    embedding_gradient = 2.0 * head if _trains_embedding_copy(run) else 0.0
    return Parts(
        weights=0.0 if off else _per_gpu(run, weights, split.weights, 2.0 * head),
        adapters=0.0 if off else _per_gpu(run, adapters, split.weights),
        gradients=0.0 if off else _gradient_bytes(run, per_head) + embedding_gradient,
        optimizer=0.0 if off or run.inputs.cpu_offload else _per_gpu(run, states, split.optimizer, states * per_head),
        activations=0.0,
        logits=0.0,
        gathered=0.0,
        overhead=0.0,
    )


def _gradient_bytes(run: Run, per_head: float) -> float:
    total = _trained(run) * _trained_width(run)
    if "backward" in run.inputs.optimizer.lower() and run.inputs.is_full:
        return _trained_width(run) * max(run.shape.layer_params, run.shape.embedding_params) / run.split.gradients
    return _per_gpu(run, total, run.split.gradients, total * per_head)


def _optimizer_bytes(run: Run) -> float:
    name = run.inputs.optimizer.lower()
    if "paged" in name:
        return 0.0
    states = next((count for word, count in OPTIMIZER_STATES if word in name), 2.0)
    width = 1.0 if "8bit" in name or "8-bit" in name else _trained_width(run)
    master = 4.0 if run.inputs.is_full and run.is_mixed and run.bytes_per_weight < 4 else 0.0
    return _trained(run) * (states * width + master)


def _gathered_bytes(run: Run) -> float:
    """FSDP and ZeRO-3 hold two whole layers and what is wrapped with embedding and head, never more than is missing."""
    if not run.split.gathers:
        return 0.0
    linear, trained = min(run.bytes_per_weight, 2.0), 2.0 if run.inputs.is_full else 0.0
    layers = run.shape.layer_params * (2 * linear + trained)
    matrices = 1 if run.shape.tied and not run.stack.unties_head else run.stack.head_units
    heads = matrices * run.shape.embedding_params * (2.0 + trained)
    n = run.split.weights
    whole = weight_bytes(run) + (_gradient_bytes(run, 0.0) * n if run.inputs.is_full else 0.0)
    missing = whole if run.offloads_all else whole * (1 - 1 / n)
    return min(layers + heads, missing)


def _at_loss(run: Run) -> Parts:
    base = _persistent(run)
    in_backward = "backward" in run.inputs.optimizer.lower()
    gradients = base.gradients if not run.inputs.is_full or run.inputs.accumulates or in_backward else 0.0
    loss = logits(run)
    beside = max(recomputed_layer(run) + unpacked_weights(run) - loss, 0.0)
    kept = kept_activations(run) + beside
    return replace(base, gradients=gradients, activations=kept, logits=loss, gathered=_gathered_bytes(run))


def _at_step(run: Run) -> Parts:
    base = _persistent(run)
    one_by_one = any(word in run.inputs.optimizer.lower() for word in ("8bit", "8-bit", "fused", "paged", "backward"))
    foreach = run.stack.foreach_optimizer and not one_by_one and not run.is_mixed  # fp32-master optimizers are fused
    temporary = _trained(run) * _trained_width(run) if foreach and not run.offloads_all else 0.0
    share = _per_gpu(run, temporary, run.split.optimizer) if not run.inputs.cpu_offload else 0.0
    return replace(base, overhead=share)


def _copied_before_sharding(run: Run) -> float:
    if not (run.stack.copies_before_sharding and run.split.gathers):
        return 0.0
    return weight_bytes(run) * (1 + 1 / run.split.weights)


def _overhead(run: Run, at_loss: Parts, peak: float) -> float:
    """What the allocator holds beyond what is used, and the CUDA context where nvidia-smi counts it.

    Blocks of shorter sequences stay cached when a longer one needs new ones, until the GPU is full.
    """
    if run.metric == "allocated":
        return 0.0
    context = CONTEXT_BYTES if run.metric == "nvidia-smi" else 0.0
    slack = _RESERVED_SLACK * (at_loss.activations + at_loss.logits)
    if run.stack.typical_tokens and run.inputs.seq_filled:
        slack = min(1.0, run.stack.typical_tokens / run.sequence) * max(at_loss.logits, working_layer(run))
    if run.capacity_bytes:
        slack = min(slack, max(USABLE_SHARE * run.capacity_bytes - context - peak, 0.0))
    return context + slack
