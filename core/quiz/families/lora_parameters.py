"""How many parameters LoRA trains, from the shape of the model. Pure."""

from core.language.numbers import decimal
from core.language.text import marked, t
from core.quiz.families.family import TWO_FIGURES, Draw, Family, GeneratedItem, WorkedStep, near, told

_MODULES = (("q_proj", "v_proj"), ("q_proj", "k_proj", "v_proj"), ("q_proj", "k_proj", "v_proj", "o_proj"))
_CLAIMS = ("lora-adds-small-matrices", "lora-trainable-share")


def _solution(width: int, layers: int, rank: int, modules: int) -> tuple[WorkedStep, ...]:
    each = rank * 2 * width
    return (
        WorkedStep(
            words=t("Two small matrices beside one weight matrix: rank × (in + out)"),
            numbers=f"{rank} × ({decimal(width)} + {decimal(width)})",
            result=decimal(each),
        ),
        WorkedStep(
            words=t("All of them: {modules} in each of {layers} layers", modules=modules, layers=layers),
            numbers=f"{decimal(each)} × {modules} × {layers}",
            result=decimal(each * modules * layers),
        ),
    )


def _make(draw: Draw) -> GeneratedItem:
    width = draw.one_of("width", (1024, 2048, 3072, 4096, 5120, 8192))
    layers = draw.one_of("layers", (16, 24, 28, 32, 40, 48))
    rank = draw.one_of("rank", (4, 8, 16, 32, 64))
    modules = draw.one_of("modules", _MODULES)
    whole = rank * 2 * width * len(modules) * layers
    steps = _solution(width, layers, rank, len(modules))
    return GeneratedItem(
        kind="number",
        id=f"{draw.family}~{draw.seed}",
        family=draw.family,
        seed=draw.seed,
        source="lora-and-qlora",
        node="fine-tuning",
        claims=_CLAIMS,
        question=t(
            "LoRA of rank {rank} on {modules} in each of {layers} layers; each matrix is {width} × {width}. How many "
            "parameters does it train?",
            rank=rank,
            modules=", ".join(modules),
            layers=layers,
            width=decimal(width),
        ),
        answer=whole,
        unit="parameters",
        tolerance_percent=TWO_FIGURES,
        ranges=(
            near(whole / layers, t("That is one layer; there are {layers}.", layers=layers), credit=0.5),
            near(whole / 2, t("That counts one of the two small matrices; each weight matrix gets both.")),
            near(whole / len(modules), t("That is one module a layer; {n} are adapted.", n=len(modules)), credit=0.5),
            near(
                len(modules) * layers * width * width,
                t("Those are the frozen weights that LoRA leaves alone."),
                "lora-retrains-everything",
            ),
        ),
        explanation=told(steps),
        hint=t("A matrix of in × out gets two beside it: in × rank and rank × out."),
        steps=steps,
    )


FAMILY = Family("lora-parameters", marked("LoRA parameters by shape"), _CLAIMS, _make)
