"""The reference tables that calculators stand on: model shapes, GPUs, prices, the chapter's cost rows. Pure."""

from enum import StrEnum
from functools import cached_property

from pydantic import Field, model_validator

from core.content.base import AsOf, Entry, Line, Slug, Source
from core.content.lookup import Index


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
    dense_bf16_tflops: float = Field(gt=0, description="Dense bf16 (or fp16) peak, no sparsity, TFLOP/s.")
    mem_bandwidth_gb_s: float = Field(gt=0, description="Memory bandwidth, GB/s.")
    check: Line = Field(description="What the peak was checked against.")
    source: Source = Field(description="Where the figures come from.")
    as_of: AsOf = Field(description="When they were written down.")


class GpuPrice(Entry):
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
    source: Source = Field(description="Where the price was read.")
    as_of: AsOf = Field(description="The oldest day that the source can stand for.")


class TrainingUnit(StrEnum):
    """What a managed training price is counted in."""

    PER_MTOK = "usd/1M training tokens"
    PER_HOUR = "usd/training hour"


class TrainingPrice(Entry):
    """Managed fine-tuning at one provider: the training price, and what the tuned model costs to call."""

    id: Slug = Field(description="Kebab-case id: openai-gpt-4o-mini.")
    provider: Line = Field(description="Who trains and serves it.")
    model: Line = Field(description="The model's id there, or the group of models.")
    training_usd: float = Field(gt=0, description="Price of training, in `training_unit`.")
    training_unit: TrainingUnit = Field(description="A million training tokens (times epochs), or an hour.")
    input_usd_per_mtok: float | None = Field(default=None, ge=0, description="Prompt tokens of the tuned model.")
    output_usd_per_mtok: float | None = Field(default=None, ge=0, description="Generated tokens.")
    cached_usd_per_mtok: float | None = Field(default=None, ge=0, description="Prompt tokens read from the cache.")
    batch_input_usd_per_mtok: float | None = Field(default=None, ge=0, description="Prompt tokens in a batch job.")
    batch_output_usd_per_mtok: float | None = Field(default=None, ge=0, description="Generated tokens in a batch job.")
    base_model: Line | None = Field(default=None, description="The base model's id in genai-prices.")
    in_genai_prices: bool = Field(default=False, description="Whether genai-prices knows the inference price.")
    note: Line | None = Field(default=None, description="What else to know.")
    source: Source = Field(description="Where the price was read.")
    as_of: AsOf = Field(description="The oldest day that the source can stand for.")


class VectorStorePrice(Entry):
    """What keeping and searching vectors costs at one provider."""

    id: Slug = Field(description="Kebab-case id.")
    provider: Line = Field(description="Who runs it.")
    name: Line = Field(description="The product's name.")
    usd_per_gb_day: float = Field(ge=0, description="Storage beyond the free part.")
    free_gb: float = Field(ge=0, description="Storage that costs nothing.")
    usd_per_1k_calls: float = Field(ge=0, description="A thousand searches.")
    source: Source = Field(description="Where the price was read.")
    as_of: AsOf = Field(description="The oldest day that the source can stand for.")


class ChapterCost(Entry):
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
    source: Source = Field(description="Section of the chapter.")
    as_of: AsOf = Field(description="The chapter's date for it.")


class Reference(Entry):
    """All reference tables, with lookups that forgive case, dots, spaces and underscores."""

    models: tuple[ModelShape, ...]
    gpus: tuple[GpuSpec, ...] = ()
    gpu_prices: tuple[GpuPrice, ...] = ()
    training_prices: tuple[TrainingPrice, ...] = ()
    vector_stores: tuple[VectorStorePrice, ...] = ()
    chapter_costs: tuple[ChapterCost, ...] = ()

    @model_validator(mode="after")
    def _prices_name_known_gpus(self) -> "Reference":
        known = {gpu.id for gpu in self.gpus}
        for row in (*self.gpu_prices, *self.chapter_costs):
            if row.gpu is not None and row.gpu not in known:
                raise ValueError(
                    f"{row.id} › gpu: “{row.gpu}” is not in gpu-specs.yaml; add it there or correct the id."
                )
        return self

    def model(self, name: str) -> ModelShape:
        """The model that a person means by `name`, which may be an id, a published name or a Hub address.

        Raises: `UnknownNameError`, which names the nearest models.
        """
        return self._model_index.find(name)

    def gpu(self, name: str) -> GpuSpec:
        """The GPU that a person means by `name`.

        Raises: `UnknownNameError`, which names the nearest GPUs.
        """
        return self._gpu_index.find(name)

    def prices_of(self, gpu: GpuSpec) -> tuple[GpuPrice, ...]:
        """Today's rental prices of a GPU, cheapest first; historic rows left out."""
        rows = (row for row in self.gpu_prices if row.gpu == gpu.id and not row.historic)
        return tuple(sorted(rows, key=lambda row: row.on_demand_usd_per_gpu_h))

    @cached_property
    def _model_index(self) -> Index[ModelShape]:
        return Index("model", {m: (m.id, m.name, *m.aliases) for m in self.models})

    @cached_property
    def _gpu_index(self) -> Index[GpuSpec]:
        return Index("GPU", {g: (g.id, g.name, *g.aliases) for g in self.gpus})
