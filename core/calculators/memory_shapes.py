"""The shape of the model that is trained: from the table, typed in, or inferred from a parameter count. Pure."""

import re
from dataclasses import dataclass, replace

from core.calculators.memory_inputs import MemoryInputs
from core.calculators.problems import BadInputsError
from core.content.reference import MlpType, ModelShape, Reference
from core.language.numbers import written
from core.language.text import t

_PARALLEL = {"phi", "gptneox", "falcon"}
_LAYER_NORM = _PARALLEL | {"bloom", "gpt2"}


@dataclass(frozen=True)
class Shape:
    """The shape that memory depends on. `q` and `k` are the widths of all query and all key heads together.

    In a mixture of `experts`, `m` is the width of the `visits` experts together that one token passes.
    """

    name: str
    family: str
    h: int
    layers: int
    heads: int
    q: int
    k: int
    m: int
    vocab: int
    gated: bool
    tied: bool
    params: float
    linear_params: float
    inferred: str = ""
    experts: int = 0
    visits: int = 1

    @property
    def embedding_params(self) -> float:
        """Rows times width of one embedding matrix."""
        return float(self.vocab) * self.h

    @property
    def layer_params(self) -> float:
        """Linear parameters of one layer."""
        return self.linear_params / self.layers

    @property
    def has_rms_norm(self) -> bool:
        """Whether norms are RMSNorm, which works in fp32."""
        return self.family not in _LAYER_NORM

    @property
    def norms_per_layer(self) -> int:
        """Norms with an input of their own: 1 with parallel residual, 4 in Gemma 2 and 3, else 2."""
        if self.family in _PARALLEL:
            return 1
        return 4 if self.family in ("gemma2", "gemma3") else 2

    @property
    def soft_caps(self) -> bool:
        """Whether attention scores are capped, which no flash kernel of the time could do."""
        return self.family == "gemma2"


def find_shape(inputs: MemoryInputs, reference: Reference) -> Shape:
    """The shape the inputs mean: typed shape first, then the table, then a count of parameters.

    Raises:
        BadInputsError: the name is unknown and no size is given beside it or in it.
    """
    if _is_typed(inputs):
        return _typed(inputs)
    entry = reference.known_model(inputs.model)
    if entry is not None:
        return from_table(entry)
    billions = inputs.model_params_b or _size_in(inputs.model)
    if billions is None:
        sentence = f"{reference.no_model(inputs.model)} {t('Or give model_params_b, or hidden_size and num_layers.')}"
        raise BadInputsError.of("model", sentence)
    return _inferred(inputs.model, billions, reference)


def from_table(entry: ModelShape) -> Shape:
    """A row of the table of models as memory sees it."""
    h, q, k = entry.hidden_size, entry.query_size, entry.kv_size
    gated = entry.mlp_type is MlpType.GATED
    matrices = 3 if gated else 2
    mlp = matrices * h * entry.intermediate_size
    if entry.num_experts:
        width = entry.moe_intermediate_size or entry.intermediate_size
        mlp = entry.num_experts * (matrices * h * width + h)
    linear = entry.num_layers * (2 * h * q + 2 * h * k + mlp)
    active = (entry.experts_per_token or 1) * (entry.moe_intermediate_size or entry.intermediate_size)
    return Shape(
        name=entry.name,
        family=entry.family,
        h=h,
        layers=entry.num_layers,
        heads=entry.num_attention_heads,
        q=q,
        k=k,
        m=active if entry.num_experts else entry.intermediate_size,
        vocab=entry.vocab_size,
        gated=gated,
        tied=entry.tied_embeddings,
        params=float(entry.total_params),
        linear_params=float(linear),
        experts=entry.num_experts or 0,
        visits=(entry.experts_per_token or 1) if entry.num_experts else 1,
    )


def _is_typed(inputs: MemoryInputs) -> bool:
    parts = ("num_attention_heads", "num_kv_heads", "head_dim", "intermediate_size", "vocab_size")
    needed = [name for name in ("hidden_size", "num_layers") if getattr(inputs, name) is None]
    if needed and (len(needed) == 1 or any(getattr(inputs, name) is not None for name in parts)):
        sentence = t("A typed shape needs hidden_size and num_layers; give {name}.", name=needed[0])
        raise BadInputsError.of(needed[0], sentence)
    return not needed


def _typed(inputs: MemoryInputs) -> Shape:
    h, layers = inputs.hidden_size or 1, inputs.num_layers or 1
    heads = inputs.num_attention_heads or max(1, h // 128)
    size, kv_heads = inputs.head_dim or max(1, h // heads), inputs.num_kv_heads or heads
    if kv_heads > heads:
        sentence = t(
            "{kv_heads} KV heads are more than {heads} heads; correct one.",
            kv_heads=written(kv_heads, ","),
            heads=written(heads, ","),
        )
        raise BadInputsError.of("num_kv_heads", sentence)
    q, k = heads * size, kv_heads * size
    m, vocab = inputs.intermediate_size or 4 * h, inputs.vocab_size or 32_000
    linear = float(layers * (2 * h * q + 2 * h * k + 3 * h * m))
    params = (inputs.model_params_b or 0) * 1e9 or linear + 2.0 * vocab * h
    if params < linear:
        raise BadInputsError.of(
            "model_params_b",
            t(
                "{given} billion is below the {linear} billion of the typed layers; correct one.",
                given=written(params / 1e9, ".2f"),
                linear=written(linear / 1e9, ".2f"),
            ),
        )
    return Shape(inputs.model, "typed", h, layers, heads, q, k, m, vocab, True, False, params, linear, "as typed")


def says_mixture(name: str) -> bool:
    """Whether a model's name says that it is a mixture of experts, as `8x7B`, `MoE`, `A22B` and `16E` do.

    >>> says_mixture("Mixtral-8x7B"), says_mixture("Qwen2-57B-A14B"), says_mixture("Llama-3.1-8B")
    (True, True, False)
    """
    return re.search(r"\d+x\d|moe|\d+e\b|[-_ ]a\d+(\.\d+)?b", name.lower()) is not None


def _size_in(name: str) -> float | None:
    """Billions of parameters that a name says; None for a mixture of experts, whose names say other things."""
    if says_mixture(name):
        return None
    found = re.search(r"(?<![\d.])(\d+(?:\.\d+)?)\s*([bmt])(?![a-z])", name.lower())
    return float(found[1]) * {"m": 1e-3, "b": 1.0, "t": 1e3}[found[2]] if found else None


def _inferred(name: str, billions: float, reference: Reference) -> Shape:
    """The dense model nearest in size stands in for the widths; weights are scaled to the given count."""
    dense = [entry for entry in reference.models if not entry.is_moe and entry.mlp_type is MlpType.GATED]
    near = from_table(min(dense, key=lambda entry: abs(entry.total_params - billions * 1e9)))
    factor = billions * 1e9 / near.params
    return replace(
        near,
        name=name,
        params=near.params * factor,
        linear_params=near.linear_params * factor,
        inferred=t(
            "{model} is not in the table; its widths are taken from {near}, the nearest in size.",
            model=name,
            near=near.name,
        ),
    )
