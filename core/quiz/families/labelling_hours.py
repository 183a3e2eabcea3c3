"""How many hours of people's time a training set takes. Pure."""

from core.language.numbers import decimal, written
from core.language.text import marked, t
from core.quiz.families.family import TWO_FIGURES, Draw, Family, GeneratedItem, WorkedStep, near, told

_CLAIMS = ("labelling-hours", "labelling-pace")


def _make(draw: Draw) -> GeneratedItem:
    pairs = draw.one_of("pairs", (600, 1_500, 2_000, 3_000, 4_500, 7_500, 8_000, 12_000))
    minutes = draw.one_of("minutes", (2, 3, 4, 6, 8, 10))
    in_all = pairs * minutes
    hours = in_all / 60
    steps = (
        WorkedStep(words=t("Minutes in all"), numbers=f"{decimal(pairs)} × {minutes}", result=decimal(in_all)),
        WorkedStep(words=t("In hours"), numbers=f"{decimal(in_all)} ÷ 60", result=written(hours, ",.4g")),
    )
    return GeneratedItem(
        kind="number",
        id=f"{draw.family}~{draw.seed}",
        family=draw.family,
        seed=draw.seed,
        source="data",
        node="fine-tuning",
        claims=_CLAIMS,
        question=t(
            "You need {pairs} pairs of instruction and response, and each takes {minutes} minutes to write and "
            "review. How many person-hours is that?",
            pairs=decimal(pairs),
            minutes=minutes,
        ),
        answer=hours,
        unit="person-hours",
        tolerance_percent=TWO_FIGURES,
        ranges=(
            near(in_all, t("Those are minutes; divide by 60."), credit=0.5),
            near(in_all / 60 / 8, t("Those are working days of 8 hours; the question asks for hours."), credit=0.5),
            near(pairs / 60, t("That is one minute a pair; each takes {minutes}.", minutes=minutes)),
        ),
        explanation=told(steps),
        hint=t("Count the minutes first."),
        steps=steps,
    )


FAMILY = Family("labelling-hours", marked("Hours to label a training set"), _CLAIMS, _make)
