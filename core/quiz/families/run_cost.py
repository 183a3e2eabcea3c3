"""What a training run costs: GPUs × hours × rate. Pure."""

from core.language.text import marked
from core.quiz.families.family import Draw, Family, GeneratedItem, WorkedStep, near, told

_CLAIMS = ("cost-full-7b", "cost-build-or-buy")


def _make(draw: Draw) -> GeneratedItem:
    gpus = draw.one_of("gpus", (2, 4, 8))
    hours = draw.one_of("hours", (3, 5, 6, 9, 12, 18, 20))
    rate = draw.one_of("rate", (1.5, 2, 2.5, 4, 5, 10))
    gpu_hours = gpus * hours
    cost = gpu_hours * rate
    steps = (
        WorkedStep(words="GPU-hours", numbers=f"{gpus} × {hours}", result=f"{gpu_hours}"),
        WorkedStep(words="Dollars", numbers=f"{gpu_hours} × ${rate:g}", result=f"${cost:,g}"),
    )
    return GeneratedItem(
        kind="number",
        id=f"{draw.family}~{draw.seed}",
        family=draw.family,
        seed=draw.seed,
        source="cost",
        node="fine-tuning",
        claims=_CLAIMS,
        question=(
            f"A run takes {hours} hours on {gpus} GPUs. A GPU-hour is priced at ${rate:g}. What does the run cost?"
        ),
        answer=cost,
        unit="US dollars",
        tolerance_percent=1,
        ranges=(
            near(hours * rate, f"That is one GPU; {gpus} are rented at the same time.", credit=0.5),
            near(gpu_hours, "Those are GPU-hours; multiply by the price of one.", credit=0.5),
            near(gpus * rate, "That is one hour of all GPUs."),
        ),
        explanation=told(steps),
        hint="Each GPU is paid for each hour.",
        steps=steps,
    )


FAMILY = Family("run-cost", marked("Cost of a training run"), _CLAIMS, _make)
