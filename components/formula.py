"""A formula: the words, then the same with the reader's numbers in it."""

from components.markup import el, show


def formula(words: str, numbers: str, result: str) -> None:
    """Draws two lines; the result is marked, because that is where the reader is."""
    show(
        el(
            "div",
            el("div", words),
            el("div", el("b", numbers), " = ", el("mark", el("b", result))),
            class_="ll-formula",
        )
    )
