"""Full fine-tuning, LoRA and QLoRA side by side: what is trained, memory, quality, cost, and when."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from components.lesson_figure import LessonFigure
from components.markup import el, rich, show
from components.reference import reference
from core.calculators.lora_params import LoraInputs, compute
from core.content.models import Content
from core.figures import figure_text
from core.training_memory import NF4_BYTES, WEIGHT_BYTES, TrainingState, adapter_state, full_state


@dataclass(frozen=True)
class _Method:
    """One method: how the cost table calls it, and the claims that say each row of the comparison."""

    name: str
    trains: str
    quality: str
    when: str


_METHODS = (
    _Method("Full fine-tuning", "full-tuning-updates-all", "full-tuning-best-and-dearest", "full-tuning-can-forget"),
    _Method("LoRA", "lora-adds-small-matrices", "lora-quality", "lora-is-the-default"),
    _Method("QLoRA", "qlora-quantizes-the-base", "lora-forgets-less", "qlora-opens-small-hardware"),
)
_MODEL = "Llama-2-7B"
_PARTS = (("weights", "w"), ("gradients", "g"), ("optimizer", "o"))


def methods(content: Content) -> None:
    """Draws the three methods as columns whose rows line up."""
    states = _states()
    most = states["Full fine-tuning"].total_gib
    columns = [_column(content, method, states[method.name], most) for method in _METHODS]
    key = [el("span", el("span", class_=f"ll-sw ll-part-{mark}"), name) for name, mark in _PARTS]
    note = (
        f"Memory is computed for {_MODEL} with Adam in mixed precision and rank 16 on q_proj and v_proj: weights, "
        "gradients and optimizer state. Activations come on top."
    )
    show(el("div", *columns, class_="ll-methods"), el("p", *key, class_="ll-legend"), el("p", note, class_="ll-note"))


def _states() -> dict[str, TrainingState]:
    shape = reference().model(_MODEL)
    adapter = int(compute(LoraInputs(model=_MODEL), reference()).value("trainable_params"))
    return {
        "Full fine-tuning": full_state(shape.total_params),
        "LoRA": adapter_state(shape.total_params, adapter, WEIGHT_BYTES),
        "QLoRA": adapter_state(shape.total_params, adapter, NF4_BYTES),
    }


def _column(content: Content, method: _Method, state: TrainingState, most: float) -> ET.Element:
    says = {name: content.claim_by_id[getattr(method, name)].text for name in ("trains", "quality", "when")}
    rows = [row for row in content.costs if row.approach == method.name]
    costs = [
        el("li", el("strong", figure_text(row.cost)), f" {row.model}, {row.time_words}, {row.gpu}") for row in rows
    ]
    return el(
        "section",
        el("h3", method.name),
        _row("What is trained", rich("p", says["trains"])),
        _row("Memory, 7B", _bar(state, most)),
        _row("Quality", rich("p", says["quality"])),
        _row("Cost of a run", el("ul", *costs)),
        _row("When", rich("p", says["when"])),
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
    words = ", ".join(f"{name} {size:.1f}" for size, (name, _) in zip(sizes, _PARTS, strict=True))
    return el(
        "div",
        el("b", f"{state.total_gib:.0f} GiB" if state.total_gib > 20 else f"{state.total_gib:.1f} GiB"),
        el("div", *parts, class_="ll-stackbar", aria_hidden="true"),
        el("p", words, class_="ll-note"),
    )


FIGURE = LessonFigure(methods, wide=True)
