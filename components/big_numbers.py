"""Results that were computed, big, each with what it counts."""

from components.markup import el, show


def big_numbers(*numbers: tuple[str, str, str]) -> None:
    """Draws (number, what it counts, note) side by side under a heavy rule."""
    figures = (el("div", el("b", value), el("span", label), el("small", note)) for value, label, note in numbers)
    parts = []
    for part in figures:
        part.set("class", "ll-fig")
        parts.append(part)
    show(el("div", *parts, class_="ll-figs ll-num"))
