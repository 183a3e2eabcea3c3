"""Serving memory: weights at a quantization and the KV cache, and the largest batch and context that fit. Pure."""

from pydantic import Field

from core.calculators.memory_fit import ecc_note, needs_ecc_off, usable_gib
from core.calculators.memory_run import gpu_memory_gib
from core.calculators.model import Calculator, Example, Inputs, Quantity, Result, Step, Unit
from core.calculators.serving_memory import (
    ServingParts,
    WeightTerms,
    kv_bytes_per_token,
    prefill_bytes,
    runtime_of,
    says_bytes,
    weight_bytes,
    weight_terms,
)
from core.calculators.training_memory import GIB
from core.content.reference import GpuSpec, ModelShape, Reference
from core.language.numbers import written
from core.language.text import marked, t
from core.numbers.number_format import in_billions

_LOW, _HIGH = 0.95, 1.10
_SOURCES = (
    "Formula: layers, heads and widths from each model's configuration; what runtimes hold beside it, from their code",
    "Against 82 published figures of memory while serving: median error 0.2 %",
)


class ServingInputs(Inputs):
    """What is served, and to how many. Names and spellings are the columns of the published tables."""

    model: str = Field(
        "Qwen3-8B",
        title="Model",
        description="A model from the table.",
        min_length=1,
        max_length=200,
        json_schema_extra={"must_be_stated": True, "choices": "models"},
    )
    quantization: str = Field(
        "BF16",
        title="Quantization",
        description="How the weights are stored.",
        max_length=60,
        json_schema_extra={"suggestions": ["BF16", "FP8", "GPTQ-Int8", "AWQ-INT4", "nf4-dq"]},
    )
    input_len: int = Field(
        2048, title="Prompt", description="Tokens read.", ge=0, le=100_000_000, json_schema_extra={"unit": "tokens"}
    )
    gen_len: int = Field(
        512, title="Answer", description="Tokens generated.", ge=0, le=100_000_000, json_schema_extra={"unit": "tokens"}
    )
    batch: int = Field(1, title="Batch", description="Sequences served at once.", ge=1, le=10_000_000)
    n_gpus: int = Field(1, title="GPUs", description="GPUs that share the model.", ge=1, le=100_000)
    gpu: str = Field(
        "",
        title="GPU",
        description="For the largest batch and context; leave empty to skip them.",
        max_length=100,
        json_schema_extra={"choices": "gpus"},
    )
    runtime: str = Field(
        "", title="Runtime", description="The serving stack, such as HF transformers 4.51.", max_length=200
    )
    memory_meaning: str = Field(
        "", title="Meaning", description="steady state, or peak including prefill.", max_length=200
    )


def compute(inputs: ServingInputs, reference: Reference) -> Result:
    """Memory over all GPUs in GiB, its parts, and what fits the GPU if one is named.

    Raises:
        UnknownNameError: a model that is not in the table.
    """
    shape = reference.model(inputs.model)
    parts = serving_parts(inputs, shape)
    total = parts.total / GIB
    found = [
        Quantity("memory_gib", t("Memory, all GPUs"), total, Unit.GIB, total * _LOW, total * _HIGH),
        Quantity("memory_per_gpu_gib", t("Memory, each GPU"), total / inputs.n_gpus, Unit.GIB),
    ]
    capacity = gpu_memory_gib(inputs.gpu, reference)
    if capacity:
        batch, context = largest_batch(inputs, shape, capacity), largest_context(inputs, shape, capacity)
        if inputs.input_len + inputs.gen_len:  # sequences of no tokens take no room
            found.append(Quantity("largest_batch", t("Largest batch that fits"), float(batch), Unit.COUNT))
        found.append(Quantity("largest_context", t("Longest context that fits"), float(context), Unit.TOKENS))
    return Result(
        quantities=tuple(found),
        steps=_steps(inputs, shape, parts),
        sources=_SOURCES,
        parts=(
            Quantity("weights_gib", t("Weights"), parts.weights / GIB, Unit.GIB),
            Quantity("kv_cache_gib", t("KV cache"), parts.kv_cache / GIB, Unit.GIB),
            Quantity("prefill_gib", t("Reading the prompt"), parts.prefill / GIB, Unit.GIB),
            Quantity("workspace_gib", t("Workspace"), parts.workspace / GIB, Unit.GIB),
        ),
        notes=(*_notes(inputs, parts, capacity), *_ecc(inputs, parts, reference.known_gpu(inputs.gpu))),
        cautions=_cautions(inputs, capacity),
    )


def serving_parts(inputs: ServingInputs, shape: ModelShape) -> ServingParts:
    """Bytes of each part, over all GPUs."""
    runtime = runtime_of(inputs.runtime, inputs.gpu, inputs.memory_meaning)
    per_token = kv_bytes_per_token(shape, runtime) * inputs.batch
    cache = per_token * (inputs.input_len + inputs.gen_len) * (2.0 if runtime.copies_cache else 1.0)
    reading = per_token * inputs.input_len + prefill_bytes(shape, inputs.input_len) * inputs.batch
    return ServingParts(
        weights=weight_bytes(shape, inputs.quantization, runtime),
        kv_cache=cache,
        prefill=max(0.0, reading - cache) if runtime.shows_prefill else 0.0,
        workspace=runtime.workspace * inputs.n_gpus,
    )


def largest_batch(inputs: ServingInputs, shape: ModelShape, memory_gb: float) -> int:
    """Sequences of this prompt and answer that fit GPUs with `memory_gb` each; 0 when not even one does."""
    one = serving_parts(inputs.model_copy(update={"batch": 1}), shape)
    each = one.kv_cache + one.prefill
    room = usable_gib(memory_gb) * GIB * inputs.n_gpus - one.weights - one.workspace
    return max(0, int(room // each)) if each > 0 else 0


def largest_context(inputs: ServingInputs, shape: ModelShape, memory_gb: float) -> int:
    """Tokens of prompt and answer together, at this batch, whose cache fits; 0 when the weights do not."""
    runtime = runtime_of(inputs.runtime, inputs.gpu, inputs.memory_meaning)
    room = usable_gib(memory_gb) * GIB * inputs.n_gpus - weight_bytes(shape, inputs.quantization, runtime)
    per_token = kv_bytes_per_token(shape, runtime) * inputs.batch * (2.0 if runtime.copies_cache else 1.0)
    return max(0, int((room - runtime.workspace * inputs.n_gpus) // per_token))


def _steps(inputs: ServingInputs, shape: ModelShape, parts: ServingParts) -> tuple[Step, ...]:
    runtime = runtime_of(inputs.runtime, inputs.gpu, inputs.memory_meaning)
    factors = [2, shape.num_layers, shape.kv_size, runtime.kv_bytes, inputs.input_len + inputs.gen_len, inputs.batch]
    cache = t("KV cache: 2 × layers × KV width × bytes × tokens × batch")
    if runtime.copies_cache:
        factors.append(2)
        cache = t("KV cache: 2 × layers × KV width × bytes × tokens × batch × copies")
    return (
        Step(
            t("Weights: parameters of the linear layers × bytes each, and the rest at 2 or 4 bytes"),
            _weight_numbers(inputs.quantization, weight_terms(shape, inputs.quantization, runtime)),
            f"{written(parts.weights / GIB, ',.2f')} GiB",
        ),
        Step(
            cache,
            " × ".join(written(factor, ",.10g") for factor in factors),
            f"{written(parts.kv_cache / GIB, ',.2f')} GiB",
        ),
        Step(
            t("Prompt reading and workspace"),
            f"{written(parts.prefill / GIB, ',.2f')} + {written(parts.workspace / GIB, '.2f')}",
            f"{written((parts.prefill + parts.workspace) / GIB, ',.2f')} GiB",
        ),
    )


def _weight_numbers(quantization: str, terms: WeightTerms) -> str:
    linear, rest = (in_billions(params) for params in (terms.linear, terms.rest))
    sizes = f"{linear} × {written(terms.per, 'g')} ({quantization}) + {rest} × {written(terms.per_rest, 'g')}"
    return f"{sizes} + {written(terms.loading / GIB, '.2f')} GiB" if terms.loading else sizes


def _notes(inputs: ServingInputs, parts: ServingParts, capacity: float) -> tuple[str, ...]:
    notes = []
    if capacity and parts.total / GIB > usable_gib(capacity) * inputs.n_gpus:
        notes.append(t("This does not fit {count} × {gpu}.", count=inputs.n_gpus, gpu=inputs.gpu))
    notes.append(
        t(
            "Quantization is the chapter's answer to “too slow or expensive”: with few requests at once a token is "
            "generated as fast as the weights are read, so a quarter of the bytes is up to four times the speed. With "
            "many at once the gain shrinks, but a smaller GPU still holds the weights."
        )
    )
    if capacity:
        notes.append(t("The longest context is what memory holds. The model may read less: its card says how much."))
    if parts.kv_cache > parts.weights:
        notes.append(t("The cache is larger than the weights: quantizing the weights alone helps less than half."))
    return tuple(notes)


def _ecc(inputs: ServingInputs, parts: ServingParts, known: GpuSpec | None) -> tuple[str, ...]:
    each = parts.total / GIB / inputs.n_gpus
    return (ecc_note(known, inputs.gpu),) if known and needs_ecc_off(known, each) else ()


def _cautions(inputs: ServingInputs, capacity: float) -> tuple[str, ...]:
    found = []
    if inputs.quantization and not says_bytes(inputs.quantization):
        found.append(
            t("Quantization “{word}” is not known; 2 bytes a weight are assumed.", word=inputs.quantization[:40])
        )
    if inputs.gpu and not capacity:
        found.append(
            t("“{gpu}” is not in the GPU table and names no GB, so what fits it is left out.", gpu=inputs.gpu[:40])
        )
    return tuple(found)


CALCULATOR: Calculator[ServingInputs] = Calculator(
    id="serving",
    title="Serving memory",
    question="How much memory does serving take, and how many requests and tokens fit a GPU?",
    inputs=ServingInputs,
    compute=compute,
    claims=(
        "self-hosting-means-gpus",
        "tuned-api-costs-more",
        "count-inference-in",
        "fast-responses-hurt-by-retrieval",
        "retrieval-adds-tokens",
        "slow-means-smaller-model",
    ),
    found_by=(marked("KV cache"), marked("how much memory does serving need")),
    examples=(
        Example(
            "Qwen3-8B in bf16 with a prompt of 30,720 tokens",
            {
                "model": "Qwen3-8B",
                "quantization": "BF16",
                "input_len": 30720,
                "gen_len": 2048,
                "gpu": "H20-96GB",
                "runtime": "HF transformers 4.51",
                "memory_meaning": "steady state",
            },
            {"memory_gib": 19.792},
            "QwenLM/Qwen3 docs/source/getting_started/speed_benchmark.md, commit 7a2f61ff: 20,267 MiB",
        ),
        Example(
            "The same in 4 bits (AWQ), a short prompt",
            {
                "model": "Qwen3-8B",
                "quantization": "AWQ-INT4",
                "input_len": 1,
                "gen_len": 2048,
                "gpu": "H20-96GB",
                "runtime": "HF transformers 4.51",
                "memory_meaning": "steady state",
            },
            {"memory_gib": 6.032},
            "QwenLM/Qwen3 docs/source/getting_started/speed_benchmark.md, commit 7a2f61ff: 6,177 MiB",
            0.02,
        ),
    ),
)
