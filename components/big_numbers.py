"""Results that were computed, big, each with what it counts."""

from components.markup import big_number, el, show


def big_numbers(*numbers: tuple[str, str, str], news: str | None = None) -> None:
    """Draws (number, what it counts, note) side by side under a heavy rule; `news` is told when it is new."""
    told = {} if news is None else {"data_ll_news": news}
    show(el("div", *(big_number(*one) for one in numbers), class_="ll-figs ll-num", **told))
