"""From a calculator's inputs model to the fields of its form: kind, label, options, steps. Pure."""

import math
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, get_args

from pydantic.fields import FieldInfo

from core.calculator_page.layout import Layout
from core.calculator_page.opened import Opened
from core.calculators.memory_inputs import Method
from core.calculators.model import Calculator, Inputs
from core.calculators.reading import extra_of, title_names_unit, unit_of
from core.content.lookup import UnknownNameError
from core.content.reference import ApiKind, Reference
from core.language.text import marked, t
from core.lesson_figures.lora_build import modules_of
from core.numbers.number_format import exact, unit_words

_MOST_SEGMENTS = 5
Value = str | int | float | bool | None


class Kind(StrEnum):
    """How a field is drawn."""

    SEGMENTS = "segments"
    SELECT = "select"
    SLIDER = "slider"
    MODULES = "modules"
    SWITCH = "switch"
    WHOLE = "whole"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True)
class Option:
    """One choice: what goes into the address, and what a person reads."""

    value: str
    label: str


@dataclass(frozen=True)
class FormField:
    """One field of a form.

    `free` ones take text that is not among the options, `optional` ones may stay
    empty, and `empty` says what that stands for.
    """

    name: str
    kind: Kind
    label: str
    help: str | None
    options: tuple[Option, ...] = ()
    free: bool = False
    optional: bool = False
    step: float = 1
    empty: str = "none"

    def label_of(self, value: str) -> str:
        """The label of a value; a typed value is its own label."""
        return next((option.label for option in self.options if option.value == value), value)


def form_field(
    calculator: Calculator[Any], name: str, inputs: Inputs, layout: Layout, reference: Reference
) -> FormField:
    """One field of a calculator's form, with the options that the tables give it now."""
    field = calculator.inputs.model_fields[name]
    kind, options = _kind(name, field, layout), _options(name, field, inputs, reference)
    default = field.get_default(call_default_factory=True)
    if name in layout.sliders:
        stops = sorted({*layout.sliders[name], int(getattr(inputs, name))})
        options = tuple(Option(str(stop), exact(stop)) for stop in stops)
    return FormField(
        name=name,
        kind=kind,
        label=_label(field, name),
        help=t(field.description) if field.description else None,
        options=options,
        free="suggestions" in extra_of(field) or extra_of(field).get("choices") in ("models", "gpus"),
        optional=default is None or default == "",
        empty=layout.empty(inputs, reference).get(name) or _when_empty(field.description or ""),
        step=_step(default, kind),
    )


def stored(field: FormField, value: Value, opened: Opened, reference: Reference) -> Value:
    """The input value for what a widget holds; a name that only differs in spelling stays as the inputs have it."""
    calculator = opened.calculator
    default = calculator.inputs.model_fields[field.name].get_default(call_default_factory=True)
    if field.kind is Kind.SELECT and value is None:
        return "" if field.optional else default
    if isinstance(value, str) and isinstance(default, str):
        canonical = _canonical_of(field, calculator)
        for name in (default, str(getattr(opened.inputs, field.name))):
            if canonical and canonical(reference, value) == canonical(reference, name):
                return name
    return value


def shown(field: FormField, value: object, calculator: Calculator[Any], reference: Reference) -> Value:
    """The widget's value for what the inputs hold, in the spelling of the options."""
    if isinstance(value, Enum):
        return str(value.value)
    if field.kind is Kind.SLIDER:
        return str(value)
    if field.kind is Kind.SELECT:
        canonical = _canonical_of(field, calculator)
        text = canonical(reference, str(value)) if canonical else str(value)
        return None if text == "" and "" not in {option.value for option in field.options} else text
    return value if isinstance(value, str | int | float | bool) else None


def _canonical_of(field: FormField, calculator: Calculator[Any]) -> Callable[[Reference, str], str] | None:
    """What gives a name of the field's table its own spelling; None where the field has no table."""
    return _CANONICAL.get(str(extra_of(calculator.inputs.model_fields[field.name]).get("choices")))


def _named(find: Callable[[Reference, str], str]) -> Callable[[Reference, str], str]:
    def canonical(reference: Reference, name: str) -> str:
        try:
            return find(reference, name)
        except UnknownNameError:
            return name

    return canonical


_CANONICAL: Mapping[str, Callable[[Reference, str], str]] = {
    "models": _named(lambda reference, name: reference.model(name).name),
    "gpus": _named(lambda reference, name: reference.gpu(name).name),
    "api_models": _named(lambda reference, name: reference.api_price(name).id),
    "training_prices": _named(lambda reference, name: reference.training_price(name).id),
}


def _when_empty(description: str) -> str:
    """What an empty field stands for, as its help says it.

    >>> _when_empty("In billions; leave empty for the model's."), _when_empty("Replaces the chapter's lower end.")
    ("the model's", "the chapter's")
    >>> _when_empty("Typed shape: h.")
    'not set'
    """
    found = re.search(r"(?:[Ee]mpty for|Replaces) (the \w+'s|all\b)?", description)
    return t(_TAKEN.get(found[1], "default")) if found else t("not set")


def _label(field: FieldInfo, name: str) -> str:
    unit = unit_of(field)
    named = {"usd": "$", "usd/h": "$", "usd/1M tokens": t("$ per 1M tokens"), "million tokens": t("millions")}
    shown_unit = named.get(unit, unit_words(unit))
    title = t(field.title or name)
    return title if not shown_unit or title_names_unit(field) else f"{title}, {shown_unit}"


def _kind(name: str, field: FieldInfo, layout: Layout) -> Kind:
    plain, extra = _plain_type(field), extra_of(field)
    if name in layout.sliders:
        return Kind.SLIDER
    if name == "target_modules":
        return Kind.MODULES
    if isinstance(plain, type) and issubclass(plain, Enum):
        return Kind.SEGMENTS if len(plain) <= _MOST_SEGMENTS else Kind.SELECT
    if "choices" in extra or "suggestions" in extra:
        return Kind.SELECT
    return {bool: Kind.SWITCH, int: Kind.WHOLE, float: Kind.NUMBER}.get(plain, Kind.TEXT)


def _plain_type(field: FieldInfo) -> Any:
    """The type of a field without the None that makes it optional."""
    if typing.get_origin(field.annotation) in (types.UnionType, typing.Union):
        return next(part for part in get_args(field.annotation) if part is not type(None))
    return field.annotation


def _options(name: str, field: FieldInfo, inputs: Inputs, reference: Reference) -> tuple[Option, ...]:
    plain, extra = _plain_type(field), extra_of(field)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return tuple(Option(str(member.value), choice_words(str(member.value))) for member in plain)
    if name == "target_modules":
        modules = modules_of(str(getattr(inputs, "model", "")), reference)
        return tuple(Option(module, module) for module in dict.fromkeys(("all-linear", *modules)))
    if "suggestions" in extra:
        return tuple(Option(str(word), _suggested(str(word))) for word in extra["suggestions"])
    if "choices" in extra:
        return _table_options(str(extra["choices"]), name, reference)
    return ()


def _table_options(table: str, name: str, reference: Reference) -> tuple[Option, ...]:
    if table == "models":
        return tuple(Option(model.name, model.name) for model in reference.models)
    if table == "gpus":
        return tuple(Option(gpu.name, f"{gpu.name}, {gpu.memory_gb:g} GB") for gpu in reference.gpus)
    if table == "chapter_costs":
        return tuple(
            Option(row.id, f"{row.approach}, {row.model_size}, {row.gpu_name}") for row in reference.chapter_costs
        )
    if table == "training_prices":
        return tuple(Option(row.id, f"{row.provider}, {row.model}") for row in reference.training_prices)
    kind = ApiKind.EMBEDDING if name.startswith("embedding") else ApiKind.CHAT
    return tuple(Option(row.id, row.model) for row in reference.api_prices if row.kind is kind)


_WORDS = {
    **{method.value: method.spelling for method in Method}, "full": marked("Full"), "pretrain": marked("Pre-train"),
    "chapter": marked("Chapter"), "computed": marked("Computed"), "managed": marked("Provider"),
}  # fmt: skip
_TAKEN = {
    None: marked("default"),
    "all": marked("all"),
    "the chapter's": marked("the chapter's"),
    "the table's": marked("the table's"),
    "the model's": marked("the model's"),
    "the framework's": marked("the framework's"),
}


def choice_words(value: str) -> str:
    """What a choice of few is called: QLoRA, Full; its own name where it has no other."""
    return t(_WORDS.get(value, value))


def _suggested(value: str) -> str:
    return value.replace("_", " ") if value else t("default for the rest")


def _step(default: object, kind: Kind) -> float:
    """A step that moves a number by a tenth or so of what it starts at: 2,048 by 256, 5,000 by 500, 0.9 by 0.05."""
    if kind not in (Kind.WHOLE, Kind.NUMBER) or not isinstance(default, int | float) or isinstance(default, bool):
        return 1 if kind is Kind.WHOLE else 0.1
    if default <= 1 and kind is Kind.NUMBER:
        return 0.05
    if default >= 256 and math.log2(default).is_integer():
        return default // 8
    power = 10.0 ** max(0, math.floor(math.log10(max(default, 1))) - 1)
    step = power * 5 if default >= 50 * power else power
    return int(step) if kind is Kind.WHOLE else float(step)
