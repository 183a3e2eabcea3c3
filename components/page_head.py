"""The title of a page with its one-line lede."""

from components.markup import el, rich, show


def page_head(title: str, lede: str, eyebrow: str | None = None) -> None:
    """Draws the page's h1 and its lede."""
    show(
        el("p", eyebrow, class_="ll-eyebrow") if eyebrow else None,
        el("h1", title),
        rich("p", lede, class_="ll-lede"),
        class_="ll ll-head",
    )
