"""The model and its world, for those who meet them for the first time."""

from components.markup import description_list, el, show
from core.lab_page.model_card import facts_in_words, model_numbers
from core.language.text import t


def lab_model(seed: int) -> None:
    """Draws the model's sizes, and what it reads about one dish."""
    facts = [el("li", fact) for fact in facts_in_words(seed)]
    show(
        el("h2", t("The model"), class_="sub"),
        description_list(model_numbers(seed)),
        el("p", t("From its text, about one dish:"), class_="ll-note"),
        el("ul", *facts, class_="ll-facts"),
        class_="ll ll-stack ll-model",
    )
