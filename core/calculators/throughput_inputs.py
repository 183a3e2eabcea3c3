"""The inputs of the throughput calculator: what a person or a table says about a training run. Pure."""

from enum import StrEnum

from pydantic import Field

from core.calculators.model import Inputs
from core.calculators.spellings import method_words


class Training(StrEnum):
    """What is trained."""

    PRETRAIN = "pretrain"
    FULL = "full"
    LORA = "lora"
    QLORA = "qlora"


class ThroughputInputs(Inputs):
    """One training run. Names and spellings are the columns of the published throughput tables."""

    model: str = Field(
        "Llama-3.1-8B",
        title="Model",
        description="A model from the table, an MPT size, or any name with a parameter count.",
        min_length=1,
        max_length=200,
        json_schema_extra={"must_be_stated": True, "choices": "models"},
    )
    method: Training = Field(
        Training.LORA,
        title="Method",
        description="pretrain, full, lora or qlora.",
        json_schema_extra={"must_be_stated": True, "synonyms": method_words()},
    )
    gpu: str = Field(
        "A100-80GB",
        title="GPU",
        description="A GPU from the table, or any with its peak typed in.",
        min_length=1,
        max_length=100,
        json_schema_extra={"must_be_stated": True, "choices": "gpus"},
    )
    seq_len: int = Field(
        2048,
        title="Sequence length",
        description="Tokens a sequence.",
        ge=1,
        le=10_000_000,
        json_schema_extra={"unit": "tokens"},
    )
    micro_batch: int = Field(1, title="Micro batch", description="Sequences a GPU holds at once.", ge=1, le=100_000)
    packed: bool = Field(True, title="Packed", description="Whether sequences are full; if not, real tokens count.")
    grad_ckpt: str = Field(
        "none",
        title="Activation checkpointing",
        description="Recomputing costs time: none, selective or full.",
        json_schema_extra={"suggestions": ["none", "selective", "full"]},
    )
    n_gpus: int = Field(1, title="GPUs", description="GPUs that train together.", ge=1, le=1_000_000)
    parallelism: str = Field(
        "", title="Parallelism", description="ddp, FULL_SHARD …; leave empty for sharded.", max_length=60
    )
    framework: str = Field(
        "hf",
        title="Framework",
        description="The training stack; unknown names count as Hugging Face.",
        max_length=100,
        json_schema_extra={"suggestions": ["hf", "llm-foundry", "NeMo", "torchtitan", "torchtune", "unsloth"]},
    )
    precision: str = Field(
        "bf16",
        title="Precision",
        description="bf16, fp16 or fp8.",
        max_length=60,
        json_schema_extra={"suggestions": ["bf16", "fp16", "fp8"]},
    )
    note: str = Field("", title="Note", description="Free text; “ddp” in it means unsharded.", max_length=2_000)
    model_params_b: float | None = Field(
        None,
        title="Parameters",
        description="For models not in the table.",
        gt=0,
        le=1e6,
        json_schema_extra={"unit": "billion"},
    )
    peak_tflops_bf16: float | None = Field(
        None,
        title="Peak of the GPU",
        description="Dense bf16; leave empty for the table's.",
        gt=0,
        le=1e6,
        json_schema_extra={"unit": "TFLOP/s"},
    )
