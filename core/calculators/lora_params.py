"""LoRA parameters: how many are trained, exactly as `peft` counts them, one target module at a time. Pure."""

from dataclasses import dataclass, replace

from pydantic import Field

from core.calculators.linear_layers import LinearLayer, block_layers, outer_layers, saved_params
from core.calculators.lora_targets import ALL_LINEAR, check_targets, is_all_linear, saved_names, split_names, targeted
from core.calculators.model import Calculator, Example, Inputs, Quantity, Result, Step, Unit
from core.calculators.training_memory import GIB
from core.content.reference import ModelShape, Reference
from core.language.numbers import written
from core.language.text import t
from core.numbers.number_format import exact

_SOURCE = (
    "peft's get_nb_trainable_parameters, counted on the meta device with peft 0.21.2 and transformers 5.24.0 (2026-11)"
)
_MOE_SOURCE = "Transformers 4 counted with peft 0.18.1 and transformers 4.57.6 (2026-11)"
_SAVED = "saved_"
"""Before the name of a module that is trained and saved whole, in the ids of parts."""


class LoraInputs(Inputs):
    """A LoRA configuration on one model."""

    model: str = Field(
        default="Llama-3.2-3B",
        title="Model",
        description="A model from the table: its name, its id, or its address on the Hub.",
        max_length=120,
        json_schema_extra={"must_be_stated": True, "choices": "models"},
    )
    target_modules: str = Field(
        default="q_proj+v_proj",
        title="Target modules",
        description="Names joined with +, or all-linear.",
        max_length=400,
    )
    r: int = Field(default=16, title="Rank", description="r, the inner width of each adapter.", ge=1, le=16_384)
    use_dora: bool = Field(default=False, title="DoRA", description="Adds one magnitude an output.")
    modules_to_save: str = Field(
        default="",
        title="Modules to save",
        description="Trained in full beside the adapters: lm_head, embed_tokens, joined with +.",
        max_length=200,
    )
    transformers_version: str = Field(
        default="5.24.0",
        title="transformers version",
        description="Version 5 keeps a layer's experts in two tensors, 4 in one matrix each; MoE counts differ.",
        pattern=r"^[345](\.\d+)*$",
        max_length=20,
    )

    @property
    def transformers_5(self) -> bool:
        """Whether the experts are fused, as from transformers 5 on."""
        return self.transformers_version.startswith("5")


@dataclass(frozen=True)
class _Count:
    """One line of the sum."""

    name: str
    words: str
    numbers: str
    params: int


def compute(inputs: LoraInputs, reference: Reference) -> Result:
    """Trainable and total parameters, and what share is trained.

    Llama-3.2-3B with the chapter's configuration (r 16 on q_proj and v_proj) -> 4,587,520 of 3,217,337,344, 0.1426 %.

    Source: chapter, “SFT adapts a pre-trained model”; arXiv:2106.09685; `peft`, see `linear_layers`.
    """
    shape = reference.model(inputs.model)
    outer = outer_layers(shape, inputs.transformers_5)
    known = (*block_layers(shape, inputs.transformers_5), *outer)
    saved = saved_names(inputs.modules_to_save, [layer.name for layer in outer])
    targets = [x for x in targeted(inputs.target_modules, shape.name, known) if x.name not in saved]
    check_targets(targets, inputs.r, inputs.use_dora)
    counts = [_count(layer, inputs) for layer in targets]
    counts += [
        _Count(
            f"{_SAVED}{x.name}",
            t("{name}, saved in full: in × out", name=x.name),
            f"{exact(x.inputs)} × {exact(x.outputs)}",
            saved_params(shape, x),
        )
        for x in outer
        if x.name in saved
    ]
    trainable = sum(count.params for count in counts)
    result = _result(shape, trainable, counts, _notes(inputs, shape, trainable))
    return replace(result, cautions=_cautions(inputs, shape, known))


def _count(layer: LinearLayer, inputs: LoraInputs) -> _Count:
    factor = " × 2" if layer.rank_factor == 2 else ""
    dora = f" + {exact(layer.count)} × {exact(layer.outputs)}" if inputs.use_dora else ""
    if layer.count == 0:
        words = t("{name}: counted with {other}, one tensor", name=layer.name, other=layer.together_with)
        return _Count(layer.name, words, "0", 0)
    words = t("{name}: matrices × rank{factor} × (in + out)", name=layer.name, factor=factor)
    return _Count(
        layer.name,
        words + (t(" + one magnitude per output") if inputs.use_dora else ""),
        f"{exact(layer.count)} × {inputs.r}{factor} × ({exact(layer.inputs)} + {exact(layer.outputs)}){dora}",
        layer.lora_params(inputs.r, inputs.use_dora),
    )


def _result(shape: ModelShape, trainable: int, counts: list[_Count], notes: tuple[str, ...]) -> Result:
    total = shape.total_params + trainable
    share = 100 * trainable / total
    merged: dict[str, int] = {}
    for count in counts:
        merged[count.name] = merged.get(count.name, 0) + count.params
    return Result(
        quantities=(
            Quantity("trainable_params", t("Trainable parameters"), trainable, Unit.PARAMETERS),
            Quantity("all_params", t("All parameters, adapters included"), total, Unit.PARAMETERS),
            Quantity("trainable_pct", t("Share trained"), share, Unit.PERCENT),
            Quantity("adapter_gib", t("The adapter's file, at 4 bytes each"), trainable * 4 / GIB, Unit.GIB),
        ),
        parts=tuple(Quantity(name, _part(name), params, Unit.PARAMETERS) for name, params in merged.items()),
        steps=(
            *(Step(count.words, count.numbers, exact(count.params)) for count in counts),
            Step(t("Trainable: the sum"), " + ".join(exact(count.params) for count in counts), exact(trainable)),
            Step(
                t("All: the base model + trainable"), f"{exact(shape.total_params)} + {exact(trainable)}", exact(total)
            ),
            Step(t("Share: trainable ÷ all"), f"{exact(trainable)} ÷ {exact(total)}", f"{written(share, '.4f')} %"),
        ),
        sources=(_SOURCE, f"{shape.name}: {shape.source}", *((_MOE_SOURCE,) if shape.is_moe else ())),
        notes=notes,
    )


def _part(name: str) -> str:
    """A part as it is named: a module by its name, a copy that is trained and saved whole as that."""
    saved = name.removeprefix(_SAVED)
    return name if saved == name else t("{name} (in full)", name=saved)


def _cautions(inputs: LoraInputs, shape: ModelShape, known: tuple[LinearLayer, ...]) -> tuple[str, ...]:
    names = {layer.name for layer in known}
    ignored = [name for name in split_names(inputs.target_modules) if name not in names]
    if not ignored or is_all_linear(inputs.target_modules):
        return ()
    names_ignored = ", ".join(ignored)[:120]
    return (t("{model} has no {modules}; peft skips them.", model=shape.name, modules=names_ignored),)


def _notes(inputs: LoraInputs, shape: ModelShape, trainable: int) -> tuple[str, ...]:
    notes = []
    if shape.is_moe:
        held = "peft 0.21.2, transformers 5.24.0" if inputs.transformers_5 else "peft 0.18.1, transformers 4.57.6"
        notes.append(
            t(
                "Mixture of experts: this count holds for {held}. Other versions name the experts differently.",
                held=held,
            )
        )
    share = 100 * trainable / (shape.total_params + trainable)
    if not 0.1 <= share <= 1:
        notes.append(
            t(
                "The chapter says 0.1–1 %; here it is {share} %, since the share depends on model, rank and targets.",
                share=_beyond(share),
            )
        )
    return tuple(notes)


def _beyond(share: float) -> str:
    """A share that is not 0.1–1 %, with as many figures as it takes to see that."""
    return next(words for words in (written(share, f".{n}g") for n in range(2, 18)) if words not in ("0.1", "0,1", "1"))


def _example(title: str, trainable: int, total: int, source: str = _SOURCE, **inputs: str | int | bool) -> Example:
    return Example(title, dict(inputs), {"trainable_params": trainable, "all_params": total}, source, rel_tol=0)


CALCULATOR = Calculator(
    id="lora-params",
    title="LoRA parameters",
    question="How many parameters does this LoRA configuration train?",
    inputs=LoraInputs,
    compute=compute,
    claims=(
        "lora-trainable-share",
        "lora-code-values",
        "lora-rank-trades-memory",
        "lora-adds-small-matrices",
        "lora-target-modules",
        "higher-rank-overfits-more",
    ),
    examples=(
        _example(
            "The chapter's configuration",
            4_587_520,
            3_217_337_344,
            model="Llama-3.2-3B",
            target_modules="q_proj+v_proj",
            r=16,
        ),
        _example(
            "Every linear layer of an 8B model",
            20_971_520,
            8_051_232_768,
            model="Llama-3.1-8B",
            target_modules=ALL_LINEAR,
            r=8,
        ),
        _example(
            "DoRA",
            13_795_328,
            7_261_818_880,
            model="Mistral-7B-v0.3",
            target_modules="q_proj+v_proj",
            r=32,
            use_dora=True,
        ),
        _example(
            "A mixture of experts", 359_665_664, 47_062_458_368, model="Mixtral-8x7B", target_modules=ALL_LINEAR, r=16
        ),
        _example(
            "The same in transformers 4",
            242_225_152,
            46_945_017_856,
            _MOE_SOURCE,
            model="Mixtral-8x7B",
            target_modules=ALL_LINEAR,
            r=16,
            transformers_version="4.57.6",
        ),
    ),
)
