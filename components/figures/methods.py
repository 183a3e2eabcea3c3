"""Full fine-tuning, LoRA and QLoRA side by side: what is trained, memory, quality, cost, and when."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from components import session
from components.figures import LessonFigure
from components.markup import el, rich, show, whole_ranges
from core.calculators.lora_params import LoraInputs, compute
from core.calculators.training_memory import NF4_BYTES, WEIGHT_BYTES, TrainingState, adapter_state, full_state
from core.content.models import Content
from core.language.text import marked, t
from core.numbers.figures import figure_text
from core.numbers.number_format import compact


@dataclass(frozen=True)
class _Method:
    """One method and the ids of its claims and costs; `*_words` where the chapter is silent."""

    name: str
    trains: str
    costs: tuple[str, ...]
    quality: str = ""
    when: str = ""
    quality_words: str = ""
    when_words: str = ""


_METHODS = (
    _Method(
        marked("Full fine-tuning"),
        "full-tuning-updates-all",
        ("full-7b",),
        quality="full-tuning-best-and-dearest",
        when_words=marked("The last 1–3 % of quality is worth the bill, and you watch for forgetting."),
    ),
    _Method(
        marked("LoRA"),
        "lora-adds-small-matrices",
        ("lora-7b", "lora-13b"),
        quality="lora-quality",
        when="lora-is-the-default",
    ),
    _Method(
        marked("QLoRA"),
        "qlora-quantizes-the-base",
        ("qlora-70b",),
        quality_words=marked(
            "The chapter gives no figure; the paper reports no loss against 16 bits (arXiv:2305.14314)."
        ),
        when="qlora-opens-small-hardware",
    ),
)
_MODEL = "Llama-2-7B"
_PARTS = ((marked("weights"), "w"), (marked("gradients"), "g"), (marked("optimizer"), "o"))


def methods(content: Content) -> None:
    """Draws the three methods as columns whose rows line up."""
    states = _states()
    most = states["Full fine-tuning"].total_gib
    columns = [_column(content, method, states[method.name], most) for method in _METHODS]
    key = [el("span", el("span", class_=f"ll-sw ll-part-{mark}"), t(name)) for name, mark in _PARTS]
    note = t(
        "Memory is computed for {model} with Adam in mixed precision and rank 16 on q_proj and v_proj: weights, "
        "gradients and optimizer state. Activations come on top.",
        model=_MODEL,
    )
    show(
        el("div", *columns, class_="ll-methods"),
        el("p", *key, class_="ll-legend"),
        el("p", note, class_="ll-note ll-assumed"),
    )


def _states() -> dict[str, TrainingState]:
    shape = session.reference().model(_MODEL)
    adapter = int(compute(LoraInputs(model=_MODEL), session.reference()).value("trainable_params"))
    return {
        "Full fine-tuning": full_state(shape.total_params),
        "LoRA": adapter_state(shape.total_params, adapter, WEIGHT_BYTES),
        "QLoRA": adapter_state(shape.total_params, adapter, NF4_BYTES),
    }


def _column(content: Content, method: _Method, state: TrainingState, most: float) -> ET.Element:
    says = {claim: content.claim_by_id[claim].text for claim in (method.trains, method.quality, method.when) if claim}
    rows = [row for row in content.costs if row.id in method.costs]
    costs = [
        el("li", el("strong", figure_text(row.cost)), whole_ranges(f" {row.model}, {row.time_words}, {row.gpu}"))
        for row in rows
    ]
    return el(
        "section",
        el("h3", t(method.name)),
        _row(t("What is trained"), rich("p", says[method.trains])),
        _row(t("Memory, 7B"), _bar(state, most)),
        _row(t("Quality"), rich("p", says.get(method.quality) or t(method.quality_words))),
        _row(t("Cost of a run"), el("ul", *costs)),
        _row(t("When"), rich("p", says.get(method.when) or t(method.when_words))),
        class_="ll-method",
    )


def _row(term: str, value: ET.Element) -> ET.Element:
    return el("div", el("p", term, class_="ll-note"), value)


def _bar(state: TrainingState, most: float) -> ET.Element:
    sizes = (state.weights_gib, state.gradients_gib, state.optimizer_gib)
    parts = [
        el("i", class_=f"ll-part-{mark}", style=f"width:{100 * size / most:.2f}%")
        for size, (_, mark) in zip(sizes, _PARTS, strict=True)
    ]
    words = ", ".join(f"{t(name)} {compact(size)}" for size, (name, _) in zip(sizes, _PARTS, strict=True))
    return el(
        "div",
        el("b", f"{compact(state.total_gib)} GiB"),
        el("div", *parts, class_="ll-stackbar", aria_hidden="true"),
        el("p", f"{words} GiB", class_="ll-note"),
    )


FIGURE = LessonFigure(methods, wide=True)
