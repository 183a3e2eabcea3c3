"""How long the first token takes: reading the prompt, and retrieval before it; against a budget. Pure."""

from dataclasses import dataclass

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.model import Quantity, Step, Unit
from core.content.reference import GpuSpec, ModelShape
from core.language.numbers import written
from core.language.text import t
from core.numbers.number_format import in_billions

RETRIEVAL_LOW_MS, RETRIEVAL_HIGH_MS = 50.0, 200.0
"""The chapter: “retrieval latency (50-200ms for vector search)”."""


@dataclass(frozen=True)
class FirstToken:
    """Milliseconds to the first token of one option: the expected, the best and the worst case."""

    id: str
    label: str
    prompt_tokens: int
    ms: float
    low: float
    high: float

    def quantity(self) -> Quantity:
        """The time to the first token as a quantity of a result."""
        return Quantity(
            f"ttft_{self.id}_ms",
            t("First token, {label}", label=self.label),
            self.ms,
            Unit.MILLISECONDS,
            self.low,
            self.high,
        )


def prefill_ms(params: float, tokens: float, peak_tflops: float, mfu: float) -> float:
    """Milliseconds to read a prompt: 2 operations per parameter and token, at a share of the peak.

    An 8B model, 3,000 tokens, A100 (312 TFLOP/s) at 0.4 -> 386 ms.

    >>> round(prefill_ms(8.03e9, 3_000, 312, 0.4))
    386

    Source: arXiv:2001.08361 (2N operations forward); attention is left out, so long prompts take longer.
    """
    return 2 * params * tokens / (peak_tflops * 1e12 * mfu) * 1_000


def first_tokens(inputs: BreakEvenInputs, shape: ModelShape, gpu: GpuSpec) -> tuple[FirstToken, ...]:
    """Stuffing, RAG and fine-tuned on the same model and GPU, so that only the prompt and retrieval differ."""

    def reading(tokens: float) -> float:
        return prefill_ms(shape.params_per_token, tokens, gpu.dense_bf16_tflops, inputs.prefill_mfu)

    prefix = inputs.system_tokens + inputs.knowledge_tokens
    question = reading(inputs.query_tokens)
    hits = inputs.cache_hit_share if inputs.caching else 0.0
    stuffed = FirstToken(
        "stuffing",
        t("stuffing"),
        prefix + inputs.query_tokens,
        question + (1 - hits) * reading(prefix),
        question if hits > 0 else question + reading(prefix),
        question + reading(prefix),
    )
    read = inputs.system_tokens + inputs.retrieved_tokens + inputs.query_tokens
    low, high = min(RETRIEVAL_LOW_MS, inputs.retrieval_ms), max(RETRIEVAL_HIGH_MS, inputs.retrieval_ms)
    rag = FirstToken("rag", "RAG", read, reading(read) + inputs.retrieval_ms, reading(read) + low, reading(read) + high)
    short = inputs.tuned_system_tokens + inputs.query_tokens
    tuned = FirstToken("tuned", t("fine-tuned"), short, reading(short), reading(short), reading(short))
    return stuffed, rag, tuned


def latency_step(inputs: BreakEvenInputs, shape: ModelShape, gpu: GpuSpec, rag: FirstToken) -> Step:
    """The line of the formula for RAG, the option that has both parts."""
    return Step(
        t("First token, RAG: 2 × parameters × prompt ÷ (peak × utilisation) + retrieval"),
        f"2 × {in_billions(shape.params_per_token)} × {written(rag.prompt_tokens, ',')} ÷ "
        f"({written(gpu.dense_bf16_tflops, 'g')} × 10¹² × {written(inputs.prefill_mfu, 'g')}) + "
        f"{written(inputs.retrieval_ms, ',g')} ms",
        f"{written(rag.ms, ',.0f')} ms",
    )


def latency_notes(inputs: BreakEvenInputs, times: tuple[FirstToken, ...]) -> tuple[str, ...]:
    """Which options meet the latency budget, and how much of it retrieval takes."""
    over = [time for time in times if time.ms > inputs.budget_ms]
    share = 100 * inputs.retrieval_ms / inputs.budget_ms
    notes = [
        t(
            "Retrieval takes {share} % of the budget of {budget} ms before the model reads a token.",
            share=written(share, ",.0f"),
            budget=written(inputs.budget_ms, ",.10g"),
        )
    ]
    if over:
        late = ", ".join(f"{time.label} ({written(time.ms, ',.0f')} ms)" for time in over)
        notes.append(t("Over the budget to the first token: {late}.", late=late))
    notes.append(t("Latency is for the self-hosted model, one request at a time; API providers publish none."))
    return tuple(notes)
