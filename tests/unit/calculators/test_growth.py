"""More of anything that costs never costs less, and more of what saves never costs more: for every calculator."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.calculators.model import Result

Calc = Callable[..., Result]
UP, DOWN = 1, -1


@dataclass(frozen=True)
class Claim:
    """Raising `name` within `low` and `high` moves every one of `results` in `direction`, or leaves it."""

    calculator: str
    name: str
    low: float
    high: float
    results: tuple[str, ...]
    direction: int = UP
    base: dict[str, object] = field(default_factory=dict)
    whole: bool = True

    def __str__(self) -> str:
        return f"{self.calculator} {self.name} {'up' if self.direction == UP else 'down'}"


COMPUTED = {"mode": "computed", "model": "Llama-3.1-8B", "gpu": "A100-80GB"}
MANAGED = {"mode": "managed"}
BY_HOUR = {"mode": "managed", "managed": "openai-o4-mini"}
MIXTURE = {"model": "Mixtral-8x7B", "target_modules": "all-linear"}
MEMORY = {"model": "Llama-3.1-8B", "method": "lora"}
FULL = {"model": "Llama-3.2-3B", "method": "full"}
TYPED = {"model": "mine", "method": "full", "hidden_size": 2048, "num_layers": 16}
SERVING = {"model": "Qwen3-8B", "gpu": "H100-80GB"}
SPEED = {"model": "Llama-3.1-8B", "method": "full", "gpu": "A100-80GB"}
RUN = {"params_b": 7, "tokens_t": 2, "gpu": "A100-80GB"}
BILL = ("cost_usd", "hours", "gpu_hours")
PEAK = ("peak_memory_gib",)
HOLDS = ("memory_gib", "memory_per_gpu_gib")
FITS = ("largest_batch", "largest_context")

CLAIMS = [
    Claim("cost", "examples", 1, 1e6, BILL, base=COMPUTED),
    Claim("cost", "epochs", 0.1, 50, BILL, base=COMPUTED, whole=False),
    Claim("cost", "mtok", 0.1, 1e6, BILL, base=COMPUTED, whole=False),
    Claim("cost", "usd_per_gpu_hour", 0, 100, ("cost_usd",), base=COMPUTED, whole=False),
    Claim("cost", "mfu", 0.01, 1, BILL, DOWN, COMPUTED, whole=False),
    Claim("cost", "n_gpus", 1, 8, ("hours",), DOWN, COMPUTED | {"mfu": 0.4}),
    Claim("cost", "n_gpus", 1, 512, ("gpu_hours", "cost_usd"), base=COMPUTED),
    Claim("cost", "tokens_per_example", 2048, 100_000, BILL, base=COMPUTED | {"mfu": 0.4}),
    Claim("cost", "examples", 1, 1e6, ("cost_usd",), base=MANAGED),
    Claim("cost", "tokens_per_example", 1, 1e5, ("cost_usd",), base=MANAGED),
    Claim("cost", "epochs", 0.1, 50, ("cost_usd",), base=MANAGED, whole=False),
    Claim("cost", "usd_per_mtok", 0, 1000, ("cost_usd",), base=MANAGED, whole=False),
    Claim("cost", "training_hours", 0.1, 1000, ("cost_usd",), base=BY_HOUR, whole=False),
    Claim("cost", "hours_high", 8, 1000, ("cost_usd", "cost_usd_high", "hours"), whole=False),
    Claim("cost", "hours_low", 0.1, 8, ("cost_usd", "cost_usd_low", "hours"), whole=False),
    Claim("cost", "n_gpus", 1, 64, ("cost_usd", "gpu_hours")),
    Claim("labelling", "examples", 1, 1e6, ("person_hours", "cost_usd", "weeks", "total_usd", "labels_pct")),
    Claim("labelling", "minutes_per_example", 0.1, 1e3, ("person_hours", "cost_usd", "usd_per_example"), whole=False),
    Claim("labelling", "review_share", 0, 1, ("person_hours", "cost_usd", "total_usd"), whole=False),
    Claim("labelling", "review_minutes", 0, 1e3, ("person_hours",), base={"review_share": 0.5}, whole=False),
    Claim("labelling", "usd_per_hour", 0, 1e3, ("cost_usd", "usd_per_example", "total_usd"), whole=False),
    Claim("labelling", "people", 1, 1000, ("weeks",), DOWN),
    Claim("labelling", "hours_per_week", 1, 168, ("weeks",), DOWN, whole=False),
    Claim("labelling", "compute_usd", 0, 1e6, ("total_usd",), whole=False),
    Claim("labelling", "compute_usd", 0, 1e6, ("labels_pct",), DOWN, whole=False),
    Claim("lora-params", "r", 1, 1024, ("trainable_params", "all_params", "trainable_pct", "adapter_gib")),
    Claim("lora-params", "r", 1, 1024, ("trainable_params",), base=MIXTURE),
    Claim("memory", "seq_len", 1, 1e5, (*PEAK, "activations_gib"), base=MEMORY | {"grad_ckpt": "none"}),
    Claim("memory", "micro_batch", 1, 256, (*PEAK, "tokens_in_flight"), base=MEMORY),
    Claim("memory", "lora_r", 1, 1024, (*PEAK, "trainable_params", "adapters_gib"), base=MEMORY),
    Claim("memory", "lora_r", 1, 1024, PEAK, base=MEMORY | {"model": "Mixtral-8x7B", "lora_targets": "all-linear"}),
    Claim("memory", "lora_dropout", 0, 0.9, PEAK, base=MEMORY | {"grad_ckpt": "none"}, whole=False),
    Claim("memory", "seq_len", 1, 1e5, PEAK, base=FULL),
    Claim("memory", "seq_len", 1, 2e4, PEAK, base=MEMORY | {"attention": "eager"}),
    Claim("memory", "n_gpus", 1, 512, PEAK, DOWN, FULL | {"sharding": "zero2"}),
    Claim("memory", "n_gpus", 1, 28, PEAK, DOWN, FULL | {"sharding": "device_map"}),
    Claim("memory", "hidden_size", 256, 8192, (*PEAK, "weights_gib"), base=TYPED),
    Claim("memory", "num_layers", 1, 200, (*PEAK, "weights_gib"), base=TYPED),
    Claim("memory", "intermediate_size", 256, 65_536, (*PEAK, "weights_gib"), base=TYPED),
    Claim("memory", "vocab_size", 100, 300_000, (*PEAK, "weights_gib", "logits_gib"), base=TYPED),
    Claim("memory", "num_kv_heads", 1, 16, (*PEAK, "weights_gib"), base=TYPED | {"num_attention_heads": 16}),
    Claim("pretraining", "params_b", 0.1, 2000, ("flops", "gpu_hours", "cost_usd"), base=RUN, whole=False),
    Claim("pretraining", "tokens_t", 0.001, 100, ("flops", "gpu_hours", "tokens_per_param"), base=RUN, whole=False),
    Claim("pretraining", "active_params_b", 0.1, 7, ("flops", "gpu_hours"), base=RUN, whole=False),
    Claim("pretraining", "n_gpus", 1, 1e5, ("days",), DOWN, RUN),
    Claim("pretraining", "mfu", 0.01, 1, ("gpu_hours", "cost_usd"), DOWN, RUN, whole=False),
    Claim("pretraining", "usd_per_gpu_hour", 0, 100, ("cost_usd",), base=RUN, whole=False),
    Claim("serving", "input_len", 0, 1e6, (*HOLDS, "kv_cache_gib"), base=SERVING),
    Claim("serving", "gen_len", 0, 1e6, (*HOLDS, "kv_cache_gib"), base=SERVING),
    Claim("serving", "batch", 1, 10_000, (*HOLDS, "kv_cache_gib"), base=SERVING),
    Claim("serving", "n_gpus", 1, 64, FITS, base=SERVING),
    Claim("serving", "n_gpus", 1, 64, ("memory_per_gpu_gib",), DOWN, SERVING),
    Claim("serving", "batch", 1, 1000, ("largest_context",), DOWN, SERVING),
    Claim("serving", "input_len", 1, 1e5, ("largest_batch",), DOWN, SERVING),
    Claim("throughput", "micro_batch", 1, 512, ("tokens_per_s_per_gpu", "mfu"), base=SPEED),
    Claim("throughput", "seq_len", 1, 1e5, ("flops_per_token",), base=SPEED),
    Claim("throughput", "n_gpus", 1, 4096, ("tokens_per_s_per_gpu",), DOWN, SPEED),
    Claim("throughput", "peak_tflops_bf16", 1, 5000, ("tokens_per_s_per_gpu",), base=SPEED, whole=False),
    Claim("throughput", "model_params_b", 1, 1000, ("flops_per_token",), base=SPEED, whole=False),
    Claim("throughput", "model_params_b", 1, 1000, ("tokens_per_s_per_gpu",), DOWN, SPEED, whole=False),
    Claim("break-even", "query_tokens", 0, 1e5, ("query_stuffing_usd", "query_rag_usd", "query_tuned_usd")),
    Claim("break-even", "output_tokens", 0, 1e5, ("query_stuffing_usd", "query_rag_usd", "query_tuned_usd")),
    Claim("break-even", "system_tokens", 0, 1e5, ("query_stuffing_usd", "query_rag_usd", "ttft_rag_ms")),
    Claim("break-even", "knowledge_tokens", 0, 1e6, ("query_stuffing_usd", "total_stuffing_usd", "total_rag_usd")),
    Claim("break-even", "retrieved_tokens", 0, 1e5, ("query_rag_usd", "total_rag_usd", "k_star_tokens", "ttft_rag_ms")),
    Claim("break-even", "tuned_system_tokens", 0, 1e5, ("query_tuned_usd", "total_tuned_usd")),
    Claim("break-even", "queries_per_month", 1, 1e8, ("total_rag_usd", "total_hosted_usd"), whole=False),
    Claim("break-even", "months", 1, 120, ("total_stuffing_usd", "total_hosted_usd", "cheapest_usd")),
    Claim("break-even", "growth_pct", 0, 20, ("total_stuffing_usd", "total_rag_usd", "cheapest_usd"), whole=False),
    Claim("break-even", "labels_usd", 0, 1e6, ("total_tuned_usd", "total_hosted_usd", "cheapest_usd"), whole=False),
    Claim("break-even", "training_mtok", 0, 1e4, ("total_tuned_usd",), whole=False),
    Claim("break-even", "vector_db_usd_per_month", 0, 1e5, ("total_rag_usd", "k_star_all_in_tokens"), whole=False),
    Claim("break-even", "vector_usd_per_1k", 0, 100, ("query_rag_usd", "total_rag_usd"), whole=False),
    Claim("break-even", "reindex_per_month", 0, 1000, ("total_rag_usd",), whole=False),
    Claim("break-even", "usd_per_gpu_hour", 0, 100, ("total_hosted_usd",), whole=False),
    Claim("break-even", "n_gpus", 1, 100, ("total_hosted_usd",)),
    Claim("break-even", "cache_hit_share", 0, 1, ("query_stuffing_usd", "total_stuffing_usd"), DOWN, whole=False),
    Claim("break-even", "retrieval_ms", 0, 1e4, ("ttft_rag_ms",), whole=False),
    Claim("break-even", "prefill_mfu", 0.01, 1, ("ttft_rag_ms", "ttft_stuffing_ms"), DOWN, whole=False),
    Claim("break-even", "input_usd_per_mtok", 0, 100, ("query_stuffing_usd", "query_rag_usd"), whole=False),
    Claim("break-even", "cached_usd_per_mtok", 0, 100, ("query_stuffing_usd",), whole=False),
    Claim("break-even", "output_usd_per_mtok", 0, 100, ("query_stuffing_usd", "query_rag_usd"), whole=False),
    Claim("break-even", "tuned_input_usd_per_mtok", 0, 100, ("query_tuned_usd",), whole=False),
    Claim("break-even", "tuned_output_usd_per_mtok", 0, 100, ("query_tuned_usd",), whole=False),
    Claim("break-even", "training_usd_per_mtok", 0, 1000, ("total_tuned_usd",), whole=False),
    Claim("break-even", "embedding_usd_per_mtok", 0, 10, ("query_rag_usd", "total_rag_usd"), whole=False),
]  # fmt: skip


def _numbers(claim: Claim) -> st.SearchStrategy[float]:
    """Numbers of the claim's range, spread over its powers of ten."""
    low = max(claim.low, claim.high * 1e-6)
    spread = st.floats(math.log(low), math.log(claim.high)).map(math.exp)
    clipped = spread.map(lambda value: min(max(value, claim.low), claim.high))
    return clipped.map(lambda value: float(round(value))) if claim.whole else clipped


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_more_moves_the_results_one_way_only(claim: Claim, calc: Calc) -> None:
    @settings(max_examples=20)
    @given(_numbers(claim), _numbers(claim))
    def moves_one_way(one: float, other: float) -> None:
        less, more = sorted((one, other))
        kind = int if claim.whole else float
        before = calc(claim.calculator, **claim.base | {claim.name: kind(less)})
        after = calc(claim.calculator, **claim.base | {claim.name: kind(more)})
        for name in claim.results:
            first, second = _value(before, name), _value(after, name)
            moved = (second - first) * claim.direction
            assert moved >= -1e-9 * max(abs(first), abs(second)), (name, less, more, first, second)

    moves_one_way()


def _value(result: Result, name: str) -> float:
    for quantity in result.quantities:
        if name == f"{quantity.id}_low":
            return float(quantity.low or 0.0)
        if name == f"{quantity.id}_high":
            return float(quantity.high or 0.0)
    return result.value(name)


def test_every_calculator_has_claims() -> None:
    named = {claim.calculator for claim in CLAIMS}
    assert named == {"break-even", "cost", "labelling", "lora-params", "memory", "pretraining", "serving", "throughput"}


@pytest.mark.parametrize(
    "base", [COMPUTED, MEMORY, FULL, TYPED, SPEED, SERVING], ids=lambda base: " ".join(map(str, base))
)
def test_a_base_of_the_claims_computes_without_a_caution(base: dict[str, object], calc: Calc) -> None:
    calculator = {"mode": "cost", "quantization": "serving"}.get(next(iter(base)), "memory")
    if base is SERVING or base is SPEED:
        calculator = "serving" if base is SERVING else "throughput"
    assert calc(calculator, **base).cautions == ()
