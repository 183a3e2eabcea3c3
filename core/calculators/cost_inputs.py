"""The inputs of the fine-tuning cost calculator. Pure."""

from enum import StrEnum

from pydantic import Field, model_validator

from core.calculators.model import Inputs
from core.calculators.spellings import method_words
from core.calculators.training_mfu import Method
from core.language.numbers import written
from core.language.text import t


class Mode(StrEnum):
    """Where the hours come from."""

    CHAPTER = "chapter"
    COMPUTED = "computed"
    MANAGED = "managed"


class CostInputs(Inputs):
    """One fine-tuning job: a row of the chapter, a computed one, or one at a provider."""

    mode: Mode = Field(default=Mode.CHAPTER, title="Hours from", description="The chapter, arithmetic, or a provider.")
    chapter_row: str = Field(
        default="lora-7b", title="Chapter row", max_length=60, json_schema_extra={"choices": "chapter_costs"}
    )
    method: Method = Field(
        default=Method.LORA,
        title="Method",
        description="full, lora or qlora.",
        json_schema_extra={"synonyms": method_words()},
    )
    model: str = Field(default="Llama-2-7B", title="Model", max_length=120, json_schema_extra={"choices": "models"})
    examples: int = Field(default=10_000, title="Examples", description="Training pairs.", ge=1, le=1_000_000_000)
    tokens_per_example: int = Field(
        default=512, title="Tokens an example", ge=1, le=1_000_000, json_schema_extra={"unit": "tokens"}
    )
    epochs: float = Field(default=3, title="Epochs", description="Passes over the examples.", gt=0, le=1_000)
    gpu: str = Field(default="A10G", title="GPU", max_length=60, json_schema_extra={"choices": "gpus"})
    n_gpus: int | None = Field(
        default=None, title="GPUs", description="Leave empty for the chapter's, or one.", ge=1, le=100_000
    )
    hours_low: float | None = Field(
        default=None,
        title="Shortest",
        description="Replaces the chapter's lower end.",
        gt=0,
        le=100_000,
        json_schema_extra={"unit": "h"},
    )
    hours_high: float | None = Field(
        default=None,
        title="Longest",
        description="Replaces the chapter's upper end.",
        gt=0,
        le=100_000,
        json_schema_extra={"unit": "h"},
    )
    mfu: float | None = Field(
        default=None,
        title="Model FLOPs utilisation",
        description="Between 0 and 1; leave empty for what published runs of the method reach.",
        gt=0,
        le=1,
    )
    usd_per_gpu_hour: float | None = Field(
        default=None,
        title="Price of a GPU-hour",
        description="Leave empty for the chapter's implied rate, or the table's.",
        ge=0,
        le=10_000,
        json_schema_extra={"unit": "usd/h"},
    )
    managed: str = Field(
        default="openai-gpt-4o-mini",
        title="Managed training",
        description="A row in training-prices.yaml.",
        max_length=80,
        json_schema_extra={"choices": "training_prices"},
    )
    mtok: float | None = Field(
        default=None,
        title="Training tokens",
        description="In millions, epochs included; leave empty for examples × tokens × epochs (1 in a chapter row).",
        gt=0,
        le=1e9,
        json_schema_extra={"unit": "million tokens"},
    )
    usd_per_mtok: float | None = Field(
        default=None,
        title="Training price",
        description="Per million tokens; leave empty for the table's.",
        ge=0,
        le=100_000,
        json_schema_extra={"unit": "usd/1M tokens"},
    )
    training_hours: float = Field(
        default=1,
        title="Training hours",
        description="For providers that charge for training by the hour.",
        gt=0,
        le=100_000,
        json_schema_extra={"unit": "h"},
    )

    @model_validator(mode="after")
    def _range_runs_upwards(self) -> "CostInputs":
        if self.hours_low is not None and self.hours_high is not None and self.hours_low > self.hours_high:
            low, high = written(self.hours_low, "g"), written(self.hours_high, "g")
            raise ValueError(t("Shortest ({low} h) is above longest ({high} h); swap them.", low=low, high=high))
        return self

    @property
    def training_tokens(self) -> float:
        """Tokens that are trained on, epochs included."""
        return self.mtok * 1e6 if self.mtok is not None else self.examples * self.tokens_per_example * self.epochs
