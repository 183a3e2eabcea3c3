"""The inputs of the memory calculator: what a person or a table says about a training run. Pure."""

import re
from enum import StrEnum

from pydantic import Field, JsonValue, field_validator

from core.calculators.model import Inputs
from core.calculators.spellings import method_words
from core.language.text import t


class Method(StrEnum):
    """How the weights are trained."""

    FULL = "full"
    LORA = "lora"
    QLORA = "qlora"
    DORA = "dora"
    QDORA = "qdora"

    @property
    def spelling(self) -> str:
        """As it is spelled in a sentence.

        >>> Method.QLORA.spelling, Method.FULL.spelling
        ('QLoRA', 'full')
        """
        return self.value.replace("q", "Q").replace("lora", "LoRA").replace("dora", "DoRA")


def _extra(*suggestions: str, unit: str = "") -> dict[str, JsonValue]:
    """What a form needs beyond the bounds: the unit and common spellings of free text."""
    extra: dict[str, JsonValue] = {"unit": unit} if unit else {}
    if suggestions:
        extra["suggestions"] = list(suggestions)
    return extra


class MemoryInputs(Inputs):
    """One training run. Names and spellings are the columns of the published memory tables."""

    model: str = Field(
        "Llama-3.1-8B",
        title="Model",
        description="A model from the table, or any name with a size or a typed shape.",
        min_length=1,
        max_length=200,
        json_schema_extra={"must_be_stated": True, "choices": "models"},
    )
    method: Method = Field(
        Method.LORA,
        title="Method",
        description="full, lora, qlora, dora or qdora.",
        json_schema_extra={"must_be_stated": True, "synonyms": method_words()},
    )
    seq_len: int = Field(
        2048,
        title="Sequence length",
        description="Longest sequence.",
        ge=1,
        le=10_000_000,
        json_schema_extra=_extra(unit="tokens"),
    )
    micro_batch: int = Field(1, title="Micro batch", description="Sequences a GPU holds at once.", ge=1, le=100_000)
    grad_accum: str = Field(
        "1",
        title="Gradient accumulation",
        description="Micro batches a step; “>1” if that is all you know.",
        max_length=12,
    )
    grad_ckpt: str = Field(
        "full",
        title="Activation checkpointing",
        description="Recompute activations in the backward pass to save memory.",
        json_schema_extra=_extra("none", "selective", "full", "full+act_offload"),
    )
    lora_r: int = Field(16, title="LoRA rank", description="Rank r of the adapters; unused for full.", ge=1, le=65_536)
    lora_targets: str = Field(
        "q+k+v+o+mlp",
        title="LoRA targets",
        description="Matrices that get an adapter: q, k, v, o, mlp, lm_head, qkv.",
        json_schema_extra=_extra("q+v", "q+k+v+o", "q+k+v+o+mlp", "q+k+v+o+mlp+lm_head"),
    )
    lora_dropout: float = Field(0.0, title="LoRA dropout", description="Above 0 a mask is kept.", ge=0, lt=1)
    optimizer: str = Field(
        "adamw",
        title="Optimizer",
        description="Names with 8bit, paged or in-backward are understood.",
        json_schema_extra=_extra("adamw", "adamw_8bit", "paged_adamw_8bit", "adamw (in-backward)", "adafactor", "sgd"),
    )
    loss_impl: str = Field(
        "full_logits",
        title="Loss",
        description="How the logits are turned into the loss.",
        json_schema_extra=_extra("full_logits", "chunked_ce", "chunked_logits", "fused_linear_ce"),
    )
    attention: str = Field(
        "flash/sdpa",
        title="Attention",
        description="eager keeps a score for each pair of tokens.",
        json_schema_extra=_extra("flash/sdpa", "flash_attention_2", "eager"),
    )
    base_weight_dtype: str = Field(
        "",
        title="Base weights",
        description="Leave empty for bf16, or nf4 with qlora.",
        json_schema_extra=_extra("bf16", "nf4", "nf4-dq", "int8", "gptq-int4", "gptq-int8", "fp32"),
    )
    train_dtype: str = Field(
        "bf16",
        title="Training precision",
        description="“mixed” or “master” means fp32 copies of what is trained.",
        json_schema_extra=_extra("bf16", "bf16 mixed (fp32 master)"),
    )
    n_gpus: int = Field(1, title="GPUs", description="GPUs that train together.", ge=1, le=100_000)
    sharding: str = Field(
        "none",
        title="Sharding",
        description="What is split across the GPUs.",
        json_schema_extra=_extra("none", "ddp", "zero1", "zero2", "zero3", "fsdp", "device_map (layer split)"),
    )
    cpu_offload: bool = Field(False, title="CPU offload", description="Weights (FSDP, ZeRO-3) or optimizer on the CPU.")
    framework: str = Field(
        "hf",
        title="Framework",
        description="The training stack; unknown names count as Hugging Face.",
        json_schema_extra=_extra("hf", "litgpt", "torchtune", "torchtitan", "ms-swift", "unsloth"),
    )
    gpu: str = Field(
        "",
        title="GPU",
        description="For the verdict; leave empty to skip it.",
        max_length=100,
        json_schema_extra={"choices": "gpus"},
    )
    seq_filled: bool = Field(
        True, title="Full sequences", description="Whether batches reach the full length (packed)."
    )
    memory_metric: str = Field(
        "",
        title="Memory metric",
        description="allocated, reserved or nvidia-smi; leave empty for the framework's default.",
        max_length=200,
    )
    source_date: str = Field(
        "", title="Software date", description="Year and month, such as 2024-01: older stacks keep more.", max_length=60
    )
    note: str = Field("", title="Note", description="Free text; “compile” in it means torch.compile.", max_length=2_000)
    model_params_b: float | None = Field(
        None,
        title="Parameters",
        description="For models not in the table.",
        gt=0,
        le=1e6,
        json_schema_extra=_extra(unit="billion"),
    )
    hidden_size: int | None = Field(None, title="Hidden size", description="Typed shape: h.", ge=1, le=1_000_000)
    num_layers: int | None = Field(None, title="Layers", description="Typed shape: L.", ge=1, le=10_000)
    num_attention_heads: int | None = Field(None, title="Heads", description="Typed shape.", ge=1, le=100_000)
    num_kv_heads: int | None = Field(None, title="KV heads", description="Typed shape.", ge=1, le=100_000)
    head_dim: int | None = Field(None, title="Head size", description="Typed shape.", ge=1, le=100_000)
    intermediate_size: int | None = Field(
        None, title="Feed-forward size", description="Typed shape: m.", ge=1, le=10_000_000
    )
    vocab_size: int | None = Field(None, title="Vocabulary", description="Typed shape: V.", ge=1, le=100_000_000)

    @field_validator("grad_accum", mode="before")
    @classmethod
    def _accumulation_is_a_count(cls, value: object) -> str:
        text = str(value).strip()
        if not re.fullmatch(r"(>=? *)?0*[1-9]\d{0,9}(\.0)?", text, re.ASCII):
            raise ValueError(
                t("Gradient accumulation is “{text}”; write a whole number above 0, or “>1”.", text=text[:20])
            )
        return text.removesuffix(".0")

    @property
    def accumulates(self) -> bool:
        """Whether gradients of earlier micro batches are alive while the next one runs."""
        return self.grad_accum.startswith(">") or int(self.grad_accum) > 1

    @property
    def is_full(self) -> bool:
        """Whether all weights are trained."""
        return self.method is Method.FULL

    @property
    def is_quantized(self) -> bool:
        """Whether the method keeps the base weights in 4 bits by default."""
        return self.method in (Method.QLORA, Method.QDORA)
