"""The inputs of the pre-training calculator, and the parameters that follow from them. Pure."""

from pydantic import Field

from core.calculators.memory_shapes import says_mixture
from core.calculators.model import Inputs
from core.calculators.problems import BadInputsError
from core.content.reference import ModelShape, Reference
from core.language.text import t
from core.numbers.number_format import compact

_DEFAULT_MODEL = "Llama-3.1-8B"


class PretrainingInputs(Inputs):
    """One pre-training run."""

    model: str = Field(
        default=_DEFAULT_MODEL,
        title="Model",
        description="A model from the table, or any name if you type in its parameters.",
        max_length=120,
        json_schema_extra={"must_be_stated": True, "unless": "params_b", "choices": "models"},
    )
    params_b: float | None = Field(
        default=None,
        title="Parameters",
        description="In billions; leave empty for the model's.",
        gt=0,
        le=100_000,
        json_schema_extra={"unit": "billion"},
    )
    active_params_b: float | None = Field(
        default=None,
        title="Active parameters",
        description="What one token passes in a mixture of experts, in billions; leave empty for all.",
        gt=0,
        le=100_000,
        json_schema_extra={"unit": "billion"},
    )
    tokens_t: float = Field(
        default=15,
        title="Training tokens",
        description="In trillions.",
        gt=0,
        le=10_000,
        json_schema_extra={"must_be_stated": True, "unit": "trillion"},
    )
    gpu: str = Field(default="H100-80GB", title="Accelerator", max_length=60, json_schema_extra={"choices": "gpus"})
    n_gpus: int | None = Field(
        default=None, title="Accelerators", description="Gives the days it takes.", ge=1, le=10_000_000
    )
    mfu: float | None = Field(
        default=None,
        title="Model FLOPs utilisation",
        description="Between 0 and 1; leave empty for what published runs reach.",
        gt=0,
        le=1,
    )
    usd_per_gpu_hour: float | None = Field(
        default=None,
        title="Price of an hour",
        description="Per accelerator; leave empty for the table's.",
        ge=0,
        le=10_000,
        json_schema_extra={"unit": "usd/h"},
    )


def params_of(inputs: PretrainingInputs, reference: Reference) -> tuple[float, float]:
    """All parameters, and those that one token passes.

    Raises:
        UnknownNameError: an unknown model without a size.
        BadInputsError: more parameters are active than there are.
    """
    if inputs.params_b is None:
        shape = reference.model(inputs.model)
        total, active = float(shape.total_params), float(shape.params_per_token)
    else:
        total = inputs.params_b * 1e9
        known = _known_mixture(inputs, reference)
        active = min(total, float(known.params_per_token)) if known else total
    if inputs.active_params_b is not None:
        active = inputs.active_params_b * 1e9
    if active > total * 1.001:
        sentence = t(
            "{active} active parameters are more than the total of {total}; correct one of the two.",
            active=compact(active),
            total=compact(total),
        )
        raise BadInputsError.of("active_params_b", sentence)
    return total, active


def _known_mixture(inputs: PretrainingInputs, reference: Reference) -> ModelShape | None:
    shape = reference.known_model(inputs.model)
    return shape if shape is not None and shape.is_moe else None


def cautions(inputs: PretrainingInputs, reference: Reference) -> tuple[str, ...]:
    """What was taken for the active parameters where they are not typed in."""
    if inputs.params_b is None or inputs.active_params_b is not None or inputs.model == _DEFAULT_MODEL:
        return ()
    known = _known_mixture(inputs, reference)
    if known:
        active = compact(known.params_per_token)
        said = t(
            "{name} is a mixture of experts: its {active} active parameters are counted.",
            name=known.name,
            active=active,
        )
        return (said,)
    if says_mixture(inputs.model):
        name = inputs.model[:60]
        return (t("{name} sounds like a mixture of experts; give active_params_b, or all are counted.", name=name),)
    return ()
