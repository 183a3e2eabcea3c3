"""The fill of each part of a whole: the same meaning has the same fill in every calculator. Pure."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Fill:
    """A tone of the palette, plain or hatched; `swatch` is the class of its sample in the key."""

    token: str
    hatch: str
    swatch: str


_SPARE = Fill("line-strong", "x", "j")
FILLS = MappingProxyType(
    {
        "weights_gib": Fill("ink", "", "a"),
        "adapters_gib": Fill("muted", "", "b"),
        "gradients_gib": Fill("line-strong", "", "c"),
        "optimizer_gib": Fill("ink", "/", "d"),
        "activations_gib": Fill("muted", "\\", "e"),
        "logits_gib": Fill("line-strong", "/", "f"),
        "gathered_gib": Fill("ink", "x", "g"),
        "overhead_gib": Fill("muted", "x", "h"),
        "workspace_gib": Fill("muted", "x", "h"),
        "kv_cache_gib": Fill("ink", "-", "i"),
        "prefill_gib": Fill("muted", "\\", "e"),
    }
)
"""By the id of the part. What serving holds for its kernels is overhead; what it reads a prompt with, activations."""


def fill_of(part: str) -> Fill:
    """The fill of a part by its id; the last fill for an id that is not listed.

    >>> fill_of("optimizer_gib").hatch, fill_of("tea").swatch
    ('/', 'j')
    """
    return FILLS.get(part, _SPARE)
