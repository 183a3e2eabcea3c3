"""Which inputs of a fine-tuning job count for nothing, said to whoever gave them. Pure."""

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
    by_mode = [name for name in given if name not in _USED[inputs.mode]]
    by_price = [name for name in given if name in left_out]
    by_mtok = [name for name in given if name in inputs.replaced_by_mtok - left_out]
    return (*_of_mode(inputs, given, by_mode), *_of_price(by_price), *_of_mtok(by_mtok))


def _of_price(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    said = nt(
        "{names} is not used with the price of this training.",
        "{names} are not used with the price of this training.",
        len(names),
        names=", ".join(names),
    )
    return (said,)


def _of_mtok(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    said = nt(
        "{names} is not used, since mtok says how many tokens are trained on.",
        "{names} are not used, since mtok says how many tokens are trained on.",
        len(names),
        names=", ".join(names),
    )
    return (said,)


def _of_mode(inputs: CostInputs, given: list[str], unused: list[str]) -> tuple[str, ...]:
    if not unused:
        return ()
    names, count = ", ".join(unused), len(unused)
    fitting = [mode for mode in Mode if set(given) - {"mode"} <= _USED[mode]]
    if not fitting:
        return (
            nt(
                "{names} is not used with mode={mode}.",
                "{names} are not used with mode={mode}.",
                count,
                names=names,
                mode=inputs.mode,
            ),
        )
    return (
        nt(
            "{names} is not used with mode={mode}; for that write mode={other}.",
            "{names} are not used with mode={mode}; for that write mode={other}.",
            count,
            names=names,
            mode=inputs.mode,
            other=fitting[0],
        ),
    )
