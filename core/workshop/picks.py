"""What was picked, in words. Pure."""

from core.content.graphs import Question
from core.content.items import AnyItem
from core.language.text import t
from core.quiz.answers import AnyAnswer, Judged, Picked, Typed
from core.quiz.option_texts import option_texts
from core.workshop.figures import amount_words, figure, takes_number


def option_words(asked: AnyItem | Question) -> dict[str, str]:
    """The options of what is voted on, by id, in order; empty when it has none. True-false has `true` and `false`."""
    if isinstance(asked, Question):
        return {option.id: option.label for option in asked.options}
    if asked.kind == "true-false":
        return {"true": t("True"), "false": t("False")}
    return option_texts(asked)


def pick_words(asked: AnyItem | Question, answer: AnyAnswer) -> str:
    """A kept answer in words: the options picked, the text typed, the number with its unit."""
    words = option_words(asked)
    match answer:
        case Picked():
            return "; ".join(words.get(name, name) for name in answer.options)
        case Judged():
            return t("True") if answer.holds else t("False")
        case Typed():
            number = figure(answer) if takes_number(asked) else None
            unit = getattr(asked, "unit", "")
            return answer.text.strip() if number is None else amount_words(number, unit)
        case _:
            return t("arranged")
