"""The formulas of alignment: what DPO minimizes, what a reward model predicts, what chasing it does. Pure."""

import math


def implied_preference(margin: float, beta: float = 1.0) -> float:
    """How surely the chosen answer is preferred, 0 to 1: the logistic function of beta × margin.

    With beta 1 and a margin of rewards this is the Bradley–Terry model that reward models are trained on.

    Source: Rafailov et al. 2023, arXiv:2305.18290, equations 1 and 6 (checked 2026-11-24).

    >>> round(implied_preference(4, 0.1), 3), implied_preference(0, 0.5)
    (0.599, 0.5)
    """
    z = beta * margin
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def dpo_loss(margin: float, beta: float) -> float:
    """The DPO loss of one pair, in nats: −log σ(beta × margin).

    `margin` is the log ratio of the chosen answer, trained model over frozen copy, minus that of the rejected one.

    Source: Rafailov et al. 2023, arXiv:2305.18290, equation 7 (checked 2026-11-24).

    >>> round(dpo_loss(4, 0.1), 3), round(dpo_loss(0, 0.1), 3)
    (0.513, 0.693)
    """
    z = beta * margin
    return math.log1p(math.exp(-z)) if z >= 0 else -z + math.log1p(math.exp(z))


def dpo_pull(margin: float, beta: float) -> float:
    """How hard this pair still pulls on the model, 0 to 1: the weight σ(−beta × margin) in the gradient.

    Source: Rafailov et al. 2023, arXiv:2305.18290, section 4, “What does the DPO update do?” (checked 2026-11-24).

    >>> round(dpo_pull(4, 0.1), 3)
    0.401
    """
    return implied_preference(-margin, beta)


def over_optimized(distance: float, gain: float, penalty: float) -> float:
    """The score after optimizing this far from the start: distance × (gain − penalty × ln distance).

    `distance` is the square root of the KL divergence from the starting model, in √nats; the score has no unit.

    Source: Gao, Schulman and Hilton 2022, arXiv:2210.10760, the form fitted for RL (checked 2026-11-24).

    >>> over_optimized(1, 1, 0.3), over_optimized(0, 1, 0.3)
    (1.0, 0.0)
    """
    return distance * (gain - penalty * math.log(distance)) if distance > 0 else 0.0


def best_distance(gain: float, penalty: float) -> float:
    """Where `over_optimized` peaks: e^(gain ÷ penalty − 1).

    >>> round(best_distance(1, 0.3), 1)
    10.3
    """
    return math.exp(gain / penalty - 1)
