"""A real table that sorts by its columns; with `on_choose` its rows are buttons that open something."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from components import session
from components.browser_code.browser_component import browser_component
from core.language.text import in_sentence, t

_mount = browser_component(__file__, '<div class="table">\n</div>', "elements", "views")


@dataclass(frozen=True)
class Cell:
    """A cell's words, what it sorts by (its words when there is nothing else; `last` stays last), and a note."""

    text: str
    rank: float | Literal["last"] | None = None
    note: str = ""


@dataclass(frozen=True)
class Row:
    """A row: the first cell names it, `category` gives it its spine."""

    id: str
    cells: tuple[Cell, ...]
    category: str = ""


@dataclass(frozen=True)
class Table:
    """A table: its caption, its column heads, and which columns sort."""

    caption: str
    heads: tuple[str, ...]
    sorts: tuple[int, ...]
    rows: tuple[Row, ...]


def sortable_table(
    table: Table, key: str, chosen: str | None = None, on_choose: Callable[[str], None] | None = None
) -> None:
    """Draws the table; sorting happens in the browser and stays through reruns."""
    widget = f"sortable-table.{key}"
    rows = [asdict(row) for row in table.rows]
    data = {"caption": table.caption, "heads": table.heads, "sorts": table.sorts, "rows": rows}
    data["sorted"] = (t("Sorted by {head}, lowest first."), t("Sorted by {head}, highest first."))
    data["columns"] = [in_sentence(head) for head in table.heads]

    def pressed() -> None:
        row_id = session.trigger(widget, "chosen")
        if on_choose and _is_row(row_id, table.rows):
            on_choose(row_id)

    _mount(key=widget, data={**data, "chosen": chosen, "live": on_choose is not None}, on_chosen_change=pressed)


def _is_row(row_id: object, rows: Sequence[Row]) -> bool:
    return any(row.id == row_id for row in rows)
