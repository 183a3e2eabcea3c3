"""Tiny architectures that peft itself counted on the meta device, for transformers 5.24.0 and 4.57.6."""

from core.content.reference import MlpType, ModelShape, Reference

_COMMON = {
    "family": "test",
    "hidden_size": 64,
    "num_layers": 3,
    "num_attention_heads": 4,
    "num_kv_heads": 4,
    "head_dim": 16,
    "intermediate_size": 160,
    "vocab_size": 1000,
    "tied_embeddings": False,
    "qkv_bias": False,
    "mlp_type": MlpType.GATED,
    "kv_bytes_per_token_bf16": 1,
    "shape_check": "counted by peft",
    "source": "counted by peft",
    "as_of": "2026-11",
}


def _shape(name: str, hf_class: str, total: int, **other: object) -> ModelShape:
    values = _COMMON | {"id": name, "name": name, "hf_class": hf_class, "total_params": total} | other
    return ModelShape.model_validate(values)


SMALL = Reference(
    models=(
        _shape("llama", "LlamaForCausalLM", 257_472, num_kv_heads=2),
        _shape("llama-tied", "LlamaForCausalLM", 193_472, num_kv_heads=2, tied_embeddings=True),
        _shape("gpt2", "GPT2ForCausalLM", 279_616, intermediate_size=256, mlp_type=MlpType.GELU),
        _shape("neox", "GPTNeoXForCausalLM", 240_928, mlp_type=MlpType.GELU),
        _shape("bloom", "BloomForCausalLM", 214_208, intermediate_size=256, mlp_type=MlpType.GELU),
        _shape("falcon", "FalconForCausalLM", 193_536, num_kv_heads=1, intermediate_size=256, mlp_type=MlpType.GELU),
        _shape(
            "falcon40", "Falcon40ForCausalLM", 200_064, num_kv_heads=2, intermediate_size=256, mlp_type=MlpType.GELU
        ),
        _shape("phi", "PhiForCausalLM", 241_544, mlp_type=MlpType.GELU),
        _shape("phi3", "Phi3ForCausalLM", 257_472, num_kv_heads=2),
        _shape("mixtral", "MixtralForCausalLM", 534_720, num_kv_heads=2, num_experts=4, experts_per_token=2),
        _shape(
            "qwen3-moe",
            "Qwen3MoeForCausalLM",
            388_128,
            num_kv_heads=2,
            num_experts=8,
            experts_per_token=2,
            moe_intermediate_size=48,
        ),
    )
)
