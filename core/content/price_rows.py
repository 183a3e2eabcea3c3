"""Dated rows: what GPUs, API tokens and managed training cost; the chapter's cost table. Pure."""

import re
from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field

from core.content.base import AsOf, Entry, Line, Slug, Source, first_day

OLD_AFTER = timedelta(days=90)


class Dated(Entry):
    """A row with a source and a date."""

    source: Source = Field(description="Where it was read.")
    as_of: AsOf = Field(
        description="The oldest day that the source can stand for; a year or a month if no more is known."
    )


def is_old(source: str, today: date) -> bool:
    """Whether the date that a source line of a result ends with is more than 90 days before `today`.

    >>> is_old("A10G prices, as of 2025-06", date(2026, 11, 24)), is_old("arXiv:2001.08361", date(2026, 11, 24))
    (True, False)
    """
    dated = re.search(r"\b(20\d{2}(?:-\d{2}){0,2})$", source)
    return dated is not None and today - first_day(dated[1]) > OLD_AFTER


def marked_when_old(source: str, today: date) -> str:
    """The source line, with words behind it when it is old.

    >>> marked_when_old("A10G prices, as of 2025-06", date(2026, 11, 24))
    'A10G prices, as of 2025-06 (older than 90 days)'
    """
    return f"{source} (older than 90 days)" if is_old(source, today) else source


class ApiKind(StrEnum):
    """What an API model does."""

    CHAT = "chat"
    EMBEDDING = "embedding"


class ApiModel(Entry):
    """A model whose price genai-prices knows, and how it is called there."""

    id: Slug = Field(description="Kebab-case id: gpt-4o-mini.")
    provider: Line = Field(description="The provider's id in genai-prices; without it `ft:` and embedding ids miss.")
    model: Line = Field(description="The model's id in genai-prices.")
    kind: ApiKind = Field(description="Chat or embedding.")


class ApiPrice(Dated):
    """What calling one API model costs, in its lowest tier."""

    id: Slug = Field(description="The id of the `ApiModel`, or of the `TrainingPrice` for a tuned model.")
    provider: Line = Field(description="Who serves it.")
    model: Line = Field(description="The model's id there.")
    kind: ApiKind = Field(description="Chat or embedding.")
    input_usd_per_mtok: float = Field(ge=0, description="Prompt tokens.")
    output_usd_per_mtok: float = Field(ge=0, description="Generated tokens; 0 for an embedding.")
    cached_usd_per_mtok: float = Field(ge=0, description="Prompt tokens read from the cache.")
    cache_write_usd_per_mtok: float = Field(ge=0, description="Prompt tokens written to the cache.")


class GpuPrice(Dated):
    """What one instance of one cloud costs; spot prices where they are known."""

    id: Slug = Field(description="Row id, such as g001.")
    cloud: Line = Field(description="Who rents it out.")
    instance: Line = Field(description="The instance's name there.")
    gpu: Slug = Field(description="Id of the GPU in gpu-specs.yaml.")
    gpu_count: int = Field(gt=0, description="GPUs in the instance.")
    memory_gb_each: float = Field(gt=0, description="Memory of each GPU.")
    on_demand_usd_per_h: float = Field(gt=0, description="The whole instance, on demand.")
    on_demand_usd_per_gpu_h: float = Field(gt=0, description="The same divided by its GPUs.")
    spot_usd_per_h: float | None = Field(default=None, gt=0, description="The whole instance, spot.")
    spot_usd_per_gpu_h: float | None = Field(default=None, gt=0, description="The same divided by its GPUs.")
    region: Line | None = Field(default=None, description="Region, `all` or `marketplace`.")
    historic: bool = Field(default=False, description="Kept to show how prices fell; never a default.")


class TrainingUnit(StrEnum):
    """What a managed training price is counted in."""

    PER_MTOK = "usd/1M training tokens"
    PER_HOUR = "usd/training hour"


class TrainingPrice(Dated):
    """Managed fine-tuning at one provider: the training price, and what the tuned model costs to call."""

    id: Slug = Field(description="Kebab-case id: openai-gpt-4o-mini.")
    provider: Line = Field(description="Who trains and serves it.")
    model: Line = Field(description="The model's id there, or the group of models.")
    training_usd: float = Field(gt=0, description="Price of training, in `training_unit`.")
    training_unit: TrainingUnit = Field(description="A million training tokens (times epochs), or an hour.")
    input_usd_per_mtok: float | None = Field(default=None, ge=0, description="Prompt tokens of the tuned model.")
    output_usd_per_mtok: float | None = Field(default=None, ge=0, description="Generated tokens.")
    cached_usd_per_mtok: float | None = Field(default=None, ge=0, description="Prompt tokens read from the cache.")
    base_model: Line | None = Field(default=None, description="The base model's id in genai-prices.")
    closes: AsOf | None = Field(
        default=None, description="From when nobody can start a run, where new customers are refused already."
    )
    ends: AsOf | None = Field(
        default=None, description="From when the base model, and every model tuned from it, answers no more."
    )
    note: Line | None = Field(default=None, description="What else to know.")


class ChapterCost(Dated):
    """One row of the chapter's cost table, as the chapter states it."""

    id: Slug = Field(description="Kebab-case id: lora-7b.")
    approach: Line = Field(description="The chapter's first column.")
    model_size: Line = Field(description="The chapter's second column.")
    gpu_name: Line = Field(description="The chapter's third column.")
    gpu: Slug | None = Field(default=None, description="Id of that GPU, if it is one.")
    gpu_count: int = Field(default=0, ge=0, description="How many; 0 for managed training.")
    time: Line = Field(description="The chapter's fourth column.")
    hours_low: float | None = Field(default=None, ge=0, description="The lower end of the hours.")
    hours_high: float | None = Field(default=None, ge=0, description="The upper end of the hours.")
    cost_usd_low: float = Field(ge=0, description="The lower end of the cost, dollars a `cost_unit`.")
    cost_usd_high: float = Field(ge=0, description="The upper end of the cost, dollars a `cost_unit`.")
    cost_unit: Line = Field(description="What the dollars buy: a run, 1M tokens, a job.")
    note: Line | None = Field(default=None, description="What computing it shows.")

    @property
    def is_by_tokens(self) -> bool:
        """Whether the dollars are for a million training tokens."""
        return self.cost_unit == "1M tokens"
