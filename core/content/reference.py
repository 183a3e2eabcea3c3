"""The reference tables that calculators use: model shapes, GPUs, and the rows of prices. Pure."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from core.content.base import AsOf, Entry, Line, Slug, Source
from core.content.lookup import Index, gpu_spellings, model_spellings
from core.content.price_rows import (
    ApiKind,
    ApiModel,
    ApiPrice,
    ChapterCost,
    GpuPrice,
    TrainingPrice,
    TrainingUnit,
)

__all__ = [
    "ApiKind",
    "ApiModel",
    "ApiPrice",
    "ChapterCost",
    "GpuPrice",
    "GpuSpec",
    "MlpType",
    "ModelShape",
    "Reference",
    "TrainingPrice",
    "TrainingUnit",
]


class MlpType(StrEnum):
    """The feed-forward block: `gated` has three matrices (gate, up, down), `gelu` has two."""

    GATED = "gated"
    GELU = "gelu"


class ModelShape(Entry):
    """The architecture of one published model: what its parameter and memory counts follow from."""

    id: Slug = Field(description="Kebab-case id, dots as hyphens: llama-3-1-8b.")
    name: Line = Field(description="The published name: Llama-3.1-8B.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other names that people type.")
    family: Line = Field(description="Family of architectures, such as llama3.")
    hf_class: Line = Field(description="The class in Hugging Face transformers.")
    hidden_size: int = Field(gt=0, description="Width h of the residual stream.")
    num_layers: int = Field(gt=0, description="Number of transformer blocks.")
    num_attention_heads: int = Field(gt=0, description="Query heads.")
    num_kv_heads: int = Field(gt=0, description="Key and value heads; fewer than query heads is GQA.")
    head_dim: int = Field(gt=0, description="Width of one head.")
    intermediate_size: int = Field(gt=0, description="Width m of the dense feed-forward block.")
    vocab_size: int = Field(gt=0, description="Rows of the embedding matrix.")
    tied_embeddings: bool = Field(description="Whether lm_head shares the embedding matrix.")
    qkv_bias: bool = Field(description="Whether q, k and v have a bias.")
    mlp_type: MlpType = Field(description="Three matrices (gated) or two (gelu).")
    num_experts: int | None = Field(default=None, gt=0, description="Experts a layer; empty for a dense model.")
    experts_per_token: int | None = Field(default=None, gt=0, description="Experts that one token visits.")
    moe_intermediate_size: int | None = Field(default=None, gt=0, description="Width of one expert, if not m.")
    total_params: int = Field(gt=0, description="Parameters, tied weights counted once.")
    active_params: int | None = Field(default=None, gt=0, description="Parameters that one token passes (MoE).")
    kv_bytes_per_token_bf16: int = Field(gt=0, description="KV cache bytes a token at 2 bytes a value.")
    shape_check: Line = Field(description="What the shape was checked against; starts with NO if with nothing.")
    source: Source = Field(description="Where shape and count come from.")
    as_of: AsOf = Field(description="When it was written down.")

    @property
    def is_moe(self) -> bool:
        """Whether the feed-forward block is a mixture of experts."""
        return self.num_experts is not None

    @property
    def params_per_token(self) -> int:
        """Parameters that one token passes: all of them unless the model is a mixture of experts."""
        return self.active_params or self.total_params

    @property
    def query_size(self) -> int:
        """Width of all query heads together."""
        return self.num_attention_heads * self.head_dim

    @property
    def kv_size(self) -> int:
        """Width of all key (or value) heads together."""
        return self.num_kv_heads * self.head_dim


class GpuSpec(Entry):
    """One accelerator: its memory and its peak, both as the vendor states them."""

    id: Slug = Field(description="Kebab-case id: a100-80gb-sxm.")
    name: Line = Field(description="The name in tables: A100-80GB SXM.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other spellings, such as A100-80GB.")
    memory_gb: float = Field(gt=0, description="Memory as marketed; in practice GiB for HBM and GDDR parts.")
    ecc_mib: int | None = Field(
        default=None, gt=0, description="What nvidia-smi lists as its memory where error correction takes a part, MiB."
    )
    dense_bf16_tflops: float = Field(gt=0, description="Dense bf16 (or fp16) peak, no sparsity, TFLOP/s.")
    mem_bandwidth_gb_s: float = Field(gt=0, description="Memory bandwidth, GB/s.")
    check: Line = Field(description="What the peak was checked against.")
    source: Source = Field(description="Where the figures come from.")
    as_of: AsOf = Field(description="When they were written down.")

    @property
    def chip(self) -> tuple[str, float, float]:
        """What makes two entries the same part in another socket: A100-80GB SXM and PCIe, but not H100 SXM and PCIe."""
        return self.name.split()[0], self.memory_gb, self.dense_bf16_tflops


class Reference(Entry):
    """All reference tables, with lookups that forgive case, dots, spaces and underscores."""

    models: tuple[ModelShape, ...]
    gpus: tuple[GpuSpec, ...] = ()
    gpu_prices: tuple[GpuPrice, ...] = ()
    training_prices: tuple[TrainingPrice, ...] = ()
    chapter_costs: tuple[ChapterCost, ...] = ()
    api_models: tuple[ApiModel, ...] = ()
    api_prices: tuple[ApiPrice, ...] = ()

    def __repr_args__(self) -> Iterable[tuple[str | None, object]]:
        """Only how many rows each table has: the whole would bury any message that it stands in."""
        return ((name, len(getattr(self, name))) for name in Reference.model_fields)

    def with_api_prices(self, prices: tuple[ApiPrice, ...]) -> "Reference":
        """The same tables with other API prices."""
        return self._with(api_prices=prices)

    def with_chapter_costs(self, costs: tuple[ChapterCost, ...]) -> "Reference":
        """The same tables with the chapter's rows in other words."""
        return self._with(chapter_costs=costs)

    def _with(self, **tables: object) -> "Reference":
        own = {name: getattr(self, name) for name in Reference.model_fields}
        return Reference.model_validate(own | tables)  # a plain copy would keep the old lookups

    def model(self, name: str) -> ModelShape:
        """The model that a person means by `name`, which may be an id, a published name or a Hub address.

        Raises:
            UnknownNameError: there is none; it names the nearest models.
        """
        return self._model_index.find(name)

    def known_model(self, name: str) -> ModelShape | None:
        """The model that a person means by `name`, or None."""
        return self._model_index.known(name)

    def no_model(self, name: str) -> str:
        """The sentence that there is no model called `name`, with the nearest ones."""
        return self._model_index.sentence(name)

    def known_gpu(self, name: str) -> GpuSpec | None:
        """The GPU that a person means by `name`, or None."""
        return self._gpu_index.known(name)

    def gpu(self, name: str) -> GpuSpec:
        """The GPU that a person means by `name`.

        Raises:
            UnknownNameError: there is none; it names the nearest GPUs.
        """
        return self._gpu_index.find(name)

    def api_price(self, name: str) -> ApiPrice:
        """The price row of the API model that a person means by `name`.

        Raises:
            UnknownNameError: there is none; it names the nearest models.
        """
        return self._api_index.find(name)

    def training_price(self, name: str) -> TrainingPrice:
        """The managed training that a person means by `name`: its id or its model.

        Raises:
            UnknownNameError: there is none; it names the nearest ones.
        """
        return self._training_index.find(name)

    def chapter_cost(self, name: str) -> ChapterCost:
        """The row of the chapter's cost table with this id.

        Raises:
            UnknownNameError: there is none; it names the nearest ones.
        """
        return self._chapter_index.find(name)

    def prices_of(self, gpu: GpuSpec) -> tuple[GpuPrice, ...]:
        """Rental prices of a GPU, cheapest first, historic rows left out; SXM and PCIe parts of one chip together."""
        chip = {other.id for other in self.gpus if other.chip == gpu.chip}
        rows = (row for row in self.gpu_prices if row.gpu in chip and not row.historic)
        return tuple(sorted(rows, key=lambda row: row.on_demand_usd_per_gpu_h))

    @cached_property
    def _model_index(self) -> Index[ModelShape]:
        return Index("model", {m: (m.id, m.name, *m.aliases) for m in self.models}, model_spellings)

    @cached_property
    def _gpu_index(self) -> Index[GpuSpec]:
        return Index("GPU", {g: (g.id, g.name, *g.aliases) for g in self.gpus}, gpu_spellings)

    @cached_property
    def _api_index(self) -> Index[ApiPrice]:
        return Index("API model", {p: (p.id, p.model) for p in self.api_prices})

    @cached_property
    def _training_index(self) -> Index[TrainingPrice]:
        return Index("managed training", {p: (p.id, f"{p.provider} {p.model}") for p in self.training_prices})

    @cached_property
    def _chapter_index(self) -> Index[ChapterCost]:
        return Index("chapter row", {c: (c.id,) for c in self.chapter_costs})
