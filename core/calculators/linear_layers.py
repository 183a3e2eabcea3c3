"""The linear layers of each architecture by the names that `peft` sees, with their widths. Pure."""

from dataclasses import dataclass

from core.content.reference import MlpType, ModelShape


@dataclass(frozen=True)
class LinearLayer:
    """One kind of weight matrix of a model.

    `count` is how many the whole model has. `rank_factor` is 2 where `peft` folds two old matrices (gate and up of
    an expert) into one and doubles the rank to hold both. `together_with` must be targeted too, or `peft` refuses.
    """

    name: str
    inputs: int
    outputs: int
    count: int
    in_all_linear: bool = True
    router: bool = False
    fused: bool = False
    rank_factor: int = 1
    together_with: str | None = None

    def lora_params(self, rank: int, dora: bool) -> int:
        """Trainable parameters of the adapters on all matrices of this kind.

        >>> LinearLayer("q_proj", 3072, 3072, 28).lora_params(16, dora=False)
        2752512

        Source: arXiv:2106.09685 (A is r x in, B is out x r); DoRA adds a magnitude an output, arXiv:2402.09353.
        """
        magnitude = self.outputs if dora else 0
        return self.count * (rank * self.rank_factor * (self.inputs + self.outputs) + magnitude)


def block_layers(shape: ModelShape, fused_experts: bool) -> tuple[LinearLayer, ...]:
    """The linear layers of all transformer blocks, in the order of the forward pass.

    `fused_experts`: transformers 5 keeps all experts of a layer in two tensors; transformers 4 has a matrix each.
    """
    return (*_attention(shape), *(_experts(shape, fused_experts) if shape.is_moe else _mlp(shape)))


def outer_layers(shape: ModelShape, transformers_5: bool) -> tuple[LinearLayer, ...]:
    """The head and the embedding: outside the blocks, so `all-linear` leaves them out.

    The embedding's adapters are r x V and h x r, and its DoRA magnitude has h entries, so V stands as the input.
    """
    hidden, vocabulary = shape.hidden_size, shape.vocab_size
    head = "embed_out" if shape.hf_class.startswith("GPTNeoX") and not transformers_5 else "lm_head"
    return (
        LinearLayer(head, hidden, vocabulary, 1, in_all_linear=False),
        LinearLayer(_embedding_name(shape), vocabulary, hidden, 1, in_all_linear=False),
    )


def saved_params(shape: ModelShape, layer: LinearLayer) -> int:
    """Parameters of a full trainable copy of the head or the embedding (`modules_to_save`); Phi's head has a bias."""
    bias = layer.outputs if shape.hf_class == "PhiForCausalLM" and layer.name == "lm_head" else 0
    return layer.inputs * layer.outputs + bias


def _attention(shape: ModelShape) -> tuple[LinearLayer, ...]:
    h, q, kv, n = shape.hidden_size, shape.query_size, shape.kv_size, shape.num_layers
    fused = {"GPTNeoX": "query_key_value", "Bloom": "query_key_value", "Falcon": "query_key_value", "GPT2": "c_attn"}
    one = next((name for family, name in fused.items() if shape.hf_class.startswith(family)), None)
    if shape.hf_class.startswith("Phi3"):
        one = "qkv_proj"
    if one is not None:
        out = {"qkv_proj": "o_proj", "c_attn": "c_proj"}.get(one, "dense")
        return LinearLayer(one, h, q + 2 * kv, n), LinearLayer(out, q, h, n)
    out = "dense" if shape.hf_class == "PhiForCausalLM" else "o_proj"
    return (
        LinearLayer("q_proj", h, q, n),
        LinearLayer("k_proj", h, kv, n),
        LinearLayer("v_proj", h, kv, n),
        LinearLayer(out, q, h, n),
    )


def _mlp(shape: ModelShape) -> tuple[LinearLayer, ...]:
    h, m, n = shape.hidden_size, shape.intermediate_size, shape.num_layers
    if shape.hf_class.startswith("Phi3"):
        return LinearLayer("gate_up_proj", h, 2 * m, n), LinearLayer("down_proj", m, h, n)
    if shape.mlp_type is MlpType.GATED:
        return LinearLayer("gate_proj", h, m, n), LinearLayer("up_proj", h, m, n), LinearLayer("down_proj", m, h, n)
    names = {
        "GPT2LMHeadModel": ("c_fc", "c_proj"),
        "GPT2ForCausalLM": ("c_fc", "c_proj"),
        "PhiForCausalLM": ("fc1", "fc2"),
    }
    up, down = names.get(shape.hf_class, ("dense_h_to_4h", "dense_4h_to_h"))
    return LinearLayer(up, h, m, n), LinearLayer(down, m, h, n)


def _experts(shape: ModelShape, fused: bool) -> tuple[LinearLayer, ...]:
    h, n, experts = shape.hidden_size, shape.num_layers, shape.num_experts or 1
    m = shape.moe_intermediate_size or shape.intermediate_size
    mixtral = shape.hf_class.startswith("Mixtral")
    gate, up, down = ("w1", "w3", "w2") if mixtral else ("gate_proj", "up_proj", "down_proj")
    router = LinearLayer("gate", h, experts, n, router=True, fused=fused)
    if not fused:
        count = n * experts
        return router, *(LinearLayer(name, *io, count) for name, io in ((gate, (h, m)), (up, (h, m)), (down, (m, h))))
    return (
        router,
        # gate and up of each expert are one h x 2m tensor; peft doubles its rank, and counts it once under both names
        LinearLayer(gate, h, 2 * m, n * experts, fused=True, rank_factor=2, together_with=up),
        LinearLayer(up, h, 2 * m, 0, fused=True, together_with=gate),
        LinearLayer(down, m, h, n * experts, fused=True),
    )


def _embedding_name(shape: ModelShape) -> str:
    names = {"GPTNeoX": "embed_in", "Bloom": "word_embeddings", "Falcon": "word_embeddings", "GPT2": "wte"}
    return next((name for family, name in names.items() if shape.hf_class.startswith(family)), "embed_tokens")
