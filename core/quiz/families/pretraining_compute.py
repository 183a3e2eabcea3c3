"""Compute of a pre-training run by the rule 6 N D. Pure."""

from core.content.typed_items import NumberRange
from core.language.numbers import written
from core.language.text import marked, t
from core.numbers.number_format import scientific
from core.quiz.families.family import TWO_FIGURES, Draw, Family, GeneratedItem, WorkedStep, near, told

_CLAIMS = ("llama-tokens", "only-labs-can-pre-train")


def _wrong(flop: float) -> tuple[NumberRange, ...]:
    return (
        near(flop / 6, t("The factor 6 is missing: 2 for the forward pass and 4 for the backward pass."), credit=0.5),
        near(flop / 3, t("That is the forward pass alone; the backward pass costs twice as much again."), credit=0.5),
        near(flop / 1e3, t("A thousand too few: a billion is 10⁹ and a trillion 10¹²."), credit=0.5),
        near(flop * 1e3, t("A thousand too many: a billion is 10⁹ and a trillion 10¹²."), credit=0.5),
    )


def _make(draw: Draw) -> GeneratedItem:
    """Compute in FLOP: 6 for each parameter and token, 2 forward and 4 backward.

    Source: arXiv:2001.08361, section 2.1, C ≈ 6 N D.
    """
    billions = draw.one_of("parameters", (1, 3, 7, 8, 13, 34, 70, 180, 405))
    trillions = draw.one_of("tokens", (0.3, 1, 1.4, 2, 5, 9, 13, 15))
    flop = 6 * billions * trillions * 1e21
    steps = (
        WorkedStep(
            words=t("FLOP: 6 × parameters × tokens"),
            numbers=f"6 × {billions} × 10⁹ × {written(trillions, 'g')} × 10¹²",
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
        question=t(
            "A model with {billions}B parameters is pre-trained on {trillions} trillion tokens. How much compute is "
            "that, by the rule 6 × parameters × tokens?",
            billions=billions,
            trillions=written(trillions, "g"),
        ),
        answer=flop,
        unit="FLOP",
        tolerance_percent=TWO_FIGURES,
        ranges=_wrong(flop),
        explanation=told(steps),
        hint=t("A billion is 10⁹, a trillion 10¹². Write it as 3e23."),
        steps=steps,
    )


FAMILY = Family("pretraining-compute", marked("Compute by 6ND"), _CLAIMS, _make)
