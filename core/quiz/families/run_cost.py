"""What a training run costs: GPUs × hours × rate. Pure."""

from core.language.text import marked, t
from core.numbers.number_format import usd_in_full, usd_price
from core.quiz.families.family import Draw, Family, GeneratedItem, WorkedStep, near, told

_CLAIMS = ("cost-full-7b", "cost-build-or-buy")


def _make(draw: Draw) -> GeneratedItem:
    gpus = draw.one_of("gpus", (2, 4, 8))
    hours = draw.one_of("hours", (3, 5, 6, 9, 12, 18, 20))
    rate = draw.one_of("rate", (1.5, 2, 2.5, 4, 5, 10))
    gpu_hours = gpus * hours
    cost = gpu_hours * rate
    price = usd_price(rate)
    steps = (
        WorkedStep(words=t("GPU-hours"), numbers=f"{gpus} × {hours}", result=f"{gpu_hours}"),
        WorkedStep(words=t("Dollars"), numbers=f"{gpu_hours} × {price}", result=usd_in_full(cost)),
    )
    return GeneratedItem(
        kind="number",
        id=f"{draw.family}~{draw.seed}",
        family=draw.family,
        seed=draw.seed,
        source="cost",
        node="fine-tuning",
        claims=_CLAIMS,
        question=t(
            "A run takes {hours} hours on {gpus} GPUs. A GPU-hour is priced at {price}. What does the run cost?",
            hours=hours,
            gpus=gpus,
            price=price,
        ),
        answer=cost,
        unit="US dollars",
        tolerance_percent=1,
        ranges=(
            near(hours * rate, t("That is one GPU; {gpus} are rented at the same time.", gpus=gpus), credit=0.5),
            near(gpu_hours, t("Those are GPU-hours; multiply by the price of one."), credit=0.5),
            near(gpus * rate, t("That is one hour of all GPUs.")),
        ),
        explanation=told(steps),
        hint=t("You pay for every GPU, every hour."),
        steps=steps,
    )


FAMILY = Family("run-cost", marked("Cost of a training run"), _CLAIMS, _make)
