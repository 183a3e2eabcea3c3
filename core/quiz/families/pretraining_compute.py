"""Compute of a pre-training run by the rule 6 N D. Pure."""

from core.english_numbers import scientific
from core.language.text import marked
from core.quiz.families.family import Draw, Family, GeneratedItem, WorkedStep, near, told

_CLAIMS = ("llama-tokens", "only-labs-can-pre-train")


def _make(draw: Draw) -> GeneratedItem:
    """Compute in FLOP: 6 for each parameter and token, 2 forward and 4 backward.

    Source: arXiv:2001.08361, section 2.1, C ≈ 6 N D.
    """
    billions = draw.one_of("parameters", (1, 3, 7, 8, 13, 34, 70, 180, 405))
    trillions = draw.one_of("tokens", (0.3, 1, 1.4, 2, 5, 9, 13, 15))
    flop = 6 * billions * trillions * 1e21
    steps = (
        WorkedStep(
            words="FLOP: 6 × parameters × tokens",
            numbers=f"6 × {billions} × 10⁹ × {trillions:g} × 10¹²",
            result=scientific(flop),
        ),
    )
    return GeneratedItem(
        kind="number",
        id=f"{draw.family}~{draw.seed}",
        family=draw.family,
        seed=draw.seed,
        source="what-pre-training-gives",
        node="pre-training",
        claims=_CLAIMS,
        question=(
            f"A model with {billions}B parameters is pre-trained on {trillions:g} trillion tokens. How much compute is "
            "that, by the rule 6 × parameters × tokens?"
        ),
        answer=flop,
        unit="FLOP",
        tolerance_percent=2,
        ranges=(
            near(flop / 6, "The factor 6 is missing: 2 for the forward pass and 4 for the backward pass.", credit=0.5),
            near(flop / 3, "That is the forward pass alone; the backward pass costs twice as much again.", credit=0.5),
            near(flop / 1e3, "A thousand too few: a billion is 10⁹ and a trillion 10¹².", credit=0.5),
            near(flop * 1e3, "A thousand too many: a billion is 10⁹ and a trillion 10¹².", credit=0.5),
        ),
        explanation=told(steps),
        hint="A billion is 10⁹, a trillion 10¹². Write it as 3e23.",
        steps=steps,
    )


FAMILY = Family("pretraining-compute", marked("Compute by 6ND"), _CLAIMS, _make)
