"""The inputs of the break-even calculator: traffic, the prompt's parts, prices, and what each option needs. Pure."""

from typing import Any

from pydantic import Field

from core.calculators.model import Inputs
from core.language.text import marked


def _tokens(default: int, title: str, description: str) -> Any:
    return Field(
        default=default,
        title=title,
        description=description,
        ge=0,
        le=100_000_000,
        json_schema_extra={"unit": "tokens"},
    )


def _price(title: str, description: str) -> Any:
    return Field(
        default=None,
        title=title,
        description=description,
        ge=0,
        le=100_000,
        json_schema_extra={"unit": "usd/1M tokens"},
    )


def _usd(default: float, title: str, description: str) -> Any:
    return Field(
        default=default, title=title, description=description, ge=0, le=1e12, json_schema_extra={"unit": "usd"}
    )


def _name(default: str, title: str, choices: str) -> Any:
    return Field(default=default, title=title, max_length=120, json_schema_extra={"choices": choices})


class BreakEvenInputs(Inputs):
    """One application, served in four ways."""

    queries_per_month: float = Field(default=100_000, title="Queries a month", ge=1, le=1e12)
    growth_pct: float = Field(
        default=0,
        title="Growth a month",
        description="In queries.",
        ge=-50,
        le=100,
        json_schema_extra={"unit": "%"},
    )
    months: int = Field(default=24, title="Horizon", ge=1, le=120, json_schema_extra={"unit": "months"})

    system_tokens: int = _tokens(
        300, marked("System prompt"), marked("Instructions and few-shot examples in every call.")
    )
    tuned_system_tokens: int = _tokens(
        50, marked("System prompt, fine-tuned"), marked("What is left of it once behaviour is trained in.")
    )
    query_tokens: int = _tokens(200, marked("Question"), marked("What the user sends."))
    output_tokens: int = _tokens(300, marked("Answer"), marked("What the model generates."))
    knowledge_tokens: int = _tokens(
        40_000, marked("Knowledge"), marked("All of it: stuffed into the prompt, or indexed.")
    )
    retrieved_tokens: int = _tokens(2_500, marked("Retrieved"), marked("The chunks that RAG puts into the prompt."))

    api_model: str = _name("gpt-4o-mini", marked("API model"), "api_models")
    input_usd_per_mtok: float | None = _price(marked("Prompt price"), marked("Leave empty for the table's."))
    cached_usd_per_mtok: float | None = _price(marked("Cached prompt price"), marked("Leave empty for the table's."))
    output_usd_per_mtok: float | None = _price(marked("Answer price"), marked("Leave empty for the table's."))
    caching: bool = Field(default=True, title="Prompt caching", description="For the stuffed knowledge.")
    cache_hit_share: float = Field(
        default=0.9,
        title="Cache hits",
        description="Share of calls that find the knowledge cached, 0 to 1.",
        ge=0,
        le=1,
    )

    embedding_model: str = _name("text-embedding-3-small", marked("Embedding model"), "api_models")
    embedding_usd_per_mtok: float | None = _price(marked("Embedding price"), marked("Leave empty for the table's."))
    reindex_per_month: float = Field(
        default=1, title="Index rebuilds a month", description="How often the knowledge changes.", ge=0, le=1_000
    )
    vector_db_usd_per_month: float = _usd(
        50, marked("Vector database"), marked("Per month; an assumption, so put in your own bill.")
    )
    vector_usd_per_1k: float = _usd(0, marked("A thousand searches"), marked("For stores that charge by the call."))
    retrieval_ms: float = Field(
        default=125,
        title="Retrieval",
        description="The chapter says 50–200 ms; 125 is the middle.",
        ge=0,
        le=60_000,
        json_schema_extra={"unit": "ms"},
    )

    managed: str = _name("openai-gpt-4o-mini", marked("Managed fine-tuning"), "training_prices")
    training_usd_per_mtok: float | None = _price(marked("Training price"), marked("Leave empty for the table's."))
    tuned_input_usd_per_mtok: float | None = _price(
        marked("Prompt price, fine-tuned"), marked("Leave empty for the table's.")
    )
    tuned_output_usd_per_mtok: float | None = _price(
        marked("Answer price, fine-tuned"), marked("Leave empty for the table's.")
    )
    training_mtok: float = Field(
        default=7.5,
        title="Training tokens",
        description="In millions, epochs included: 5,000 pairs × 500 tokens × 3.",
        ge=0,
        le=1e9,
        json_schema_extra={"unit": "million tokens"},
    )
    labels_usd: float = _usd(
        12_500, marked("Labels"), marked("5,000 pairs × 5 minutes at $30 an hour: see the labelling calculator.")
    )
    retrain_every_months: int = Field(
        default=0,
        title="Retrain every",
        description="0 means never. You pay for training each time, for labels once.",
        ge=0,
        le=120,
        json_schema_extra={"unit": "months"},
    )

    hosted_model: str = _name("Llama-3.1-8B", marked("Self-hosted model"), "models")
    gpu: str = _name("A100-80GB", "GPU", "gpus")
    n_gpus: int = Field(default=1, title="GPUs at least", ge=1, le=100_000)
    usd_per_gpu_hour: float | None = Field(
        default=None,
        title="Price of a GPU-hour",
        description="Leave empty for the table's middle.",
        ge=0,
        le=10_000,
        json_schema_extra={"unit": "usd/h"},
    )
    tokens_per_s_per_gpu: float = Field(
        default=1_000,
        title="Generated tokens a second",
        description="Of one GPU under load; an assumption, so measure yours.",
        gt=0,
        le=1e7,
        json_schema_extra={"unit": "tokens/s"},
    )
    peak_factor: float = Field(default=3, title="Peak over mean load", ge=1, le=1_000)
    hosted_training_usd: float = _usd(
        40, marked("Training run, self-hosted"), marked("The chapter's upper end for LoRA on 7B.")
    )

    budget_ms: float = Field(
        default=500,
        title="Latency budget",
        description="The chapter's “sub-500ms”, to the first token.",
        gt=0,
        le=600_000,
        json_schema_extra={"unit": "ms"},
    )
    prefill_mfu: float = Field(
        default=0.4, title="Utilisation while reading the prompt", description="Between 0 and 1.", gt=0, le=1
    )
