"""How each calculator is laid out: its question, what is asked first, and what is asked only sometimes. Pure.

A calculator that has no entry here works all the same: its own question, its first fields, the rest under "More".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.cost_cautions import unread
from core.calculators.cost_inputs import CostInputs, Mode
from core.calculators.cumulative import FIRST_DAYS_MONTHS
from core.calculators.gpu_rent import rent_of
from core.calculators.labelling import CHAPTER_PERSON_HOURS, LabellingInputs, is_the_chapters
from core.calculators.memory_inputs import MemoryInputs
from core.calculators.model import Calculator, Inputs, Result
from core.content.reference import Reference
from core.language.numbers import written
from core.language.text import marked, nt, t
from core.numbers.number_format import compact

Preset = Mapping[str, str]


@dataclass(frozen=True)
class Layout:
    """What the page needs to know of a calculator beyond its inputs model.

    `first` are the fields at the top, in order; `sliders` the stops of a field that is better slid than typed;
    `preset` and `preset_words` the values to go back to, `from_chapter` whether these are the chapter's;
    `facts` the results that stand big under the headline;
    `range_first` says whether a range is what was stated, and its middle nobody's; `aside` what stands beside it;
    `fallback` what a field takes when another one has changed so that its own value makes no sense any more;
    `empty` what an empty field stands for where that depends on the other fields.
    """

    question: str
    lede: str = ""
    first: tuple[str, ...] = ()
    sliders: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    preset: Preset = field(default_factory=dict)
    preset_words: str = marked("Starting values.")
    from_chapter: bool = False
    facts: tuple[str, ...] = ()
    fallback: Mapping[str, str] = field(default_factory=dict)
    hidden: Callable[[Any, Reference], frozenset[str]] = lambda _, __: frozenset()
    range_first: Callable[[Any], bool] = lambda _: False
    aside: Callable[[Any, Result], str] = lambda _, __: ""
    empty: Callable[[Any, Reference], Mapping[str, str]] = lambda _, __: {}


_RANKS = (1, 2, 4, 8, 16, 32, 64, 128, 256)
_NOT_FOR_FULL = frozenset({"lora_r", "lora_targets", "lora_dropout"})
_SHAPE = frozenset(
    {
        "hidden_size",
        "num_layers",
        "num_attention_heads",
        "num_kv_heads",
        "head_dim",
        "intermediate_size",
        "vocab_size",
    }
)


def _memory_hidden(inputs: MemoryInputs, _: Reference) -> frozenset[str]:
    typed = any(getattr(inputs, name) is not None for name in _SHAPE)
    shape = frozenset() if typed or inputs.model_params_b is not None else _SHAPE
    return (_NOT_FOR_FULL if inputs.is_full else frozenset()) | shape | {"note", "memory_metric", "source_date"}


def _cost_hidden(inputs: CostInputs, reference: Reference) -> frozenset[str]:
    """Inputs that the form leaves out: those that change nothing, and tokens where the examples give their number."""
    untyped = {"mtok"} if inputs.mode is Mode.COMPUTED and inputs.mtok is None else set()
    return unread(inputs, reference) | untyped


def _cost_empty(inputs: CostInputs, reference: Reference) -> Mapping[str, str]:
    """What an empty field stands for: in a row of the chapter one job, else what the tables and the examples give."""
    if inputs.mode is Mode.CHAPTER:
        return {"mtok": "1"}
    rent = rent_of(reference.gpu(inputs.gpu), None, reference)
    rented = t("{year} rents", year=rent.as_of[:4]) if rent else t("none known")
    return {"n_gpus": t("one"), "usd_per_gpu_hour": rented, "mtok": t("examples × tokens × epochs")}


def _chapter_hours(inputs: LabellingInputs, _: Result) -> str:
    return t("the chapter rounds to {hours} h", hours=CHAPTER_PERSON_HOURS) if is_the_chapters(inputs) else ""


def _pays_back(inputs: BreakEvenInputs, result: Result) -> str:
    months = next((q.value for q in result.quantities if q.id == "rag_tuned_months"), None)
    if months is None and result.value("total_tuned_usd") < result.value("total_rag_usd"):
        return t("fine-tuned is cheaper than RAG from the first query on")
    if months is None:
        return nt(
            "fine-tuned and RAG never cross within {n} month",
            "fine-tuned and RAG never cross within {n} months",
            inputs.months,
        )
    crossed = _crossed(months, result.value("rag_tuned_queries"))
    last = next((q for q in result.quantities if q.id == "rag_tuned_last_months"), None)
    if last is None:
        return crossed
    return t("{crossed}, and for the last time in month {month}", crossed=crossed, month=written(last.value, ".1f"))


def _crossed(months: float, queries: float) -> str:
    if queries <= 1:
        return t("fine-tuned and RAG cross at the first query")
    asked = compact(queries)
    if months < FIRST_DAYS_MONTHS:
        return t("fine-tuned and RAG cross in the first days, after {asked} queries", asked=asked)
    return t(
        "fine-tuned and RAG cross in month {months}, after {asked} queries",
        months=written(months, ".1f"),
        asked=asked,
    )


LAYOUTS: Mapping[str, Layout] = {
    "memory": Layout(
        question=marked("Will it fit on the GPU?"),
        lede=marked("Peak memory for one training step. Change a number; everything follows."),
        first=("method", "model", "gpu", "micro_batch", "seq_len", "lora_r", "grad_ckpt"),
        sliders={"lora_r": _RANKS},
        preset={"model": "Llama-3.1-70B", "method": "qlora", "gpu": "A100-80GB"},
        preset_words=marked("Chapter values: QLoRA, 70B, one A100 80GB."),
        from_chapter=True,
        facts=("trainable_params", "tokens_in_flight"),
        hidden=_memory_hidden,
    ),
    "cost": Layout(
        question=marked("What does a fine-tune cost?"),
        lede=marked("The chapter's table to the dollar, the same job computed, or at a provider."),
        first=(
            "mode", "chapter_row", "managed", "method", "model", "gpu", "hours_low", "hours_high", "n_gpus",
            "usd_per_gpu_hour", "examples", "tokens_per_example", "epochs",
        ),
        preset_words=marked("Chapter values: LoRA, 7B on an A10G, 2–8 hours, $10–40."),
        from_chapter=True,
        facts=("hours", "gpu_hours", "rate_usd_per_gpu_hour", "cost_today_usd", "training_tokens"),
        hidden=_cost_hidden,
        empty=_cost_empty,
        range_first=lambda inputs: inputs.mode is Mode.CHAPTER,
    ),
    "labelling": Layout(
        question=marked("What do the training pairs cost?"),
        lede=marked("People write them. Their hours often cost more than the compute."),
        first=("examples", "minutes_per_example", "usd_per_hour", "compute_usd", "people", "review_share"),
        preset_words=marked("Chapter values: 5,000 pairs at 5 minutes, which it rounds to 400 hours."),
        from_chapter=True,
        aside=_chapter_hours,
        facts=("cost_usd", "total_usd", "labels_pct", "weeks"),
    ),
    "break-even": Layout(
        question=marked("When does fine-tuning pay back?"),
        lede=marked("Four ways to answer the same questions. Some cost more up front, others each month."),
        first=(
            "queries_per_month", "months", "api_model", "knowledge_tokens", "retrieved_tokens", "labels_usd",
            "retrieval_ms", "budget_ms",
        ),
        facts=("total_stuffing_usd", "total_rag_usd", "total_tuned_usd", "total_hosted_usd"),
        preset_words=marked("Chapter values: retrieval takes 50–200 ms of a budget of 500. The traffic is our "
        "example."),
        from_chapter=True,
        aside=_pays_back,
    ),
    "serving": Layout(
        question=marked("How much memory does serving take?"),
        lede=marked("Weights and KV cache, and what still fits beside them."),
        first=("quantization", "model", "gpu", "n_gpus", "batch", "input_len", "gen_len"),
        facts=("largest_batch", "largest_context", "memory_per_gpu_gib"),
        preset_words=marked("The chapter gives no figures here. These are our example."),
        hidden=lambda _, __: frozenset({"memory_meaning"}),
    ),
    "lora-params": Layout(
        question=marked("How many parameters does LoRA train?"),
        lede=marked("Counted exactly as peft counts them."),
        first=("model", "target_modules", "r", "use_dora"),
        sliders={"r": _RANKS},
        preset_words=marked("Chapter values: a Llama of 3B, rank 16 on q_proj and v_proj."),
        from_chapter=True,
        facts=("trainable_pct", "all_params", "adapter_gib"),
        fallback={"target_modules": "all-linear"},
    ),
    "pretraining": Layout(
        question=marked("What does pre-training take?"),
        lede=marked("Operations, hours and dollars, beside published runs."),
        first=("model", "tokens_t", "gpu", "n_gpus"),
        preset={"model": "Llama-3.1-405B", "tokens_t": "15.6", "n_gpus": "16384"},
        preset_words=marked("Chapter values: Llama 3.1 on 15T tokens; for the 405B the paper states 15.6T."),
        from_chapter=True,
        facts=("gpu_hours", "cost_usd", "days", "tokens_per_param"),
    ),
    "throughput": Layout(
        question=marked("How fast does it train?"),
        lede=marked("Tokens a second on each GPU, and how far that is from its peak."),
        first=("method", "model", "gpu", "seq_len", "micro_batch", "n_gpus"),
        preset_words=marked("The chapter gives no speeds. These are our example."),
        facts=("mfu", "tokens_per_s", "flops_per_token"),
        hidden=lambda _, __: frozenset({"note"}),
    ),
}  # fmt: skip
_MOST_FIRST = 6


def ordered(found: Mapping[str, Calculator[Any]]) -> tuple[Calculator[Any], ...]:
    """The calculators in the order of the page; those that have no layout come last."""
    places = {name: place for place, name in enumerate(LAYOUTS)}
    return tuple(sorted(found.values(), key=lambda one: places.get(one.id, len(places))))


def layout_of(calculator: Calculator[Any]) -> Layout:
    """The calculator's layout, or one that follows from its model."""
    own = LAYOUTS.get(calculator.id)
    return own or Layout(
        calculator.title, calculator.question, first=tuple(calculator.inputs.model_fields)[:_MOST_FIRST]
    )


def shown_names(layout: Layout, inputs: Inputs, reference: Reference) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields that apply to these inputs: those at the top, and those under "More settings"."""
    hidden = layout.hidden(inputs, reference)
    names = [name for name in type(inputs).model_fields if name not in hidden]
    first = tuple(name for name in layout.first if name in names)
    return first, tuple(name for name in names if name not in first)


def unasked(calculator: Calculator[Any], inputs: Inputs, reference: Reference) -> frozenset[str]:
    """The inputs that have no meaning beside these others and that nobody chose: a list of inputs omits them."""
    fields = type(inputs).model_fields
    hidden = layout_of(calculator).hidden(inputs, reference)
    return frozenset(name for name in hidden if getattr(inputs, name) == fields[name].get_default())
