"""The data of a figure as a table: for those who cannot see it, and to be copied."""

from components.markup import el, show


def number_table(caption: str, rows: tuple[tuple[str, ...], ...]) -> None:
    """Draws rows as a table; the first row is the head, the first cell of each row names it."""
    head, *body = rows
    show(
        el(
            "table",
            el("caption", caption),
            el("thead", el("tr", *(el("th", cell, scope="col") for cell in head))),
            el("tbody", *(el("tr", el("th", row[0], scope="row"), *(el("td", c) for c in row[1:])) for row in body)),
            class_="ll-table",
        )
    )
