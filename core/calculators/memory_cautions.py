"""Which details of a run were not understood or not used, and what was used instead. Pure."""

from core.calculators.memory_parts import OPTIMIZER_STATES
from core.calculators.memory_run import BYTES_PER_WEIGHT, SHARDING_WORDS, Run
from core.calculators.memory_stacks import STACK_WORDS
from core.calculators.memory_targets import read_targets
from core.calculators.spellings import HUGGING_FACE, not_known
from core.language.numbers import written
from core.language.text import marked, t

_KNOWN_WORDS = {
    "optimizer": tuple(word for word, _ in OPTIMIZER_STATES),
    "loss_impl": ("full", "logits", "chunk", "fused", "liger", "cut", "cross"),
    "attention": ("flash", "sdpa", "eager", "fa2", "fa3", "xformers", "efficient"),
    "base_weight_dtype": tuple(word for word, _ in BYTES_PER_WEIGHT),
    "train_dtype": ("16", "32", "amp", "mixed", "master", "fp8"),
    "sharding": SHARDING_WORDS,
    "grad_ckpt": ("none", "off", "no", "false", "0", "full", "on", "yes", "true", "1", "select", "offload"),
    "memory_metric": ("allocated", "active", "reserved", "smi"),
    "framework": (*HUGGING_FACE, *STACK_WORDS),
}
_TAKEN = {
    "optimizer": marked("treated as AdamW, two states a parameter"),
    "loss_impl": marked("full logits are assumed"),
    "attention": marked("flash attention is assumed"),
    "base_weight_dtype": marked("2 bytes a weight are assumed"),
    "train_dtype": marked("bf16 is assumed"),
    "sharding": marked("nothing is split: each GPU holds everything"),
    "grad_ckpt": marked("full checkpointing is assumed"),
    "memory_metric": marked("allocated memory is assumed"),
    "framework": marked("treated as Hugging Face"),
}
_FAR = 0.05


def cautions(run: Run) -> tuple[str, ...]:
    """One sentence for each thing that was not understood or not used."""
    found = [*_unknown_words(run), *_model(run), *_contradictions(run)]
    if run.inputs.gpu and not run.capacity_bytes:
        gpu = run.inputs.gpu[:40]
        found.append(t("“{gpu}” is not in the GPU table and names no GB, so it gets no verdict.", gpu=gpu))
    return tuple(found)


def _unknown_words(run: Run) -> list[str]:
    found = [
        sentence
        for name, words in _KNOWN_WORDS.items()
        for sentence in not_known(run.inputs, name, words, _TAKEN[name])
    ]
    if not run.inputs.is_full:
        unknown = read_targets(run.inputs.lora_targets).unknown
        found += [t("LoRA targets: “{word}” is not known and was ignored.", word=word[:40]) for word in unknown]
    return found


def _model(run: Run) -> list[str]:
    if run.shape.inferred:
        return [] if run.shape.inferred == "as typed" else [run.shape.inferred]
    given, known = run.inputs.model_params_b, run.shape.params / 1e9
    if given is None or abs(given / known - 1) <= _FAR:
        return []
    return [
        t(
            "{model} has {known} billion parameters in the table; your {given} billion are not used.",
            model=run.shape.name,
            known=written(known, ".3g"),
            given=written(given, "g"),
        )
    ]


def _contradictions(run: Run) -> list[str]:
    inputs, found = run.inputs, []
    if inputs.is_quantized and run.bytes_per_weight >= 2:
        found.append(
            t(
                "{method} with {dtype} base weights: they are counted as given.",
                method=inputs.method,
                dtype=inputs.base_weight_dtype,
            )
        )
    if inputs.is_full and run.bytes_per_weight < 1:
        dtype = inputs.base_weight_dtype
        found.append(t("Weights in {dtype} cannot be trained in full; they are counted anyway.", dtype=dtype))
    return found
