"""Parses what people type, in a form, an address, a table or a command, into validated inputs. Pure."""

import re
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from core.calculators.model import Inputs, InputsT
from core.calculators.problems import BadInputsError, Problem
from core.calculators.spellings import same_word
from core.content.nearest import hint_for
from core.language.numbers import in_figures
from core.language.text import marked, t

_UNITS = {"usd": marked("dollars"), "usd/h": "$/h", "usd/1M tokens": marked("$ per 1M tokens")}
"""The units that are written otherwise in a sentence."""
_BOUNDS = {
    "greater_than": marked("{title} is {given}; it must be above {limit}."),
    "greater_than_equal": marked("{title} is {given}; it must be at least {limit}."),
    "less_than": marked("{title} is {given}; it must be below {limit}."),
    "less_than_equal": marked("{title} is {given}; it must be at most {limit}."),
}
_WITHOUT_SEPARATORS = marked(" without separators, like {text}")
_SCALES = {
    **{"k": 1e3, "m": 1e6, "b": 1e9, "T": 1e12, "mio": 1e6, "mrd": 1e9, "bn": 1e9, "tokens": 1.0},
    **{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
}
_SAID_BY_TITLE = {"min": "Minutes", "h": "Hours", "tokens": "Tokens"}
_NOT_MILLIONS = {"min": ("m", "M"), "months": ("m", "M")}
_DOTTED = r"-?[1-9]\d{0,2}(\.\d{3})+"


def read_inputs(inputs: type[InputsT], raw: Mapping[str, object]) -> InputsT:
    """The inputs in `raw`, with defaults for what it leaves out.

    Raises:
        BadInputsError: an input is unknown or out of bounds; it has a problem for each.
    """
    grouped = tuple(_grouped(inputs, raw))
    try:
        read = inputs.model_validate({name: _plain(inputs, name, value) for name, value in raw.items()})
    except ValidationError as error:
        said = {problem.field for problem in grouped}
        found = (_problem(inputs, details) for details in error.errors())
        raise BadInputsError((*grouped, *(problem for problem in found if problem.field not in said))) from error
    if grouped:
        raise BadInputsError(grouped)
    return read


def unit_of(field: FieldInfo) -> str:
    """The unit that an input declares, or nothing."""
    return str(extra_of(field).get("unit", ""))


def title_names_unit(field: FieldInfo) -> bool:
    """Whether the title of an input begins with its unit, which then need not be said again: minutes a pair."""
    word = _SAID_BY_TITLE.get(unit_of(field))
    return bool(word) and (field.title or "").startswith(str(word))


def must_be_stated(field: FieldInfo, names: Collection[str]) -> bool:
    """Whether a table or a command that has inputs called `names` must state this one too.

    An input says so with `"must_be_stated": True`, and `"unless": "params_b"` where another one can stand for it.
    """
    if field.is_required():
        return True
    return bool(extra_of(field).get("must_be_stated", False)) and extra_of(field).get("unless") not in names


def extra_of(field: FieldInfo) -> Mapping[str, Any]:
    """The metadata of an input beyond pydantic's own."""
    return field.json_schema_extra if isinstance(field.json_schema_extra, Mapping) else {}


def unstated(inputs: type[Inputs], names: Mapping[str, object]) -> tuple[Problem, ...]:
    """One problem for each input that must be stated and is not among `names`, or is empty there."""
    stated = {name for name, value in names.items() if str(value).strip()}
    return tuple(
        Problem(name, _missing(name, field))
        for name, field in inputs.model_fields.items()
        if name not in stated and must_be_stated(field, stated)
    )


def _missing(name: str, field: FieldInfo) -> str:
    title, example = t(field.title or name), f"{name}={field.get_default()}"
    return t("{title} is missing; give {name}, for example {example}.", title=title, name=name, example=example)


def _plain(inputs: type[Inputs], name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    field = inputs.model_fields.get(name)
    if field is None:
        return value.strip()
    if field.annotation is bool and value.strip() in ("1.0", "0.0"):  # as spreadsheets and pandas write them
        return value.strip()[0]
    word, choices = same_word(value), {same_word(choice): choice for choice in _choices(field, {})}
    return choices.get(word) or choices.get(extra_of(field).get("synonyms", {}).get(word, "")) or _minus(value.strip())


def _minus(text: str) -> str:
    """The text with the minus that our own pages print as the one that programs read."""
    return re.sub(r"^\u2212(?=[\d.])", "-", text)


def _grouped(inputs: type[Inputs], raw: Mapping[str, object]) -> Iterator[Problem]:
    """One problem for each whole number in groups, as German spreadsheets write them: 5.000 would be read as 5."""
    for name, value in raw.items():
        field, text = inputs.model_fields.get(name), value.strip() if isinstance(value, str) else ""
        if field and _is_whole(field) and re.fullmatch(_DOTTED, text):
            yield Problem(name, _refused(name, field, text, _expected("int_parsing", text, field)))


def _is_whole(field: FieldInfo) -> bool:
    return field.annotation is int or int in get_args(field.annotation)


def _problem(inputs: type[Inputs], details: ErrorDetails) -> Problem:
    name = str(details["loc"][0]) if details["loc"] else None
    if name is None:
        return Problem(None, _own_words(details))
    field = inputs.model_fields.get(name)
    if field is None:
        hint = hint_for(name, inputs.model_fields)
        return Problem(name, t("“{name}” is not an input; {hint}", name=name, hint=hint))
    return Problem(name, _sentence(name, field, details))


def _sentence(name: str, field: FieldInfo, details: ErrorDetails) -> str:
    title, context, kind = t(field.title or name), details.get("ctx", {}), details["type"]
    given = _shown(details["input"])
    unit = _unit_words(field)
    if given == t("“{name}”", name="") and kind != "string_too_short":
        return t("{title} is empty; give a value or leave {name} out.", title=title, name=name)
    if kind in _BOUNDS:
        limit = next(context[key] for key in ("gt", "ge", "lt", "le") if key in context)
        limit_unit = "" if limit == 1 and unit_of(field) == "tokens" else unit  # “at least 1 tokens” is no English
        return t(_BOUNDS[kind], title=title, given=given, limit=f"{in_figures(_number(limit))}{limit_unit}")
    if kind == "value_error":
        return _own_words(details)
    if kind in ("enum", "literal_error"):
        hint = hint_for(str(details["input"]), _choices(field, context))
    else:
        hint = _expected(kind, details["input"], field)
    return _refused(name, field, details["input"], hint)


def _refused(name: str, field: FieldInfo, value: object, hint: str) -> str:
    return t("{title} is {given}; {hint}", title=t(field.title or name), given=_shown(value), hint=hint)


def _unit_words(field: FieldInfo) -> str:
    return f" {t(_UNITS.get(unit_of(field), unit_of(field)))}" if unit_of(field) else ""


def _expected(kind: str, value: object, field: FieldInfo) -> str:
    if kind == "bool_parsing":
        return t("write 1 for yes or 0 for no.")
    if kind.startswith("string"):
        return t("write it as this input's help says.")
    whole, unit = kind.startswith("int"), _unit_words(field)
    wanted = t("write a whole number") if whole else t("write a number")
    of = t(" of{unit}", unit=unit) if unit else ""
    repair = t("; it must be finite") if kind == "finite_number" else _repair(str(value)[:40], whole, field)
    return f"{wanted}{of}{repair}."


def _repair(text: str, whole: bool, field: FieldInfo) -> str:
    """How to write what was probably meant; nothing where that would be no whole number and one is asked for."""
    advice, number = _meant_share(text, field) or _meant_scaled(text, unit_of(field)) or _meant(text)
    return t(advice, text=number) if advice and (number.lstrip("-").isdecimal() or not whole) else ""


def _meant_share(text: str, field: FieldInfo) -> tuple[str, str] | None:
    """10 % where a share is asked for, 0 to 1."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*%", text)
    ends = [getattr(bound, "le", getattr(bound, "lt", None)) for bound in field.metadata]
    return (marked(" as a share, like {text}"), f"{float(found[1]) / 100:.10g}") if found and 1 in ends else None


def _meant_scaled(text: str, unit: str) -> tuple[str, str] | None:
    """7B, 5 thousand, 1e5: in full, or as many billions where billions are asked for."""
    found = re.fullmatch(r"[$€]?(\d+(?:\.\d+)?)\s*(?:([A-Za-z]+)\.?|[eE]\+?(\d{1,2}))", text)
    if found is None or found[2] in _NOT_MILLIONS.get(unit, ()):
        return None
    scale = 10.0 ** int(found[3]) if found[3] else _SCALES.get(found[2]) or _SCALES.get(found[2].lower())
    asked_in = _SCALES.get(unit.split(" ", maxsplit=1)[0], 1.0)
    number = f"{float(found[1]) * (scale or 0) / asked_in:.15g}"
    if not scale or "e" in number:
        return None
    whole = number == found[1] or asked_in > 1
    return marked(" alone, like {text}, without a unit") if whole else marked(" in full, like {text}"), number


def _meant(text: str) -> tuple[str, str]:
    if re.fullmatch(r"[$€]?\d{1,3}([,_ '’\u00a0\u202f]\d{3})+(\.\d+)?", text):
        return _WITHOUT_SEPARATORS, re.sub(r"[^\d.]", "", text)
    if re.fullmatch(_DOTTED, text):
        return _WITHOUT_SEPARATORS, text.replace(".", "")
    if re.fullmatch(r"\d+,\d+", text):
        return marked(" with a point, like {text}"), text.replace(",", ".")
    suffixed = re.fullmatch(r"[$€]?(-?\d+(?:\.\d+)?)\s*[^\d.]+", text) or re.fullmatch(r"[$€](-?\d+(?:\.\d+)?)", text)
    return (marked(" alone, like {text}, without a unit"), suffixed[1]) if suffixed else ("", "")


def _own_words(details: ErrorDetails) -> str:
    return details["msg"].removeprefix("Value error, ")


def _choices(field: FieldInfo, context: Mapping[str, Any]) -> list[str]:
    if isinstance(field.annotation, type) and issubclass(field.annotation, Enum):
        return [str(member.value) for member in field.annotation]
    return re.findall(r"'([^']*)'", str(context.get("expected", "")))


def _shown(value: object) -> str:
    if isinstance(value, float) or (isinstance(value, int) and abs(value) >= 1e15):
        written = f"{value:,.0f}" if 1e15 <= abs(value) < 1e21 else f"{value:.15g}"  # 1e99 in full has 99 digits
        return t("“{name}”", name=in_figures(written))
    return t("“{name}”", name=str(value)[:40])


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() and abs(value) < 1e15 else f"{value:g}"
