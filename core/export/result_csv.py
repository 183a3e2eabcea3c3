"""A calculator's inputs and results as a table for a spreadsheet. Pure."""

import csv
import io

from core.calculator_page.opened import Opened


def result_csv(opened: Opened) -> str:
    """Rows of kind, name, value, low, high, unit: inputs first, then results and parts, then sources."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("kind", "name", "value", "low", "high", "unit"))
    for name, value in opened.inputs.model_dump(mode="json").items():
        writer.writerow(("input", name, "" if value is None else _harmless(str(value)), "", "", ""))
    for kind, quantities in (("result", opened.result.quantities), ("part", opened.result.parts)):
        for q in quantities:
            ends = ("" if end is None else repr(end) for end in (q.low, q.high))
            writer.writerow((kind, q.id, repr(q.value), *ends, q.unit.value))
    for source in opened.result.sources:
        writer.writerow(("source", _harmless(source), "", "", "", ""))
    return text.getvalue()


def _harmless(text: str) -> str:
    """Text that a spreadsheet does not take for a formula.

    >>> _harmless("=1+1"), _harmless("lora")
    ("'=1+1", 'lora')
    """
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
