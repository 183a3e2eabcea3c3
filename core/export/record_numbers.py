"""The section "Numbers" of a decision record: results of calculators, each with its inputs and its address. Pure.

What is kept of them are the addresses; the numbers are computed anew, in the language and with the tables of the day.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlencode

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from core.calculator_page.fields import choice_words
from core.calculator_page.headline import headline, is_ranged, number_words, range_words
from core.calculator_page.layout import layout_of
from core.calculator_page.opened import Opened, address_of
from core.calculators.address import address
from core.calculators.cost_cautions import of_other_modes
from core.calculators.cost_inputs import CostInputs, Mode
from core.calculators.model import Quantity
from core.calculators.reading import title_names_unit, unit_of
from core.calculators.registry import calculators
from core.join.few_params import few_params
from core.language.numbers import in_figures
from core.language.text import marked, t
from core.numbers.number_format import unit_words, with_unit

_MOST_LINES = 6
_MOST_FIELDS = 60
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")
_LONG = re.compile(r"^-?\d{5,}")
"""What has so many digits is read in groups of three."""
_PER_MTOK = "/1M tokens"
_WHENCE = {Mode.COMPUTED.value: marked("Hours computed"), Mode.MANAGED.value: marked("Trained at a provider")}
"""Where the hours of a training come from, in a file that asks for nothing."""
_QUERIES = TypeAdapter(tuple[str, ...])


@dataclass(frozen=True)
class RecordNumber:
    """What one calculator found, as lines of Markdown, with the address that restores it."""

    calculator_id: str
    question: str
    lines: tuple[str, ...]
    link: str


def record_number(opened: Opened, link: str) -> RecordNumber:
    """The headline, the facts beside it and what differs from the starting values."""
    found, layout = headline(opened), layout_of(opened.calculator)
    fields = opened.calculator.inputs.model_fields
    given = address(opened.calculator, opened.inputs)
    unread = of_other_modes(opened.inputs) if isinstance(opened.inputs, CostInputs) else frozenset()
    changed = [
        _changed(fields[name], t(fields[name].title or name), value)
        for name, value in given.items()
        if name not in unread
    ]
    first = f"{found.label}: **{found.number}**{f' ({found.range})' if found.range else ''}"
    others = [q for q in opened.result.quantities[1:] if not layout.facts or q.id in layout.facts]
    lines = [first, *(f"{q.label}: {_words(q)}" for q in others[:_MOST_LINES])]
    return RecordNumber(
        opened.calculator.id,
        t(layout.question),
        (*lines, t("Inputs: {changed}", changed=", ".join(changed)) if changed else t("Inputs: the starting values")),
        link,
    )


def add_number(numbers: Sequence[RecordNumber], one: RecordNumber) -> tuple[RecordNumber, ...]:
    """The numbers with one more; of each calculator only the latest result is in the record."""
    return (*(other for other in numbers if other.calculator_id != one.calculator_id), one)


def with_numbers(record: str, numbers: Sequence[RecordNumber]) -> str:
    """A decision record with the section "Numbers" before what to watch for; as it is when there are none."""
    if not numbers:
        return record
    lines = [f"## {t('Numbers')}", ""]
    for number in numbers:
        lines += [
            f"### {number.question}",
            "",
            *(f"- {line}" for line in number.lines),
            t("- Restore: {link}", link=number.link),
            "",
        ]
    before, mark, after = record.partition(f"## {t('Watch for')}")
    return before + "\n".join(lines) + "\n" + mark + after


def query_of(opened: Opened) -> str:
    """The query of the address that restores a calculator as it is opened."""
    return urlencode(address_of(opened.calculator, opened.inputs, {}), safe=",")


def kept_text(numbers: Sequence[RecordNumber]) -> str:
    """The numbers as text to be stored: their addresses."""
    return json.dumps([number.link.partition("?")[2] for number in numbers])


def read_kept_text(text: str | None) -> tuple[Mapping[str, str], ...]:
    """The parameters in a text of `kept_text`, each of a calculator that there is, and each calculator once.

    A text that may have come from elsewhere: what it should not hold is left out.
    """
    try:
        queries = _QUERIES.validate_json(text) if text else ()
    except ValidationError:
        return ()
    found: dict[str, Mapping[str, str]] = {}
    for query in queries:
        params = few_params(query, _MOST_FIELDS) or {}
        if params.get("calc") in calculators():
            found[params["calc"]] = params
    return tuple(found.values())


def _changed(field: FieldInfo, title: str, value: str) -> str:
    """An input that differs from its starting value, by the name that its form gives it."""
    if field.annotation is Mode:
        return t(_WHENCE.get(value, value))
    return f"{title} {_given(field, value)}"


def _given(field: FieldInfo, value: str) -> str:
    """A value as a line of the record says it: a number with its unit, where its title does not name that."""
    if field.annotation is bool:
        return t("yes") if value == "1" else t("no")
    if isinstance(field.annotation, type) and issubclass(field.annotation, Enum):
        return choice_words(value)
    if field.annotation is str or not _NUMBER.fullmatch(value):
        return _plain(value)
    value, unit = _LONG.sub(lambda digits: f"{int(digits[0]):,}", value, count=1), unit_of(field)
    if unit.startswith("usd"):
        price = in_figures(f"${value}{unit.removeprefix('usd').removesuffix(_PER_MTOK)}")
        return price + (t(" per 1M tokens") if unit.endswith(_PER_MTOK) else "")
    if title_names_unit(field):
        return in_figures(value)
    return with_unit(1, unit) if value == "1" else in_figures(f"{value} {unit_words(unit)}".rstrip())


def _plain(value: str) -> str:
    """Typed text on one line, without signs of Markdown; the `_` within a name, as in q_proj, is none."""
    return re.sub(r"[\r\n*`<>\[\]|#]|(?<![^\W_])_|_(?![^\W_])", " ", value)[:60]


def _words(q: Quantity) -> str:
    return f"{number_words(q)} ({range_words(q)})" if is_ranged(q) else number_words(q)
