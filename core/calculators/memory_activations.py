"""Bytes that activations and logits take; every coefficient was counted by tracking live storages. Pure.

How each stack's numbers were found stands in docs/accuracy.md.
"""

from core.calculators.memory_run import Run
from core.calculators.spellings import same_word

_EAGER_KEPT = 6
_EAGER_WORKING = 14
_RECOMPUTE = 1.3


def layer_bytes_per_token(run: Run) -> float:
    """Bytes per token that one layer keeps for its backward pass, without checkpointing and attention scores.

    For SwiGLU, RMSNorm and flash attention in Hugging Face: full 16h + 8q + 8m, frozen 8h + 8q + 6m, plus adapters.
    """
    return _norms(run) + _attention(run) + _mlp(run) + _adapter_inputs(run) + _unpacked_inputs(run)


def score_bytes(run: Run, per_pair: float) -> float:
    """Bytes of one layer's attention scores, where they are kept; `per_pair` is bytes per pair of tokens and head."""
    if not run.is_eager:
        return 0.0
    return per_pair * run.shape.heads * float(run.sequence) ** 2 * run.inputs.micro_batch


def layers_kept(run: Run) -> float:
    """How many layers are on the GPU at once: all of its layers, or two where the rest is offloaded."""
    layers = run.shape.layers / run.split.layers
    return min(layers, 2.0) if checkpoints(run) and "offload" in run.inputs.grad_ckpt.lower() else layers


def kept_activations(run: Run) -> float:
    """Bytes alive when the loss is reached."""
    layers = run.shape.layers / run.split.layers
    stale = _unpacked_inputs(run) if run.stack.keeps_last_graph else 0.0
    kept = layers * ((layer_bytes_per_token(run) + stale) * run.tokens + score_bytes(run, _EAGER_KEPT))
    kept *= 0.8 if run.compiled else 1.0
    if "select" in run.inputs.grad_ckpt.lower():
        return 0.4 * kept
    if not checkpoints(run):
        return kept
    return min(kept, layers_kept(run) * (4 if run.upcasts else 2) * run.shape.h * run.tokens)


def working_layer(run: Run) -> float:
    """Bytes of the one layer that is in its backward pass, its gradients included."""
    factor = 0.8 if run.compiled else 1.0
    return factor * _RECOMPUTE * layer_bytes_per_token(run) * run.tokens + score_bytes(run, _EAGER_WORKING)


def recomputed_layer(run: Run) -> float:
    """Bytes of the one layer that checkpointing recomputes; 0 without checkpointing, where all are kept anyway."""
    return working_layer(run) if checkpoints(run) else 0.0


def unpacked_weights(run: Run) -> float:
    """Bytes of base weights unpacked to bf16 at one time: one matrix (bitsandbytes), or one layer (GPTQ kernels)."""
    if run.is_gptq:
        return 2.0 * run.shape.layer_params
    return 2.0 * run.shape.h * max(run.shape.m, run.shape.q) if run.is_4bit else 0.0


def checkpoints(run: Run) -> bool:
    """Whether whole layers are recomputed; words that say nothing count as yes."""
    style = run.inputs.grad_ckpt.lower().strip()
    spared = style.startswith(("none", "off", "no", "0", "false")) and not style.startswith("offload")
    return "select" not in style and not spared


def logits(run: Run) -> float:
    """Bytes of logits, their softmax and gradients at the peak of the loss."""
    loss, style = run.stack.loss, run.inputs.loss_impl.lower()
    per_entry = loss.compiled if run.compiled else loss.full
    if "fused" in style or "liger" in style or "cut" in style:
        per_entry = 0.0
    elif "chunk" in style:
        per_entry = 2.0 if run.compiled else loss.chunked
    return per_entry * run.shape.vocab * run.tokens


def _norms(run: Run) -> float:
    shape, trained = run.shape, run.inputs.is_full
    if shape.has_rms_norm:
        return shape.norms_per_layer * (run.stack.full_norm if trained else 4) * float(shape.h)
    return (shape.norms_per_layer + (2 if trained else 1)) * 2.0 * shape.h


def _attention(run: Run) -> float:
    q, k = run.shape.q, run.shape.k
    repeats = run.stack.repeats_kv and "flashattention" not in same_word(run.inputs.attention)
    if not run.stack.repeats_kv:
        return 8.0 * q + 4.0 * k + _padded_update(run)
    return 8.0 * q if repeats else 4.0 * q + 4.0 * k


def _padded_update(run: Run) -> float:
    """LitGPT pads the update of a fused qkv with zeros when not all three have adapters, and keeps the source."""
    sites = {a.site: a.width_out for a in run.adapters if a.site in ("q", "k", "v")}
    return 2.0 * sum(sites.values()) if run.stack.pads_partial_qkv and 0 < len(sites) < 3 else 0.0


def _mlp(run: Run) -> float:
    if run.shape.gated:
        return (8.0 if run.inputs.is_full else 6.0) * run.shape.m
    return (4.0 if run.inputs.is_full else 2.0) * run.shape.m


def _adapter_inputs(run: Run) -> float:
    """fp32 adapters keep their own cast of the input; bf16 ones share it unless dropout makes a copy."""
    inside = [a for a in run.adapters if a.copies > 1]
    mask = 1 if run.inputs.lora_dropout > 0 else 0
    width, ranks = run.stack.adapter_bytes, run.stack.adapter_bytes * run.rank * sum(a.visits for a in inside)
    if width == 4:
        return float(sum((4 + mask) * a.width_in * a.visits for a in inside) + ranks)
    apart = {a.site if mask and a.site in ("gate", "up") else _input_of(a.site): a.width_in * a.visits for a in inside}
    return float(sum((width + mask) * size for size in apart.values()) + ranks)


def _unpacked_inputs(run: Run) -> float:
    """bitsandbytes up to 0.43 keeps the input of each 4-bit product although nothing needs it."""
    if not (run.is_4bit and run.stack.keeps_4bit_input):
        return 0.0
    return 2.0 * (2 * run.shape.h + run.shape.q + run.shape.m)


def _input_of(site: str) -> str:
    return "attention" if site in ("q", "k", "v", "qkv") else "mlp" if site in ("gate", "up") else site
