"""The title of a page with its one-line lede."""

from components.markup import el, rich, show


def page_head(title: str, lede: str, eyebrow: str | None = None, *, on_screen: str = "") -> None:
    """Draws the page's h1 and its lede; what is said `on_screen` stands behind it, but not on paper."""
    said = rich("p", lede, class_="ll-lede")
    if on_screen:
        said.append(el("span", f" {on_screen}", class_="ll-screen"))
    show(
        el("p", eyebrow, class_="ll-eyebrow") if eyebrow else None,
        el("h1", title),
        said,
        class_="ll ll-head",
    )
