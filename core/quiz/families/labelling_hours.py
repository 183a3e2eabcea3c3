"""How many hours of people's time a training set takes. Pure."""

from core.language.text import marked
from core.quiz.families.family import Draw, Family, GeneratedItem, WorkedStep, near, told

_CLAIMS = ("labelling-hours", "labelling-pace")


def _make(draw: Draw) -> GeneratedItem:
    pairs = draw.one_of("pairs", (600, 1_500, 2_000, 3_000, 4_500, 7_500, 8_000, 12_000))
    minutes = draw.one_of("minutes", (2, 3, 4, 6, 8, 10))
    in_all = pairs * minutes
    hours = in_all / 60
    steps = (
        WorkedStep(words="Minutes in all", numbers=f"{pairs:,} × {minutes}", result=f"{in_all:,}"),
        WorkedStep(words="In hours", numbers=f"{in_all:,} ÷ 60", result=f"{hours:,.4g}"),
    )
    return GeneratedItem(
        kind="number",
        id=f"{draw.family}~{draw.seed}",
        family=draw.family,
        seed=draw.seed,
        source="data",
        node="fine-tuning",
        claims=_CLAIMS,
        question=(
            f"You need {pairs:,} pairs of instruction and response, and each takes {minutes} minutes to write and "
            "review. How many person-hours is that?"
        ),
        answer=hours,
        unit="person-hours",
        tolerance_percent=3,
        ranges=(
            near(in_all, "Those are minutes; divide by 60.", credit=0.5),
            near(in_all / 60 / 8, "Those are working days of 8 hours; the question asks for hours.", credit=0.5),
            near(pairs / 60, f"That is one minute a pair; each takes {minutes}."),
        ),
        explanation=told(steps),
        hint="Count the minutes first.",
        steps=steps,
    )


FAMILY = Family("labelling-hours", marked("Hours to label a training set"), _CLAIMS, _make)
