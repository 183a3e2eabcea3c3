"""Memory fit: what one GPU holds at the peak of training, part by part, and on which GPUs that fits. Pure."""

from core.calculators.memory_activations import kept_activations, layers_kept
from core.calculators.memory_bands import band_of
from core.calculators.memory_cautions import cautions
from core.calculators.memory_fit import needs_ecc_off, usable_gib
from core.calculators.memory_inputs import MemoryInputs
from core.calculators.memory_parts import Parts, peak_parts, weight_bytes, weight_terms
from core.calculators.memory_run import Run, settle
from core.calculators.model import Calculator, Example, Quantity, Result, Step, Unit
from core.calculators.training_memory import GIB
from core.content.reference import GpuSpec, Reference
from core.language.numbers import in_figures, written
from core.language.text import marked, t
from core.numbers.number_format import in_billions, percent

_LABELS = (
    ("weights", marked("Base weights")),
    ("adapters", marked("Adapters")),
    ("gradients", marked("Gradients")),
    ("optimizer", marked("Optimizer states")),
    ("activations", marked("Activations")),
    ("logits", marked("Logits and loss")),
    ("gathered", marked("Gathered layers")),
    ("overhead", marked("Allocator, context, step")),
)
_SHOWN_GIB = 0.005
"""What is less is 0.00 in the sum, and left out of it."""
_SOURCES = (
    "Formula and coefficients: read in the code of the training frameworks, then fitted to published peaks",
    "QLoRA arXiv:2305.14314; ZeRO arXiv:1910.02054; activation recomputation, Korthikanti et al. arXiv:2205.05198",
    "Against 140 published peaks of LitGPT, ms-swift, torchtune …: median error 2.8 %; elsewhere expect 8–12 %",
)


def compute(inputs: MemoryInputs, reference: Reference) -> Result:
    """Peak memory of one GPU in GiB, with its range and the parts that sum to it.

    Raises:
        BadInputsError: an unknown model without a size, or a rank above the matrices.
    """
    run = settle(inputs, reference)
    parts = peak_parts(run)
    peak, band = parts.total / GIB, band_of(inputs.method)
    return Result(
        quantities=(
            Quantity("peak_memory_gib", t("Peak memory a GPU"), peak, Unit.GIB, peak * band.low, peak * band.high),
            Quantity("trainable_params", t("Trained parameters"), _trained(run), Unit.PARAMETERS),
            Quantity("tokens_in_flight", t("Tokens in the longest batch"), float(run.tokens), Unit.TOKENS),
        ),
        steps=_steps(run, parts),
        sources=_SOURCES,
        parts=tuple(Quantity(f"{name}_gib", t(label), getattr(parts, name) / GIB, Unit.GIB) for name, label in _LABELS),
        notes=_notes(run, parts, reference.known_gpu(inputs.gpu)),
        cautions=cautions(run),
    )


def _trained(run: Run) -> float:
    return run.shape.params if run.inputs.is_full else run.adapter_params


def _gib(size: float) -> str:
    return in_figures(f"{size / GIB:,.2f} GiB")


def _terms(parts: Parts) -> str:
    sizes = [getattr(parts, name) / GIB for name, _ in _LABELS]
    return " + ".join(written(size, ",.2f") for size in sizes if size >= _SHOWN_GIB)


def _weight_numbers(run: Run, parts: Parts) -> str:
    sizes = " + ".join(f"{in_billions(params)} × {written(width, 'g')}" for params, width in weight_terms(run))
    gpus = max(run.split.weights, run.split.layers)
    if run.offloads_all:
        return t("{sizes}, on the CPU", sizes=sizes)
    if run.split.layers > 1:
        head = _gib(parts.weights - weight_bytes(run) / gpus)
        return t("{sizes}, over {gpus} GPU, + {head} of lm_head on the last", sizes=sizes, gpus=gpus, head=head)
    return t("{sizes}, over {gpus} GPU", sizes=sizes, gpus=gpus)


def _activation_numbers(run: Run, parts: Parts) -> str:
    if not parts.activations:
        return t("none are left in the optimizer step, where the peak is")
    kept, layers = kept_activations(run), layers_kept(run)
    return t(
        "{layers} × {size} × {tokens} + {beside}, checkpointing {kind}",
        layers=written(layers, ".4g"),
        size=written(kept / (layers * run.tokens), ",.0f"),
        tokens=written(run.tokens, ","),
        beside=_gib(parts.activations - kept),
        kind=run.inputs.grad_ckpt,
    )


def _steps(run: Run, parts: Parts) -> tuple[Step, ...]:
    shape, tokens = run.shape, run.tokens
    trained = in_figures(f"{_trained(run) / 1e6:,.1f} M")
    return (
        Step(
            t("Weights: parameters of the linear layers × bytes each, and the rest at 2 or 4 bytes"),
            _weight_numbers(run, parts),
            _gib(parts.weights),
        ),
        Step(
            t("Training state: adapters + gradients + optimizer of what is trained"),
            t("{trained} parameters, {optimizer}:", trained=trained, optimizer=run.inputs.optimizer)
            + f" {_gib(parts.adapters)} + {_gib(parts.gradients)} + {_gib(parts.optimizer)}",
            _gib(parts.adapters + parts.gradients + parts.optimizer),
        ),
        Step(
            t(
                "Activations: layers × bytes a token × tokens, with checkpointing 2h bytes or 4h; plus what is "
                "computed beside the logits"
            ),
            _activation_numbers(run, parts),
            _gib(parts.activations),
        ),
        Step(
            t("Logits: bytes × vocabulary × tokens"),
            f"{written(parts.logits / (shape.vocab * tokens), '.0f')} × {written(shape.vocab, ',')} × "
            f"{written(tokens, ',')} ({run.inputs.loss_impl})",
            _gib(parts.logits),
        ),
        Step(
            t("Gathered layers, and what allocator, context and optimizer step add"),
            f"{_gib(parts.gathered)} + {_gib(parts.overhead)} ({run.metric})",
            _gib(parts.gathered + parts.overhead),
        ),
        Step(t("Peak: the sum"), _terms(parts), _gib(parts.total)),
    )


def _notes(run: Run, parts: Parts, known: GpuSpec | None) -> tuple[str, ...]:
    band = band_of(run.inputs.method)
    notes = [
        t(
            "Range: {share} of {rows} published {method} rows lie in it; other stacks may do worse.",
            share=percent(band.coverage),
            rows=band.rows,
            method=band.method.spelling,
        ),
        t("Counted the way {stack} does: {metric} memory.", stack=run.stack.name, metric=run.metric),
    ]
    if parts.logits == 0 and parts.activations == 0:
        notes.append(
            t("The peak is in the optimizer step, when activations are gone: shorter sequences do not lower it.")
        )
    if run.offloads_all:
        notes.append(t("Weights, gradients and optimizer states are on the CPU; the GPU gets each layer for its turn."))
    elif run.inputs.cpu_offload:
        notes.append(t("Optimizer states are on the CPU."))
    if run.capacity_bytes:
        room = usable_gib(run.capacity_bytes / GIB) - parts.total / GIB
        gpu, gib = run.inputs.gpu, written(abs(room), ".1f")
        if room < 0:
            notes.append(t("{gpu} is too small by {gib} GiB.", gpu=gpu, gib=gib))
        elif known and needs_ecc_off(known, parts.total / GIB):
            notes.append(t("{gpu} leaves {gib} GiB while error correction (ECC) is off.", gpu=gpu, gib=gib))
        else:
            notes.append(t("{gpu} leaves {gib} GiB.", gpu=gpu, gib=gib))
    return tuple(notes)


CALCULATOR: Calculator[MemoryInputs] = Calculator(
    id="memory",
    title="Memory fit",
    question="How much GPU memory does this training run need, and where does it go?",
    inputs=MemoryInputs,
    compute=compute,
    claims=(
        "qlora-70b-on-one-gpu",
        "before-qlora-8-gpus",
        "qlora-quantizes-the-base",
        "full-tuning-updates-all",
        "full-tuning-best-and-dearest",
        "qlora-opens-small-hardware",
        "lora-rank-trades-memory",
    ),
    found_by=(
        marked("does it fit on my GPU"),
        marked("out of memory"),
        marked("how much VRAM"),
        marked("how much memory does LoRA need"),
    ),
    examples=(
        Example(
            "Qwen-7B with LoRA on one A100, as ms-swift measured it",
            {
                "model": "Qwen-7B",
                "method": "lora",
                "framework": "ms-swift",
                "lora_r": 8,
                "lora_targets": "qkv(c_attn)",
                "lora_dropout": 0.05,
                "seq_len": 1024,
                "grad_accum": "16",
                "gpu": "A100-80GB",
            },
            {"peak_memory_gib": 21.73},
            "modelscope/ms-swift docs/source_en/LLM/Benchmark.md, commit d2b45ec8: 21.73 GiB reserved",
            0.05,
        ),
        Example(
            "Llama-3.2-3B, all weights, packed to 4,096 tokens",
            {
                "model": "Llama-3.2-3B",
                "method": "full",
                "framework": "torchtune",
                "seq_len": 4096,
                "micro_batch": 2,
                "grad_ckpt": "none",
            },
            {"peak_memory_gib": 60.0},
            "pytorch/torchtune README.md, commit bd2a0fc7: 60.0 GiB active",
            0.05,
        ),
        Example(
            "Llama-3.2-3B with QLoRA, checkpointing and offloaded activations",
            {
                "model": "Llama-3.2-3B",
                "method": "qlora",
                "framework": "torchtune",
                "base_weight_dtype": "nf4-dq",
                "lora_r": 64,
                "lora_targets": "q+v+o+mlp",
                "seq_len": 4096,
                "micro_batch": 2,
                "grad_ckpt": "full+act_offload",
                "loss_impl": "chunked_ce",
            },
            {"peak_memory_gib": 4.6},
            "pytorch/torchtune README.md, commit bd2a0fc7: 4.6 GiB active",
            0.06,
        ),
    ),
)
