"""Counts what a LoRA configuration trains, or says which setting cannot be used. Pure."""

from collections.abc import Mapping

from core.calculators.linear_layers import block_layers
from core.calculators.lora_params import LoraInputs, compute
from core.calculators.model import Result
from core.calculators.problems import BadInputsError
from core.content.lookup import UnknownNameError
from core.content.reference import Reference
from core.language.text import marked, t
from core.lesson_figures.lora_code import CHAPTER, LoraSettings, settings_problems
from core.numbers.number_format import exact

MAX_RANK = 16_384
_AS_ADDRESS = marked("Give its address on the Hub, owner/name, for example {id}.")
_FIELDS = {"r": "rank", "target_modules": "targets", "model": "model"}


def count_lora(settings: LoraSettings, reference: Reference) -> tuple[Result | None, Mapping[str, str]]:
    """The count, or None and a sentence for each setting that is wrong, by the setting's name."""
    problems = dict(settings_problems(settings))
    try:
        shape = reference.model(settings.model_id)
    except UnknownNameError as error:
        problems.setdefault("model", f"{error} {t(_AS_ADDRESS, id=CHAPTER.model_id)}")
        return None, problems
    if settings.rank > MAX_RANK:
        most = exact(MAX_RANK)
        problems["rank"] = t("Give a rank of at most {most}; no matrix of these models is wider.", most=most)
    if settings.alpha % 1:
        problems["alpha"] = t("Give an alpha that is a whole number.")
    if problems:
        return None, problems
    inputs = LoraInputs(model=shape.id, target_modules="+".join(settings.targets), r=int(settings.rank))
    try:
        return compute(inputs, reference), {}
    except BadInputsError as error:
        return None, {_FIELDS.get(p.field or "", "targets"): p.sentence for p in error.problems}


def modules_of(model_id: str, reference: Reference) -> tuple[str, ...]:
    """The modules of a model that an adapter can go on, in the order of the forward pass; none for an unknown model."""
    try:
        shape = reference.model(model_id)
    except UnknownNameError:
        return ()
    layers = block_layers(shape, fused_experts=True)
    return tuple(dict.fromkeys(layer.name for layer in layers if not layer.router))
