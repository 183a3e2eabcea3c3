"""The figures of a run as big numbers, each beside that of the recorded worlds."""

from collections.abc import Sequence

from components.markup import number_row, show
from core.content.lab import LabRun
from core.lab.result import Result
from core.lab_page.figures import shown_figures


def lab_figures(run: LabRun, shown: Result | None, recorded: Sequence[Result]) -> None:
    """Draws the figures in a row under a heavy rule; those who listen are told what was measured, without the rest."""
    figures = shown_figures(run, shown, recorded)
    if figures:
        told = "; ".join(f"{one.number} {one.title}" for one in figures)
        show(number_row(*((one.number, one.title, one.recorded) for one in figures), news=told))
