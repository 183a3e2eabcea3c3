"""The section "Numbers" of a decision record: results of calculators, each with its inputs and its address. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.calculator_page.headline import headline, is_ranged, number_words, range_words
from core.calculator_page.layout import layout_of
from core.calculator_page.opened import Opened
from core.calculators.address import address
from core.calculators.model import Quantity
from core.language.text import t

_MOST_LINES = 6


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
    changed = [f"{t(fields[name].title or name)} {_plain(value)}" for name, value in _given(opened).items()]
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
    """The numbers with one more; a calculator stands in the record once, with its latest result."""
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


def _given(opened: Opened) -> dict[str, str]:
    return address(opened.calculator, opened.inputs)


def _plain(value: str) -> str:
    return "".join(" " if letter in "\r\n*_`<>[]|#" else letter for letter in value)[:60]


def _words(q: Quantity) -> str:
    return f"{number_words(q)} ({range_words(q)})" if is_ranged(q) else number_words(q)
