"""What a break-even result has to say beside its figures. Pure."""

from collections.abc import Iterable

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.cumulative import Crossing
from core.calculators.managed_training import closing, leaving
from core.content.reference import Reference
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


def break_even_notes(inputs: BreakEvenInputs, reference: Reference) -> tuple[str, ...]:
    """What the figures leave out, and where the chapter says something else."""
    notes = [t("Fine-tuning teaches behaviour, not facts that change. It replaces RAG only for stable knowledge.")]
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
