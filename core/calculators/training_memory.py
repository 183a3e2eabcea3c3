"""What weights and training state take in memory, by method: the part that follows from counting. Pure.

Activations are left out; they depend on batch and length. The memory calculator has them.
"""

from dataclasses import dataclass

GIB = 2**30

WEIGHT_BYTES = 2
GRADIENT_BYTES = 2
OPTIMIZER_BYTES = 12
"""Adam in mixed precision, for each trained parameter: fp32 copy, momentum and variance, 4 bytes each.

Source: Rajbhandari et al. 2019 (ZeRO), arXiv:1910.02054, section 3.1.
"""

NF4_BYTES = 0.5159
"""A weight in 4 bits with its share of the double-quantized constants: 4.127 bits.

Source: Dettmers et al. 2023 (QLoRA), arXiv:2305.14314, section 3.
"""


@dataclass(frozen=True)
class TrainingState:
    """What stays in memory all through training, in GiB."""

    weights_gib: float
    gradients_gib: float
    optimizer_gib: float

    @property
    def total_gib(self) -> float:
        """All three together."""
        return self.weights_gib + self.gradients_gib + self.optimizer_gib


def full_state(params: int) -> TrainingState:
    """Full fine-tuning in mixed precision: 16 bytes a parameter.

    >>> round(full_state(7_000_000_000).total_gib)
    104
    """
    return TrainingState(*(params * size / GIB for size in (WEIGHT_BYTES, GRADIENT_BYTES, OPTIMIZER_BYTES)))


def adapter_state(params: int, adapter_params: int, weight_bytes: float) -> TrainingState:
    """LoRA (2 bytes a frozen weight) or QLoRA (`NF4_BYTES`): only the adapter has gradients and optimizer state.

    >>> round(adapter_state(7_000_000_000, 8_388_608, 2).total_gib, 1)
    13.2
    >>> round(adapter_state(7_000_000_000, 8_388_608, NF4_BYTES).total_gib, 1)
    3.5
    """
    adapters = full_state(adapter_params)
    frozen = params * weight_bytes / GIB
    return TrainingState(frozen + adapters.weights_gib, adapters.gradients_gib, adapters.optimizer_gib)
