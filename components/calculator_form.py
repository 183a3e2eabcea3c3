"""What the fields of a calculator do: the address holds the inputs, the session what was typed and cannot be used."""

from collections.abc import Mapping
from typing import Any

from components import session
from core.calculator_page.fields import FormField, Kind, Value, form_field, shown, stored
from core.calculator_page.layout import layout_of, shown_names
from core.calculator_page.opened import Opened, address_of, open_address, read_form
from core.calculators.lora_targets import ALL_LINEAR
from core.calculators.model import Calculator, Inputs
from core.calculators.problems import Problem
from core.calculators.registry import calculators
from core.join.way_back import carried

_MISSING = object()
_PROBLEMS, _EMPTIED = "calculator.problems", "calculator.emptied"
_SHOWN, _ADDRESS = "calculator.shown", "calculator.address"
_NUMBERS = (Kind.NUMBER, Kind.WHOLE)


def opened_now(calculator: Calculator[Any]) -> Opened:
    """The calculator as the address opens it."""
    return open_address(calculator, session.params(), session.reference())


def fields_of(opened: Opened, names: tuple[str, ...]) -> tuple[FormField, ...]:
    """The fields of these names, with the options that they have now."""
    layout, reference = layout_of(opened.calculator), session.reference()
    return tuple(form_field(opened.calculator, name, opened.inputs, layout, reference) for name in names)


def key_of(calculator_id: str, name: str) -> str:
    """The key of a field's widget."""
    return f"calculator.{calculator_id}.{name}"


def problems_now() -> Mapping[str | None, str]:
    """A sentence for each field whose value cannot be used; under None, for what concerns no single field."""
    found: Mapping[str | None, str] = session.kept(_PROBLEMS) or {}
    return found


def emptied_now() -> tuple[str, ...]:
    """The fields that were emptied last and cannot be: each holds its last value again."""
    return session.kept(_EMPTIED) or ()


def follow_address(opened: Opened) -> bool:
    """Keeps the address; True if its values did not come from the fields, whose problems are then dropped."""
    afresh = session.once(_SHOWN, _token(opened.calculator, opened.inputs))
    session.keep(_ADDRESS, session.params())
    if afresh:
        session.keep(_PROBLEMS, None)
        session.keep(_EMPTIED, None)
    return afresh


def fill_fields(opened: Opened, fields: tuple[FormField, ...], afresh: bool) -> None:
    """Gives the widgets the address's values: all of them if the address is new, else those that have no value yet."""
    for field in fields:
        key = key_of(opened.calculator.id, field.name)
        if afresh or session.widget_value(key, _MISSING) is _MISSING:
            session.set_widget_value(key, _widget_value(field, opened))


def change(calculator_id: str, changed: str) -> None:
    """Takes what the fields hold: into the address when it can be computed, else as problems beside the fields."""
    calculator, reference = calculators()[calculator_id], session.reference()
    address = session.kept(_ADDRESS) or session.params()
    if address.get("calc") in calculators().keys() - {calculator_id}:
        return  # the press that left the field has opened another calculator
    session.set_params(address)  # a quick press still brings the one from before
    opened = opened_now(calculator)
    raw = _raw(opened)
    inputs, problems = read_form(calculator, raw, reference)
    fallback = layout_of(calculator).fallback
    rescued = {name: value for name, value in fallback.items() if name != changed and _is_about(name, problems)}
    if rescued:
        inputs, problems = read_form(calculator, raw | rescued, reference)
    if inputs is None:
        session.keep(
            _PROBLEMS, {problem.field if problem.field in raw else None: problem.sentence for problem in problems}
        )
        return
    session.keep(_PROBLEMS, None)
    _write(calculator, inputs, keep_fields=not rescued)


def open_calculator(calculator_id: str) -> None:
    """Opens another calculator where it starts; the way back stays."""
    session.set_params({"calc": calculator_id, **carried(session.params())})
    session.keep(_ADDRESS, session.params())


def use(calculator: Calculator[Any], inputs: Inputs) -> None:
    """Takes over whole inputs: of an example, of a change that makes a run fit."""
    _write(calculator, inputs, keep_fields=False)


def use_params(calculator: Calculator[Any], values: Mapping[str, str]) -> None:
    """Takes over values as an address spells them; all others go back to where they start."""
    _write(calculator, open_address(calculator, values, session.reference()).inputs, keep_fields=False)


def _write(calculator: Calculator[Any], inputs: Inputs, keep_fields: bool) -> None:
    session.set_params(address_of(calculator, inputs, session.params()))
    session.keep(_ADDRESS, session.params())
    session.keep(_SHOWN, _token(calculator, inputs) if keep_fields else None)


def _token(calculator: Calculator[Any], inputs: Inputs) -> str:
    return f"{calculator.id} {inputs.model_dump_json()}"


def _is_about(name: str, problems: tuple[Problem, ...]) -> bool:
    return any(problem.field == name for problem in problems)


def _raw(opened: Opened) -> dict[str, object]:
    calculator, reference = opened.calculator, session.reference()
    raw: dict[str, object] = {name: getattr(opened.inputs, name) for name in type(opened.inputs).model_fields}
    emptied = []
    first, more = shown_names(layout_of(calculator), opened.inputs, reference)
    for field in fields_of(opened, (*first, *more)):
        key = key_of(calculator.id, field.name)
        held = session.widget_value(key, _MISSING)
        if held is None and field.kind in _NUMBERS and not field.optional:
            session.set_widget_value(key, _widget_value(field, opened))
            emptied.append(field.name)
        elif held is not _MISSING:
            value = _modules(field, held, opened) if field.kind is Kind.MODULES else held
            value = stored(field, value, opened, reference)
            if field.kind is Kind.WHOLE and isinstance(value, float) and value.is_integer():
                value = int(value)
            raw[field.name] = value
    session.keep(_EMPTIED, tuple(emptied))
    return raw


def _modules(field: FormField, held: Any, opened: Opened) -> str:
    """Chosen modules as one text; "all-linear" stands alone, and the choice that came last wins."""
    chosen = list(held or ())
    before = str(getattr(opened.inputs, field.name))
    if ALL_LINEAR in chosen and len(chosen) > 1:
        chosen = [ALL_LINEAR] if before != ALL_LINEAR else [name for name in chosen if name != ALL_LINEAR]
        session.set_widget_value(key_of(opened.calculator.id, field.name), chosen)
    return "+".join(chosen)


def _widget_value(field: FormField, opened: Opened) -> Any:
    value: Value = shown(field, getattr(opened.inputs, field.name), opened.calculator, session.reference())
    if field.kind is Kind.MODULES:
        known = {option.value for option in field.options}
        return [name for name in str(value).split("+") if name in known]
    if field.kind in _NUMBERS and value is not None:
        return float(value)
    return value
