"""A calculator's inputs and results as a table for a spreadsheet. Pure."""

import csv
import io

from core.calculator_page.layout import unasked
from core.calculator_page.opened import Opened
from core.content.reference import Reference
from core.export.spreadsheet import harmless


def result_csv(opened: Opened, reference: Reference) -> str:
    """Rows of kind, name, value, low, high, unit: inputs first, then results and parts, then sources.

    Inputs that the form does not ask for, and that nobody set, are left out: a chapter's row has a model and a GPU of
    its own.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("kind", "name", "value", "low", "high", "unit"))
    left_out = unasked(opened.calculator, opened.inputs, reference)
    for name, value in opened.inputs.model_dump(mode="json", exclude=set(left_out)).items():
        written = harmless(value) if isinstance(value, str) else "" if value is None else str(value)
        writer.writerow(("input", name, written, "", "", ""))
    for kind, quantities in (("result", opened.result.quantities), ("part", opened.result.parts)):
        for q in quantities:
            ends = ("" if end is None else repr(end) for end in (q.low, q.high))
            writer.writerow((kind, q.id, repr(q.value), *ends, q.unit.value))
    for source in opened.result.sources:
        writer.writerow(("source", harmless(source), "", "", "", ""))
    return text.getvalue()
