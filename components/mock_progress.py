"""How far a mock interview, or the rating of it, has come."""

from components.markup import el, show


def mock_progress(words: str, done: int, total: int) -> None:
    """Draws the words, and a line as long as the share that is done."""
    line = el("i", style=f"width:{100 * done / total:.0f}%")
    show(
        el("p", el("span", words, role="status"), class_="ll-eyebrow"),
        el("div", line, class_="ll-progress", aria_hidden="true"),
    )
