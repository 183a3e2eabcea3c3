"""Which inputs of a fine-tuning job have no effect: the form does not ask for them, a result says so. Pure."""

from collections.abc import Callable

from core.calculators.cost_inputs import CostInputs, Mode
from core.content.price_rows import TrainingUnit
from core.content.reference import Reference
from core.language.text import nt

_TOKENS = frozenset({"mode", "examples", "tokens_per_example", "epochs", "mtok"})
_USED = {
    Mode.CHAPTER: frozenset(
        {"mode", "chapter_row", "n_gpus", "hours_low", "hours_high", "usd_per_gpu_hour", "mtok"},
    ),
    Mode.COMPUTED: _TOKENS | {"method", "model", "gpu", "n_gpus", "mfu", "usd_per_gpu_hour"},
    Mode.MANAGED: _TOKENS | {"managed", "usd_per_mtok", "training_hours"},
}
_OF_PRICE = {
    TrainingUnit.PER_HOUR: (_TOKENS | {"usd_per_mtok"}) - {"mode"},
    TrainingUnit.PER_MTOK: frozenset({"training_hours"}),
}
"""What a provider's kind of price leaves out."""
_OF_GPUS = frozenset({"n_gpus", "hours_low", "hours_high", "usd_per_gpu_hour"})
"""What the chapter's rows without a GPU leave out."""


def unread(inputs: CostInputs, reference: Reference) -> frozenset[str]:
    """The inputs that change nothing for this job, by its mode, its row or price, and typed training tokens."""
    return of_other_modes(inputs) | _left_out(inputs, reference) | _replaced(inputs)


def of_other_modes(inputs: CostInputs) -> frozenset[str]:
    """The inputs that no job of this mode reads, whatever its row or price."""
    return frozenset(CostInputs.model_fields) - _USED[inputs.mode]


def unused(inputs: CostInputs, reference: Reference) -> tuple[str, ...]:
    """A sentence for each reason why inputs that somebody gave are not used."""
    given = [name for name, field in CostInputs.model_fields.items() if getattr(inputs, name) != field.get_default()]
    left_out = _left_out(inputs, reference)
    reasons: tuple[tuple[Callable[[str, int], str], list[str]], ...] = (
        (_of_mode(inputs.mode, given), [name for name in given if name not in _USED[inputs.mode]]),
        (_of_row if inputs.mode is Mode.CHAPTER else _of_price, [name for name in given if name in left_out]),
        (_of_mtok, [name for name in given if name in _replaced(inputs) - left_out]),
    )
    return tuple(say(", ".join(names), len(names)) for say, names in reasons if names)


def _left_out(inputs: CostInputs, reference: Reference) -> frozenset[str]:
    """What the job's row or price leaves out of the inputs that its mode uses."""
    if inputs.mode is Mode.MANAGED:
        return _OF_PRICE[reference.training_price(inputs.managed).training_unit]
    if inputs.mode is Mode.COMPUTED:
        return frozenset()
    row = reference.chapter_cost(inputs.chapter_row)
    return (frozenset() if row.gpu else _OF_GPUS) | (frozenset() if row.is_by_tokens else {"mtok"})


def _replaced(inputs: CostInputs) -> frozenset[str]:
    """The inputs that typed training tokens stand for; a computed job still needs the length of an example."""
    if inputs.mtok is None or inputs.mode is Mode.CHAPTER:
        return frozenset()
    return frozenset({"examples", "epochs"} | ({"tokens_per_example"} if inputs.mode is Mode.MANAGED else set()))


def _of_row(names: str, count: int) -> str:
    return nt(
        "{names} is not used with this row of the chapter.",
        "{names} are not used with this row of the chapter.",
        count,
        names=names,
    )


def _of_price(names: str, count: int) -> str:
    return nt(
        "{names} is not used with the price of this training.",
        "{names} are not used with the price of this training.",
        count,
        names=names,
    )


def _of_mtok(names: str, count: int) -> str:
    return nt(
        "{names} is not used, since mtok says how many tokens are trained on.",
        "{names} are not used, since mtok says how many tokens are trained on.",
        count,
        names=names,
    )


def _of_mode(mode: Mode, given: list[str]) -> Callable[[str, int], str]:
    fitting = [other for other in Mode if set(given) - {"mode"} <= _USED[other]]
    if fitting:
        return lambda names, count: nt(
            "{names} is not used with mode={mode}; for that write mode={other}.",
            "{names} are not used with mode={mode}; for that write mode={other}.",
            count,
            names=names,
            mode=mode,
            other=fitting[0],
        )
    return lambda names, count: nt(
        "{names} is not used with mode={mode}.",
        "{names} are not used with mode={mode}.",
        count,
        names=names,
        mode=mode,
    )
