"""Which details of a run do not affect its speed, and what was used instead. Pure."""

from core.calculators.spellings import HUGGING_FACE, not_known
from core.calculators.throughput_inputs import ThroughputInputs
from core.calculators.throughput_speed import generation_of
from core.content.reference import Reference
from core.language.numbers import written
from core.language.text import marked, t

TUNED = ("foundry", "nemo", "titan", "litgpt", "xtuner", "megatron", "nanotron")
"""Words of frameworks whose loop loses little between layers, as `same_word` leaves them."""

_OTHERS = ("torchtune", "swift", "qwen", "fsdpqlora", "unsloth")
_RECOMPUTING = ("none", "off", "no", "false", "0", "full", "on", "yes", "true", "1", "select")
_FAR = 0.05


def cautions(inputs: ThroughputInputs, reference: Reference) -> tuple[str, ...]:
    """One sentence for each thing that was not understood."""
    found = not_known(inputs, "framework", (*HUGGING_FACE, *TUNED, *_OTHERS), marked("treated as Hugging Face"))
    found += not_known(inputs, "precision", ("16", "fp8", "amp", "mixed"), marked("the bf16 peak is assumed"))
    found += not_known(inputs, "grad_ckpt", _RECOMPUTING, marked("nothing is recomputed"))
    if generation_of(inputs.gpu) is None:
        gpu = inputs.gpu[:40]
        found.append(t("The table has no published run on {gpu}: its share of the peak is a guess.", gpu=gpu))
    return (*found, *_model(inputs, reference))


def _model(inputs: ThroughputInputs, reference: Reference) -> list[str]:
    given = inputs.model_params_b
    if given is None or inputs.model.lower().startswith("mpt"):
        return []
    shape = reference.known_model(inputs.model)
    if shape is None:
        return [
            t(
                "{model} is not in the table: a dense model of {given} billion parameters is assumed.",
                model=inputs.model[:60],
                given=written(given, "g"),
            )
        ]
    if any(abs(given * 1e9 / known - 1) <= _FAR for known in (shape.total_params, shape.params_per_token)):
        return []
    said = (
        marked("{model} has {known} billion parameters in the table; your {given} billion are not used.")
        if shape.active_params  # what a token passes, which no total tells
        else marked("{model} has {known} billion parameters in the table; your {given} billion are counted.")
    )
    known, typed = written(shape.total_params / 1e9, ".3g"), written(given, "g")
    return [t(said, model=shape.name, known=known, given=typed)]
