"""Which layers a LoRA configuration targets, and what `peft` would refuse. Pure."""

import re
from collections.abc import Sequence

from core.calculators.linear_layers import LinearLayer
from core.calculators.problems import BadInputsError
from core.calculators.spellings import same_word
from core.content.nearest import hint_for
from core.language.numbers import written
from core.language.text import t

ALL_LINEAR = "all-linear"


def split_names(names: str) -> list[str]:
    """The module names in a text, however they are joined.

    >>> split_names("q_proj+v_proj"), split_names("['lm_head', 'embed_tokens']")
    (['q_proj', 'v_proj'], ['lm_head', 'embed_tokens'])
    """
    return re.findall(r"[\w.-]+", names)


def is_all_linear(names: str) -> bool:
    """Whether a text is `peft`'s word for every linear layer.

    >>> is_all_linear("all-linear"), is_all_linear("All linear"), is_all_linear("q_proj")
    (True, True, False)
    """
    return same_word(names) == "alllinear"


def targeted(names: str, model: str, known: Sequence[LinearLayer]) -> list[LinearLayer]:
    """The layers among `known` that `names` target.

    Raises:
        BadInputsError: they target none, which `peft` refuses too.
    """
    wanted = split_names(names)
    if is_all_linear(names):
        return [layer for layer in known if layer.in_all_linear]
    targets = [layer for layer in known if layer.name in wanted]
    if not wanted:
        raise BadInputsError.of("target_modules", t("Target modules is empty; choose at least one."))
    if not targets:
        choices = list(dict.fromkeys(layer.name for layer in known))
        hint = hint_for(wanted[0], choices)
        sentence = t("{model} has no module “{name}”; {hint}", model=model, name=names[:60], hint=hint)
        raise BadInputsError.of("target_modules", sentence)
    return targets


def saved_names(names: str, known: list[str]) -> list[str]:
    """The modules that are trained in full beside the adapters.

    Raises:
        BadInputsError: a module that is neither the head nor the embedding.
    """
    saved = split_names(names)
    for name in saved:
        if name not in known:
            sentence = t(
                "Only {known} are counted when saved in full, not “{name}”; remove it.",
                known=t(" and ").join(known),
                name=name,
            )
            raise BadInputsError.of("modules_to_save", sentence)
    return saved


def check_targets(targets: Sequence[LinearLayer], rank: int, dora: bool) -> None:
    """Raises `BadInputsError` for no targets, a rank above a matrix, half a fused tensor, or DoRA on a fused one."""
    if not targets:
        sentence = t("Every target module is saved in full, and nothing gets an adapter; target another one.")
        raise BadInputsError.of("target_modules", sentence)
    names = {layer.name for layer in targets}
    plain = [layer for layer in targets if not layer.router]
    smallest = min(plain or targets, key=lambda layer: min(layer.inputs, layer.outputs))
    width = min(smallest.inputs, smallest.outputs)
    if plain and rank > width:
        sentence = t(
            "Rank {rank} is above the matrix: {name} is {inputs} × {outputs}; give at most {width}.",
            rank=written(rank, ","),
            name=smallest.name,
            inputs=written(smallest.inputs, ","),
            outputs=written(smallest.outputs, ","),
            width=written(width, ","),
        )
        raise BadInputsError.of("r", sentence)
    for layer in targets:
        if layer.together_with is not None and layer.together_with not in names:
            sentence = t(
                "{one} and {other} are one tensor in transformers 5; target both.",
                one=layer.name,
                other=layer.together_with,
            )
            raise BadInputsError.of("target_modules", sentence)
        if layer.fused and dora:
            sentence = t(
                "peft has no DoRA for {name}, a fused expert tensor in transformers 5; turn it off, or target "
                "attention only.",
                name=layer.name,
            )
            raise BadInputsError.of("use_dora", sentence)
