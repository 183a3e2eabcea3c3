"""Four ways to serve an application, each as money up front, money a query and money a month. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.gpu_rent import Rent, rent_of
from core.calculators.problems import BadInputsError
from core.content.lookup import UnknownNameError
from core.content.reference import ApiKind, ApiPrice, Reference, TrainingUnit
from core.language.text import marked, t

T = TypeVar("T")
HOURS_A_MONTH = 730
_MTOK = 1e6


@dataclass(frozen=True)
class Prices:
    """Dollars a million tokens, each from the table or typed in, and where they come from."""

    prompt: float
    cached: float
    written: float
    prefix: float
    output: float
    embedding: float
    tuned_prompt: float
    tuned_output: float
    training: float
    rent: Rent
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Option:
    """One way to serve: its cost at the start, per query, per month, and per retraining.

    `gpus` is the least that is rented; each answers `queries_per_gpu_month`.
    """

    id: str
    label: str
    upfront_usd: float
    query_usd: float
    month_usd: float
    retrain_usd: float = 0
    gpu_month_usd: float = 0
    gpus: int = 0
    queries_per_gpu_month: float = 0

    def monthly_usd(self, queries: float) -> float:
        """What a month costs apart from the calls: fixed bills, and as many GPUs as the load needs."""
        return self.month_usd + self.gpus_for(queries) * self.gpu_month_usd

    def gpus_for(self, queries: float) -> int:
        """GPUs that a month's load needs, never fewer than the least."""
        return max(self.gpus, ceil(queries / self.queries_per_gpu_month)) if self.queries_per_gpu_month else self.gpus


def read_prices(inputs: BreakEvenInputs, reference: Reference) -> Prices:
    """The prices that the inputs name, typed ones first.

    Raises:
        BadInputsError: a name that is in no table, or a model that cannot do its part.
    """
    api = _of_kind(find(reference.api_price, inputs.api_model, "api_model"), "api_model", ApiKind.CHAT)
    embedding = find(reference.api_price, inputs.embedding_model, "embedding_model")
    embedding = _of_kind(embedding, "embedding_model", ApiKind.EMBEDDING)
    training = find(reference.training_price, inputs.managed, "managed")
    if training.training_unit is TrainingUnit.PER_HOUR and inputs.training_usd_per_mtok is None:
        hourly = marked("{model} is trained by the hour; give what training costs for a million tokens.")
        raise BadInputsError.of("managed", t(hourly, model=training.model))
    rent = rent_of(find(reference.gpu, inputs.gpu, "gpu"), inputs.usd_per_gpu_hour, reference)
    if rent is None:
        sentence = t("The table has no rent for {gpu}. Give what a GPU-hour costs.", gpu=inputs.gpu)
        raise BadInputsError.of("gpu", sentence)
    prompt = _or(inputs.input_usd_per_mtok, api.input_usd_per_mtok)
    cached = _or(inputs.cached_usd_per_mtok, api.cached_usd_per_mtok)
    pays_for_writing = inputs.caching and inputs.input_usd_per_mtok is None
    written = max(prompt, api.cache_write_usd_per_mtok) if pays_for_writing else prompt
    hits = inputs.cache_hit_share if inputs.caching else 0.0
    return Prices(
        prompt=prompt,
        cached=cached,
        written=written,
        prefix=hits * cached + (1 - hits) * written,
        output=_or(inputs.output_usd_per_mtok, api.output_usd_per_mtok),
        embedding=_or(inputs.embedding_usd_per_mtok, embedding.input_usd_per_mtok),
        tuned_prompt=_or(inputs.tuned_input_usd_per_mtok, _or(training.input_usd_per_mtok, prompt)),
        tuned_output=_or(inputs.tuned_output_usd_per_mtok, _or(training.output_usd_per_mtok, api.output_usd_per_mtok)),
        training=_or(inputs.training_usd_per_mtok, training.training_usd),
        rent=rent,
        sources=(
            *(f"{row.model}: {row.source}, {row.as_of}" for row in (api, embedding)),
            f"{training.model}: {training.source}, {training.as_of}",
            rent.source,
        ),
    )


def serving_options(inputs: BreakEvenInputs, prices: Prices) -> tuple[Option, ...]:
    """Stuffing, RAG, fine-tuned and self-hosted, in the order of the chapter's ladder.

    Source: the chapter's ladder; each formula is written out in the result's steps.
    """
    i, p = inputs, prices
    stuffing = (
        (i.system_tokens + i.knowledge_tokens) * p.prefix + i.query_tokens * p.prompt + i.output_tokens * p.output
    )
    rag = (i.system_tokens + i.retrieved_tokens + i.query_tokens) * p.prompt + i.output_tokens * p.output
    rag += i.query_tokens * p.embedding
    tuned = (i.tuned_system_tokens + i.query_tokens) * p.tuned_prompt + i.output_tokens * p.tuned_output
    index = i.knowledge_tokens * p.embedding / _MTOK
    training = i.training_mtok * p.training
    return (
        Option("stuffing", t("Stuffing"), 0, stuffing / _MTOK, 0),
        Option(
            "rag",
            "RAG",
            index,
            rag / _MTOK + i.vector_usd_per_1k / 1_000,
            i.vector_db_usd_per_month + index * i.reindex_per_month,
        ),
        Option("tuned", t("Fine-tuned"), i.labels_usd + training, tuned / _MTOK, 0, training),
        Option(
            "hosted",
            t("Self-hosted"),
            i.labels_usd + i.hosted_training_usd,
            0,
            0,
            i.hosted_training_usd,
            p.rent.usd * HOURS_A_MONTH,
            i.n_gpus,
            _queries_per_gpu_month(i),
        ),
    )


def stuffing_limit(retrieved_tokens: float, prompt_usd: float, prefix_usd: float) -> float:
    """K*: so much knowledge, in tokens, costs as much to stuff as `retrieved_tokens` cost to retrieve.

    Prices are of the same number of tokens: `prefix_usd` for what is read from the cache, `prompt_usd` otherwise.

    >>> stuffing_limit(2_500, 2.0, 0.5), stuffing_limit(2_500, 1.25, 0.125)
    (10000.0, 25000.0)

    Source: K × p_cache = r × p_in; 2,500 retrieved tokens give 10k on gpt-4.1 and 25k on gpt-5.
    """
    return retrieved_tokens * prompt_usd / prefix_usd


def _queries_per_gpu_month(inputs: BreakEvenInputs) -> float:
    tokens = inputs.tokens_per_s_per_gpu * 3600 * HOURS_A_MONTH / inputs.peak_factor
    return tokens / max(inputs.output_tokens, 1)


def find(lookup: Callable[[str], T], name: str, field: str) -> T:
    """The entry that an input names.

    Raises:
        BadInputsError: there is no such entry; it names the input.
    """
    try:
        return lookup(name)
    except UnknownNameError as error:
        raise BadInputsError.of(field, str(error)) from error


def _of_kind(row: ApiPrice, field: str, kind: ApiKind) -> ApiPrice:
    if row.kind is not kind:
        sentence = t("{model} is for {its}; pick a model for {kind}.", model=row.model, its=row.kind, kind=kind)
        raise BadInputsError.of(field, sentence)
    return row


def _or(typed: float | None, table: float | None) -> float:
    return typed if typed is not None else table if table is not None else 0.0
