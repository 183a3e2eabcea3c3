"""Which inputs of a fine-tuning job count for nothing, said to whoever gave them. Pure."""

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


def unused(inputs: CostInputs, reference: Reference) -> tuple[str, ...]:
    """A sentence for each reason why inputs that somebody gave are not used."""
    given = [name for name, field in CostInputs.model_fields.items() if getattr(inputs, name) != field.get_default()]
    left_out: frozenset[str] = frozenset()
    if inputs.mode is Mode.MANAGED:
        left_out = _OF_PRICE[reference.training_price(inputs.managed).training_unit]
    reasons: tuple[tuple[Callable[[str, int], str], list[str]], ...] = (
        (_of_mode(inputs.mode, given), [name for name in given if name not in _USED[inputs.mode]]),
        (_of_price, [name for name in given if name in left_out]),
        (_of_mtok, [name for name in given if name in inputs.replaced_by_mtok - left_out]),
    )
    return tuple(say(", ".join(names), len(names)) for say, names in reasons if names)


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
