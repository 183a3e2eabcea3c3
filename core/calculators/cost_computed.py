"""Fine-tuning cost by arithmetic: tokens and FLOPs to hours to dollars; or tokens times a provider's price. Pure."""

from core.calculators.cost_inputs import CostInputs
from core.calculators.gpu_rent import Rent, rent_of
from core.calculators.managed_training import closing
from core.calculators.model import Quantity, Result, Step, Unit
from core.calculators.training_mfu import Mfu, fine_tuning_mfu, flops_per_token, job_of
from core.content.reference import GpuSpec, ModelShape, Reference, TrainingPrice, TrainingUnit
from core.language.numbers import written
from core.language.text import t
from core.numbers.number_format import exact, in_billions, scientific, usd_in_full, usd_price, usd_result

_MFU_SOURCE = "MFU: as in the training-speed calculator, fitted to 174 published runs"
_FLOPS_SOURCE = "FLOPs a token: arXiv:2204.02311 appendix B; c = 4 for adapters confirmed on NeMo LoRA runs"


def computed_cost(inputs: CostInputs, reference: Reference) -> Result:
    """Hours and dollars of a job on rented GPUs, with low and high."""
    shape, gpu, gpus = reference.model(inputs.model), reference.gpu(inputs.gpu), inputs.n_gpus or 1
    width = shape.num_layers * shape.query_size
    a_token = flops_per_token(inputs.method, shape.params_per_token, width, inputs.tokens_per_example)
    flops = a_token * inputs.training_tokens
    mfu = _mfu(inputs, gpu, reference)
    peak_per_hour = gpu.dense_bf16_tflops * 1e12 * 3600
    middle, low, high = (flops / (peak_per_hour * share) for share in (mfu.middle, mfu.high, mfu.low))
    rent = rent_of(gpu, inputs.usd_per_gpu_hour, reference)
    quantities = [
        Quantity("hours", t("Time"), middle / gpus, Unit.HOURS, low / gpus, high / gpus),
        Quantity("gpu_hours", t("GPU-hours"), middle, Unit.HOURS, low, high),
        Quantity("training_tokens", t("Training tokens"), inputs.training_tokens, Unit.TOKENS),
        Quantity("flops", t("Operations"), flops, Unit.FLOP),
        Quantity(
            "tokens_per_s_per_gpu",
            t("Tokens a second per GPU"),
            inputs.training_tokens / middle / 3600,
            Unit.TOKENS_PER_S,
        ),
    ]
    if rent:
        cost = Quantity("cost_usd", t("Cost"), middle * rent.usd, Unit.USD, low * rent.low, high * rent.high)
        rate = Quantity(
            "rate_usd_per_gpu_hour", t("Price of a GPU-hour"), rent.usd, Unit.USD_PER_HOUR, rent.low, rent.high
        )
        quantities = [cost, *quantities, rate]
    return Result(
        quantities=tuple(quantities),
        steps=(*_token_steps(inputs), *_gpu_steps(inputs, shape, gpu, (flops, mfu.middle, middle), rent)),
        sources=(
            _FLOPS_SOURCE,
            _MFU_SOURCE,
            f"{gpu.name}: {gpu.source}, {gpu.as_of}",
            *((rent.source,) if rent else ()),
        ),
        notes=_notes(inputs, gpu, rent),
    )


def managed_cost(inputs: CostInputs, reference: Reference) -> Result:
    """What a provider charges for the job: tokens × epochs × its price, or hours × its price."""
    row = reference.training_price(inputs.managed)
    if row.training_unit is TrainingUnit.PER_HOUR:
        cost = inputs.training_hours * row.training_usd
        step = Step(
            t("Cost: hours × price"),
            f"{written(inputs.training_hours, 'g')} h × {usd_price(row.training_usd)}",
            usd_in_full(cost),
        )
        extra = Quantity("hours", t("Time"), inputs.training_hours, Unit.HOURS)
        steps: tuple[Step, ...] = (step,)
    else:
        price = row.training_usd if inputs.usd_per_mtok is None else inputs.usd_per_mtok
        cost = inputs.training_tokens / 1e6 * price
        extra = Quantity("training_tokens", t("Training tokens"), inputs.training_tokens, Unit.TOKENS)
        step = Step(
            t("Cost: millions of tokens × price"),
            f"{written(inputs.training_tokens / 1e6, 'g')} × {usd_price(price)}",
            usd_in_full(cost),
        )
        steps = (*_token_steps(inputs), step)
    return Result(
        quantities=(Quantity("cost_usd", t("Cost"), cost, Unit.USD), extra),
        steps=steps,
        sources=(f"{row.provider} {row.model}: {row.source}, {row.as_of}",),
        notes=_managed_notes(row, reference),
    )


def _mfu(inputs: CostInputs, gpu: GpuSpec, reference: Reference) -> Mfu:
    if inputs.mfu is not None:
        return Mfu(inputs.mfu, inputs.mfu, inputs.mfu)
    job = job_of(inputs.method, inputs.model, gpu.id, inputs.tokens_per_example, inputs.n_gpus or 1)
    return fine_tuning_mfu(job, reference)


def _token_steps(inputs: CostInputs) -> tuple[Step, ...]:
    if inputs.mtok is not None:
        return (
            Step(
                t("Tokens: typed in"),
                t("{amount} million", amount=written(inputs.mtok, "g")),
                exact(inputs.training_tokens),
            ),
        )
    numbers = " × ".join(
        (written(inputs.examples, ","), written(inputs.tokens_per_example, ","), written(inputs.epochs, "g"))
    )
    return (Step(t("Tokens: examples × tokens an example × epochs"), numbers, exact(inputs.training_tokens)),)


def _gpu_steps(
    inputs: CostInputs, shape: ModelShape, gpu: GpuSpec, found: tuple[float, float, float], rent: Rent | None
) -> tuple[Step, ...]:
    flops, mfu, gpu_hours = found
    c, gpus = inputs.method.flops_per_param, inputs.n_gpus or 1
    width, length = written(shape.query_size, ","), written(inputs.tokens_per_example, ",")
    attention = f"{2 * c} × {shape.num_layers} × {width} × {length}"
    params = in_billions(shape.params_per_token)
    steps = [
        Step(
            t(
                "Operations: tokens × ({c} × parameters + {twice_c} × layers × width × length)",
                c=c,
                twice_c=2 * c,
            ),
            f"{exact(inputs.training_tokens)} × ({c} × {params} + {attention})",
            scientific(flops),
        ),
        Step(
            t("GPU-hours: operations ÷ (peak × MFU × 3,600 s)"),
            f"{scientific(flops)} ÷ ({written(gpu.dense_bf16_tflops, 'g')} × 10¹² × {written(mfu, '.3g')} × "
            f"{written(3_600, ',')})",
            f"{written(gpu_hours, '.3g')} h",
        ),
    ]
    if gpus > 1:
        steps.append(
            Step(
                t("Time: GPU-hours ÷ GPUs"),
                f"{written(gpu_hours, '.3g')} ÷ {written(gpus, ',')}",
                f"{written(gpu_hours / gpus, '.3g')} h",
            )
        )
    if rent:
        numbers = f"{written(gpu_hours, '.3g')} × {rent.words()}"
        steps.append(Step(t("Cost: GPU-hours × price"), numbers, usd_result(gpu_hours * rent.usd)))
    return tuple(steps)


def _notes(inputs: CostInputs, gpu: GpuSpec, rent: Rent | None) -> tuple[str, ...]:
    notes = [t("Whether it fits the GPU's memory is another question: open the memory calculator.")]
    if inputs.mfu is None:
        notes.append(t("At least 80 % of published runs lie between low and high; activations are not recomputed."))
    if inputs.mfu is None and inputs.tokens_per_example < 1_000:
        notes.append(
            t("Short examples are assumed packed to about 2,048 tokens; one at a time they take up to 5 × longer.")
        )
    if rent is None:
        notes.append(t("The table has no rent for {gpu}. Give what a GPU-hour costs to get dollars.", gpu=gpu.name))
    return tuple(notes)


def _managed_notes(row: TrainingPrice, reference: Reference) -> tuple[str, ...]:
    notes = [*([row.note] if row.note else []), *closing(row)]
    if row.base_model and row.input_usd_per_mtok:
        base = reference.api_price(row.base_model)
        ratio = row.input_usd_per_mtok / base.input_usd_per_mtok
        notes.append(
            t(
                "Calling the tuned model costs {ratio} × the base model's prompt price; the chapter says 2–4 ×.",
                ratio=written(ratio, ".2g"),
            )
        )
    return tuple(notes)
