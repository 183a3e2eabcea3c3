"""The figures of a run: what was measured, beside the recorded worlds. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.content.lab import LabRun
from core.lab.result import Result, figure_spreads
from core.lab_page.words import spread_words, value_words
from core.language.text import nt, t


@dataclass(frozen=True)
class ShownFigure:
    """A figure as it is drawn: big, what it counts, and what the recorded worlds had."""

    number: str
    title: str
    recorded: str


def shown_figures(run: LabRun, shown: Result | None, recorded: Sequence[Result]) -> tuple[ShownFigure, ...]:
    """The figures of the run that is shown, or the recorded means; those that nobody measured are left out."""
    spreads = figure_spreads(recorded)
    found = []
    for figure in run.figures:
        own, spread = shown.figures.get(figure.figure) if shown else None, spreads.get(figure.figure)
        if own is not None:
            beside = t("recorded: {figure}", figure=spread_words(spread, figure.unit)) if spread else ""
            found.append(ShownFigure(value_words(own, figure.unit), figure.title, beside))
        elif spread is not None:
            many = nt("one recorded world", "mean of {n} recorded worlds", spread.seeds)
            found.append(ShownFigure(value_words(spread.mean, figure.unit), figure.title, many))
    return tuple(found)
