"""The title of a page with its one-line lede."""

from components.markup import el, rich, show


def page_head(title: str, lede: str, eyebrow: str | None = None, *, on_screen: str = "") -> None:
    """Draws the page's h1 and its lede; what is said `on_screen` stands behind it, but not on paper."""
    show(
        el("p", eyebrow, class_="ll-eyebrow") if eyebrow else None,
        el("h1", title),
        el(
            "p",
            rich("span", lede),
            el("span", f" {on_screen}", class_="ll-screen") if on_screen else None,
            class_="ll-lede",
        ),
        class_="ll ll-head",
    )
