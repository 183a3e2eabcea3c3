"""The key of a diagram: what its shapes and marks mean."""

from components.markup import el, show
from core.language.text import t


def figure_key(*words: str, way: bool = False, added: bool = False) -> None:
    """Draws the key of a diagram; `way` explains the lit and the closed lines, `added` the dotted ones."""
    parts = [el("mark", t("you are here")), *(el("span", word) for word in words)]
    if way:
        parts.append(el("span", el("span", class_="ll-line"), t("your way")))
        parts.append(el("span", el("span", class_="ll-line dead"), t("closed by your answers")))
    if added:
        parts.append(el("span", el("span", class_="ll-line added"), t("added by us")))
    show(el("p", *parts, class_="ll-eyebrow ll-keyline"))
