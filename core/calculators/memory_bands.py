"""How far a memory prediction may be off, by method, as the published rows show it. Pure."""

from dataclasses import dataclass

from core.calculators.memory_inputs import Method


@dataclass(frozen=True)
class Band:
    """Measured peaks lie between `low` and `high` times the prediction for `coverage` of a method's published rows."""

    method: Method
    low: float
    high: float
    coverage: float
    rows: int


_FULL = Band(Method.FULL, 0.82, 1.22, 0.90, 32)
_LORA = Band(Method.LORA, 0.85, 1.15, 0.90, 79)
_QLORA = Band(Method.QLORA, 0.87, 1.18, 0.90, 29)


def band_of(method: Method) -> Band:
    """The band of a method; DoRA counts as LoRA, since no measurement of it was found.

    >>> band_of(Method.DORA) is band_of(Method.LORA)
    True

    Source: docs/accuracy.md.
    """
    if method is Method.FULL:
        return _FULL
    return _QLORA if method in (Method.QLORA, Method.QDORA) else _LORA
