"""On which GPUs a training run fits, and the one change that would make it fit. Pure."""

from dataclasses import dataclass

from core.calculators.memory_bands import band_of
from core.calculators.memory_inputs import MemoryInputs, Method
from core.calculators.memory_parts import CONTEXT_BYTES, USABLE_SHARE, peak_parts
from core.calculators.memory_run import settle
from core.calculators.problems import BadInputsError
from core.calculators.training_memory import GIB
from core.content.reference import GpuSpec, Reference
from core.language.numbers import decimal, written
from core.language.text import t

_CHUNKED = ("chunk", "fused", "liger", "cut")


@dataclass(frozen=True)
class Verdict:
    """Whether a run fits one GPU. `word` is fits (even at the high end), tight (as predicted) or no."""

    gpu: GpuSpec
    usable_gib: float
    headroom_gib: float
    word: str


@dataclass(frozen=True)
class Change:
    """One change to a run: what to do, what it costs, the inputs it makes, and the peak that follows."""

    words: str
    costs: str
    inputs: MemoryInputs
    peak_gib: float


def usable_gib(memory_gb: float) -> float:
    """The GiB that a process can use of a GPU sold with `memory_gb`: without the CUDA context and a safety margin.

    >>> usable_gib(80)
    77.1
    """
    return memory_gb * USABLE_SHARE - CONTEXT_BYTES / GIB


def needs_ecc_off(gpu: GpuSpec, gib: float) -> bool:
    """Whether so many GiB fit a GPU's nominal memory, but not what error correction leaves of it.

    Source: `ecc_mib` in content/reference/gpu-specs.yaml.
    """
    return gpu.ecc_mib is not None and usable_gib(gpu.ecc_mib / 1024) < gib <= usable_gib(gpu.memory_gb)


def ecc_note(gpu: GpuSpec, name: str) -> str:
    """The sentence for a GPU that `needs_ecc_off`; the GPU's name is shown beside it."""
    return t(
        "{name}: fits only with error correction (ECC) off. With it on, the card lists {left} of its {all} GiB.",
        name=name,
        left=decimal((gpu.ecc_mib or 0) / 1024, 1),
        all=written(gpu.memory_gb, "g"),
    )


def peak_gib(inputs: MemoryInputs, reference: Reference) -> float:
    """Peak memory of a run in GiB, the headline alone."""
    return peak_parts(settle(inputs, reference)).total / GIB


def verdicts(inputs: MemoryInputs, reference: Reference) -> tuple[Verdict, ...]:
    """One verdict for each GPU of the table, smallest first; headroom in GiB is negative where it does not fit."""
    peak = peak_gib(inputs, reference)
    high = peak * band_of(inputs.method).high
    return tuple(_verdict(gpu, peak, high) for gpu in sorted(reference.gpus, key=lambda gpu: gpu.memory_gb))


def _verdict(gpu: GpuSpec, peak: float, high: float) -> Verdict:
    usable = usable_gib(gpu.memory_gb)
    word = "fits" if high <= usable else "tight" if peak <= usable else "no"
    return Verdict(gpu, usable, usable - peak, word)


def changes(inputs: MemoryInputs, reference: Reference) -> tuple[Change, ...]:
    """Every single change that lowers the peak, cheapest first: those that only cost time come before those that
    change what is learnt.
    """
    now = peak_gib(inputs, reference)
    tried = (_change(*candidate, inputs, reference) for candidate in _candidates(inputs))
    return tuple(change for change in tried if change is not None and change.peak_gib < now - 0.01)


def _change(
    words: str, costs: str, update: dict[str, object], inputs: MemoryInputs, reference: Reference
) -> Change | None:
    changed = inputs.model_copy(update=update)
    try:
        return Change(words, costs, changed, peak_gib(changed, reference))
    except BadInputsError:  # such as adapters of a rank that full training did not mind
        return None


def cheapest_change(inputs: MemoryInputs, memory_gb: float, reference: Reference) -> Change | None:
    """The cheapest single change after which the run fits a GPU with `memory_gb`; None if no single one does."""
    usable = usable_gib(memory_gb)
    return next((change for change in changes(inputs, reference) if change.peak_gib <= usable), None)


def _candidates(inputs: MemoryInputs) -> list[tuple[str, str, dict[str, object]]]:
    found: list[tuple[str, str, dict[str, object]]] = []
    if not inputs.loss_impl.lower().startswith(_CHUNKED):
        found.append((t("compute the loss in chunks or fused"), t("nothing but a flag"), {"loss_impl": "chunked_ce"}))
    if not inputs.grad_ckpt.lower().startswith("full"):
        found.append((t("turn activation checkpointing on"), t("a third more computing"), {"grad_ckpt": "full"}))
    if "eager" in inputs.attention.lower():
        found.append((t("use flash attention"), t("nothing on a recent GPU"), {"attention": "flash/sdpa"}))
    if "8bit" not in inputs.optimizer.lower() and inputs.is_full:
        found.append((t("keep optimizer states in 8 bits"), t("a little precision"), {"optimizer": "adamw_8bit"}))
    if inputs.micro_batch > 1:
        smallest: dict[str, object] = {"micro_batch": 1, "grad_accum": ">1"}
        found.append((t("use micro batches of 1, and accumulate"), t("some speed"), smallest))
    found.append((t("shard over twice the GPUs (FSDP)"), t("GPUs and their link"), _sharded(inputs)))
    if inputs.seq_len > 1:
        half = max(1, inputs.seq_len // 2)
        words = t("cut sequences to {tokens} tokens", tokens=written(half, ",d"))
        found.append((words, t("what is cut off"), {"seq_len": half}))
    if inputs.is_full:
        found.append(
            (t("train LoRA adapters instead"), t("some quality on tasks new to the model"), {"method": Method.LORA})
        )
    if inputs.method in (Method.LORA, Method.DORA):
        method = Method.QLORA if inputs.method is Method.LORA else Method.QDORA
        quantized: dict[str, object] = {"method": method, "base_weight_dtype": "nf4"}
        found.append((t("keep the base weights in 4 bits (QLoRA)"), t("about a third of the speed"), quantized))
    return found


def _sharded(inputs: MemoryInputs) -> dict[str, object]:
    return {"n_gpus": inputs.n_gpus * 2, "sharding": "fsdp"}
