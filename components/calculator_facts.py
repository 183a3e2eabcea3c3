"""The other results of a calculator: a few as big numbers, all of them in a table."""

from components.drawer import drawer
from components.markup import number_row, show
from components.number_table import number_table
from core.calculator_page.headline import facts, is_ranged, number_words, range_words
from core.calculator_page.opened import Opened
from core.language.text import t


def calculator_facts(opened: Opened) -> None:
    """Draws the numbers under a heavy rule, and the table of every result and part."""
    row = number_row(*((fact.number, fact.label, fact.note) for fact in facts(opened)))
    for number in row:
        number.set("data-ll-news", "")
    if len(row):
        show(row)
    with drawer(t("Every result in a table"), f"calculator.all.{opened.calculator.id}", "table_rows") as is_open:
        if is_open:
            _table(opened)


def _table(opened: Opened) -> None:
    result = opened.result
    rows = [(q.label, number_words(q), range_words(q) if is_ranged(q) else "–") for q in result.quantities]
    rows += [(t("Part: {label}", label=q.label), number_words(q), "–") for q in result.parts]
    number_table(t("Each with its likely range"), ((t("Result"), t("Value"), t("Range")), *rows))
