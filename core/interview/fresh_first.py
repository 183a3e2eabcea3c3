"""Which of the questions drawn are asked: first those that were not just practised. Pure."""

from collections.abc import Collection, Sequence
from datetime import timedelta

LATELY = timedelta(days=1)
"""What was practised within so long is asked only where there is nothing else."""


def fresh_first(drawn: Sequence[str], lately: Collection[str], length: int) -> tuple[str, ...]:
    """Up to `length` of the ids drawn, in their order; those practised `lately` fill up.

    >>> fresh_first(("rag", "lora", "dpo"), {"rag"}, 2), fresh_first(("rag", "lora"), {"rag"}, 2)
    (('lora', 'dpo'), ('lora', 'rag'))
    """
    return tuple(sorted(drawn, key=lambda name: name in lately)[:length])
