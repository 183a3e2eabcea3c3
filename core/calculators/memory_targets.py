"""Which matrices get an adapter, however the targets are spelled. Pure."""

import re
from dataclasses import dataclass

from core.calculators.memory_inputs import MemoryInputs
from core.calculators.memory_shapes import Shape
from core.calculators.problems import BadInputsError
from core.language.text import t

_SITES: dict[str, tuple[str, ...]] = {
    "q": ("q",),
    "k": ("k",),
    "v": ("v",),
    "o": ("o",),
    "wq": ("q",),
    "wk": ("k",),
    "wv": ("v",),
    "wo": ("o",),
    "query": ("q",),
    "key": ("k",),
    "value": ("v",),
    "out": ("o",),
    "dense": ("o",),
    "qkvo": ("q", "k", "v", "o"),
    "attention": ("q", "k", "v", "o"),
    "attn": ("q", "k", "v", "o"),
    "self_attn": ("q", "k", "v", "o"),
    "qkv": ("qkv",),
    "wqkv": ("qkv",),
    "w_pack": ("qkv",),
    "c_attn": ("qkv",),
    "query_key_value": ("qkv",),
    "mlp": ("gate", "up", "down"),
    "ffn": ("gate", "up", "down"),
    "feed_forward": ("gate", "up", "down"),
    "experts": ("gate", "up", "down"),
    "gate": ("gate",),
    "up": ("up",),
    "down": ("down",),
    "gate_up": ("gate", "up"),
    "w1": ("gate", "up", "down"),  # Qwen's w1 is up and w2 gate, Llama's w1 is gate and w2 down: mostly all are meant
    "w2": ("gate", "up", "down"),
    "w3": ("gate", "up", "down"),
    "c_proj": ("o", "down"),
    "fc1": ("up",),
    "fc2": ("down",),
    "fc_in": ("up",),
    "fc_out": ("down",),
    "c_fc": ("up",),
    "dense_h_to_4h": ("up",),
    "dense_4h_to_h": ("down",),
    "all": ("q", "k", "v", "o", "gate", "up", "down", "router"),
    "lm_head": ("lm_head",),
    "head": ("lm_head",),
    "embed_out": ("lm_head",),
    "embed": ("embedding",),
    "word_embeddings": ("embedding",),
    "wte": ("embedding",),
}
_FILLERS = frozenset({"", "linear", "layers", "layer", "only", "modules", "module", "and", "lm"})


@dataclass(frozen=True)
class Adapter:
    """One LoRA matrix pair: `width_in` and `width_out` of the layer it sits on, and how many the model has.

    `visits`: how many of them one token passes in a layer; above 1 only for experts.
    """

    site: str
    width_in: int
    width_out: int
    copies: int
    visits: int = 1


@dataclass(frozen=True)
class Targets:
    """The sites that a text names, whether embedding and head are saved whole, and the words that it did not know."""

    sites: frozenset[str]
    saved_matrices: int
    unknown: tuple[str, ...]


def read_targets(text: str) -> Targets:
    """The sites that the targets name.

    With the embedding among them, embedding and head are trained whole (`modules_to_save`), as is usual.

    >>> sorted(read_targets("['q_proj', 'v_proj']").sites), read_targets("q+foo").unknown
    (['q', 'v'], ('foo',))
    """
    words = [_bare(word) for word in re.split(r"[^a-z0-9_.*]+", text.lower())]
    if words and all(word in _FILLERS for word in words) and any("linear" in word for word in words):
        words = ["all"]
    sites = {site for word in words for site in _SITES.get(word, ())}
    saved = (2 if "lm_head" in sites else 1) if "embedding" in sites else 0
    unknown = tuple(word for word in words if word not in _SITES and word not in _FILLERS)
    return Targets(frozenset(sites - {"embedding", *(["lm_head"] if saved else [])}), saved, unknown)


def adapters_of(inputs: MemoryInputs, shape: Shape) -> tuple[Adapter, ...]:
    """The adapters that the inputs mean on this shape.

    Raises:
        BadInputsError: they name no matrix that it has.
    """
    targets = read_targets(inputs.lora_targets)
    found = tuple(adapter for adapter in _possible(shape) if adapter.site in targets.sites)
    if not found and not targets.saved_matrices:
        sentence = t("“{name}” is not a matrix; write, for example, q+k+v+o+mlp.", name=inputs.lora_targets[:40])
        raise BadInputsError.of("lora_targets", sentence)
    return found


def _possible(shape: Shape) -> tuple[Adapter, ...]:
    h, q, k, n = shape.h, shape.q, shape.k, shape.layers
    experts, visits = shape.experts or 1, shape.visits
    m = shape.m // visits
    mlp = ([("gate", h, m)] if shape.gated else []) + [("up", h, m), ("down", m, h)]
    return (
        Adapter("qkv", h, q + 2 * k, n),
        Adapter("q", h, q, n),
        Adapter("k", h, k, n),
        Adapter("v", h, k, n),
        Adapter("o", q, h, n),
        *(Adapter(site, width_in, width_out, n * experts, visits) for site, width_in, width_out in mlp),
        *([Adapter("router", h, experts, n)] if shape.experts else []),
        Adapter("lm_head", h, shape.vocab, 1),
    )


def _bare(word: str) -> str:
    """A module's path cut to its last part, without `_proj`: `model.layers.*.self_attn.q_proj` is q."""
    parts = [part for part in word.split(".") if part not in ("*", "", "weight")]
    bare = parts[-1] if parts else ""
    if bare.startswith("all"):
        return "all"
    if bare.startswith("emb") and bare != "embed_out":
        return "embed"
    return bare if bare == "c_proj" else bare.removesuffix("_proj")
