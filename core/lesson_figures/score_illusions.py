"""What a test score says and hides: leakage, shift, forgetting, overlap, each as the simplest model of it. Pure.

Scores and shares run from 0 to 1. The numbers that the figures start from are assumptions and are called so.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass

_LONGEST_RUN = 4


def apparent_score(true_score: float, leaked_share: float) -> float:
    """The score that is measured when a share of the test stood in the training set and is answered right from memory.

    Half right, and a fifth of the test leaked: the other four fifths score half.

    >>> round(apparent_score(0.5, 0.2), 3)
    0.6
    """
    return true_score + (1 - true_score) * leaked_share


def shifted_accuracy(familiar: float, strange: float, strange_share: float) -> float:
    """Accuracy on a mix of requests: some look like the training data, a share does not.

    >>> round(shifted_accuracy(0.9, 0.5, 0.25), 3)
    0.8
    """
    return (1 - strange_share) * familiar + strange_share * strange


def even_share(familiar: float, strange: float, base: float) -> float | None:
    """The share of strange requests at which the tuned model only equals the base model; None when it never does.

    >>> round(even_share(0.9, 0.5, 0.7), 3)
    0.5
    >>> even_share(0.9, 0.8, 0.7) is None
    True
    """
    if familiar == strange:
        return None
    share = (familiar - base) / (familiar - strange)
    return share if 0 <= share <= 1 else None


def bleu(answer: str, reference: str) -> float:
    """How far an answer repeats a reference in runs of one to four words, from 0 to 1; short answers lose.

    >>> round(bleu("the refund was not issued today", "the refund was issued today"), 2), bleu("it is paid", "paid")
    (0.0, 0.0)
    >>> bleu("Your refund was issued.", "your refund was issued")
    1.0

    Source: Papineni et al. 2002, “BLEU”, for one reference and with no smoothing.
    """
    said, wanted = (re.findall(r"\w+", text.lower()) for text in (answer, reference))
    shares = [_repeated(said, wanted, length) for length in range(1, _LONGEST_RUN + 1)]
    if not all(shares):
        return 0.0
    return min(1.0, math.exp(1 - len(wanted) / len(said))) * math.prod(shares) ** (1 / _LONGEST_RUN)


def _repeated(said: list[str], wanted: list[str], length: int) -> float:
    """The share of an answer's runs of so many words that the reference has too, each as often as there."""
    runs, known = (Counter(zip(*(words[start:] for start in range(length)), strict=False)) for words in (said, wanted))
    return (runs & known).total() / runs.total() if runs else 0.0


@dataclass(frozen=True)
class Forgetting:
    """An assumed course of training: the task's score rises and levels off, the general one falls each epoch."""

    task_start: float
    task_gain: float
    general_start: float
    general_loss_per_epoch: float

    def task(self, epochs: float) -> float:
        """The score on the task after so many passes over the data.

        >>> round(FULL_TUNING.task(3), 3)
        0.843
        """
        return self.task_start + self.task_gain * (1 - math.exp(-epochs))

    def general(self, epochs: float) -> float:
        """The score on a general benchmark after so many passes, never below 0.

        >>> round(FULL_TUNING.general(3), 3)
        0.55
        """
        return max(0.0, self.general_start - self.general_loss_per_epoch * epochs)


FULL_TUNING = Forgetting(0.71, 0.14, 0.65, 0.1 / 3)
"""Set so that three epochs take the task from 71 to 84 and cost 10 points, the case of the lesson. An assumption."""

LORA_TUNING = Forgetting(0.71, 0.12, 0.65, 0.1 / 9)
"""A little less gain, a third of the loss: LoRA mitigates in part. The sizes are an assumption.

Source for the direction: Biderman et al. 2024, “LoRA Learns Less and Forgets Less”, arXiv:2405.09673.
"""
