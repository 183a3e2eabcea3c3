"""The notes beside a break-even result. Pure."""

from collections.abc import Iterable
from math import ceil

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.cumulative import Crossing
from core.calculators.managed_training import closing, leaving
from core.calculators.memory_fit import usable_gib
from core.calculators.training_memory import GIB
from core.content.reference import Reference
from core.language.numbers import written
from core.language.text import nt, t


def never_crossing(found: Iterable[Crossing], months: int) -> tuple[str, ...]:
    """A sentence for each pair of which neither becomes cheaper within the months."""
    return tuple(
        nt(
            "{one} becomes cheaper than {other}: never within the horizon of {n} month.",
            "{one} becomes cheaper than {other}: never within the horizon of {n} months.",
            months,
            one=crossing.dearer_first.label,
            other=crossing.cheaper_first.label,
        )
        for crossing in found
        if crossing.month is None
    )


def break_even_notes(inputs: BreakEvenInputs, reference: Reference, rented: int) -> tuple[str, ...]:
    """What the figures leave out, and where the chapter says something else; `rented` GPUs are the fewest of a month.

    A load may need more of them than are asked for.
    """
    notes = [*_too_large(inputs, reference, rented), *_two_models(inputs, reference), *_no_price(inputs, reference)]
    notes.append(t("Fine-tuning teaches behaviour, not facts that change. It replaces RAG only for stable knowledge."))
    notes.append(t("Not counted: people who run the GPUs, evaluation, and what a late or wrong answer costs."))
    managed, called = reference.training_price(inputs.managed), reference.api_price(inputs.api_model).model
    notes += closing(managed)
    if called != managed.base_model:
        notes += leaving(called, reference.training_prices)
    if inputs.knowledge_tokens > 50_000:
        notes.append(t("Beyond the chapter's ~50K tokens for stuffing: that limit is about fitting, K* is about cost."))
    if inputs.knowledge_tokens < inputs.retrieved_tokens:
        notes.append(t("Less knowledge than you would retrieve: stuff it, there is nothing to search."))
    return tuple(notes)


def _too_large(inputs: BreakEvenInputs, reference: Reference, rented: int) -> tuple[str, ...]:
    """A sentence where the GPUs that are rented cannot hold the self-hosted model."""
    shape, gpu = reference.model(inputs.hosted_model), reference.gpu(inputs.gpu)
    weights, room = 2 * shape.total_params / GIB, usable_gib(gpu.memory_gb)
    if weights <= rented * room:
        return ()
    return (
        t(
            "{model} does not fit {count} × {gpu}: its weights take {gib} GiB in 16 bits. Rent at least {least} GPUs, "
            "or serve it in fewer bits.",
            model=shape.name,
            count=written(rented, ","),
            gpu=gpu.name,
            gib=written(weights, ",.0f"),
            least=written(ceil(weights / room), ","),
        ),
    )


def _two_models(inputs: BreakEvenInputs, reference: Reference) -> tuple[str, ...]:
    """A sentence where the tuned model is not the one that answers with stuffing and RAG."""
    called, base = reference.api_price(inputs.api_model).model, reference.training_price(inputs.managed).base_model
    if not base or called == base:
        return ()
    return (
        t(
            "Stuffing and RAG answer with {called}, the tuned model is {base}: part of the difference is between the "
            "two models. “Managed fine-tuning” says which one is tuned.",
            called=called,
            base=base,
        ),
    )


def _no_price(inputs: BreakEvenInputs, reference: Reference) -> tuple[str, ...]:
    """A sentence where a tuned model's own price is not known, so that the untuned one's stands for it."""
    row, called = reference.training_price(inputs.managed), reference.api_price(inputs.api_model).model
    prompt = inputs.tuned_input_usd_per_mtok, row.input_usd_per_mtok
    answer = inputs.tuned_output_usd_per_mtok, row.output_usd_per_mtok
    if prompt != (None, None) and answer != (None, None):
        return ()
    return (
        t(
            "The table has no price for calls of {tuned}: that of {called} is counted. Give “Prompt price, fine-tuned” "
            "and “Answer price, fine-tuned”.",
            tuned=row.model,
            called=called,
        ),
    )
