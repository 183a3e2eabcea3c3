"""A table of which approaches are confused with which; each cell drills its pair."""

from collections.abc import Callable

from components import session
from components.browser_code.browser_component import browser_component
from core.content.choice_items import APPROACH_LABELS, CaseApproach
from core.language.text import marked, nt, t
from core.quiz.cases import ConfusionTable

_mount = browser_component(__file__, '<div class="grid">\n</div>', "elements", "views")
_SHORT = {
    CaseApproach.PROMPT: marked("Prompt"),
    CaseApproach.STUFF: marked("Stuff"),
    CaseApproach.RAG: "RAG",
    CaseApproach.FINE_TUNE: marked("Tune"),
    CaseApproach.SMALLER_MODEL: marked("Smaller"),
}


def confusion_grid(table: ConfusionTable, key: str, on_pair: Callable[[CaseApproach, CaseApproach], None]) -> None:
    """Draws the table: a row for what a case called for, a column for what was given; `on_pair` gets both."""
    widget = f"confusion-grid.{key}"
    order = list(CaseApproach)

    def pressed() -> None:
        cell = session.trigger(widget, "pair")
        known = isinstance(cell, list) and len(cell) == 2 and all(one in range(len(order)) for one in cell)
        if known and cell[0] != cell[1]:
            on_pair(order[cell[0]], order[cell[1]])

    names = [{"label": t(APPROACH_LABELS[one]), "short": t(_SHORT[one])} for one in order]
    _mount(key=widget, data={"names": names, "counts": table.counts, "words": _words(table)}, on_pair_change=pressed)


def _words(table: ConfusionTable) -> dict[str, str | dict[int, str]]:
    """What the browser says: `{called}` and `{given}` are filled there, by the cell."""
    counts = {count for row in table.counts for count in row}
    return {
        "caption": t("Rows: what the case called for. Columns: what you gave. ✓ is right."),
        "right": t(" right"),
        "cell": t("{called} called for, {given} given: {times}. Drill this pair"),
        "times": {count: nt("once", "{n} times", count) if count else t("never") for count in counts},
    }
