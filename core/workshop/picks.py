"""What was picked, in words. Pure."""

from core.content.arranged_items import Match, Order
from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.typed_items import Number, PredictNumber
from core.language.text import t
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Typed
from core.quiz.option_texts import option_texts
from core.quiz.right_answer import right_answer
from core.workshop.figures import amount_words, figure, figure_words, takes_number


def option_words(asked: AnyItem | Question, order: tuple[str, ...] = ()) -> dict[str, str]:
    """The options of what is voted on, by id; empty when it has none. True-false has `true` and `false`.

    In `order` where that names them, as the phones of a room show them; else in their own.
    """
    if isinstance(asked, Question):
        return {option.id: option.label for option in asked.options}
    if asked.kind == "true-false":
        return {"true": t("True"), "false": t("False")}
    words = option_texts(asked)
    return {name: words[name] for name in dict.fromkeys((*order, *words)) if name in words}


def parts_words(asked: AnyItem, order: tuple[str, ...]) -> tuple[str, ...]:
    """What is to be arranged: the steps in the `order` that phones begin with, or the left sides of a match."""
    match asked:
        case Order():
            texts = {step.id: step.text for step in asked.steps}
            return tuple(texts[name] for name in order if name in texts)
        case Match():
            return tuple(pair.left for pair in asked.pairs)
        case _:
            return ()


def pick_words(asked: AnyItem | Question, answer: AnyAnswer) -> str:
    """A kept answer in words: the options picked, the text typed, the number with its unit, what was arranged."""
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
        case Filled():
            return "; ".join(text.strip() for _, text in answer.texts)
        case _:
            return "; ".join(_arranged(asked, answer))


def _arranged(asked: AnyItem | Question, answer: AnyAnswer) -> list[str]:
    """The steps in the order that was given, or the matched pairs; those that the content no longer has left out."""
    match asked, answer:
        case Order(steps=steps), Arranged(steps=given):
            texts = {step.id: step.text for step in steps}
            return [texts[name] for name in given if name in texts]
        case Match(pairs=pairs, rights=rights), Matched(pairs=given):
            lefts = {pair.id: pair.left for pair in pairs}
            return [f"{lefts[left]}: {rights[right]}" for left, right in given if left in lefts and right in rights]
        case _:
            return []


def answer_words(item: AnyItem) -> str:
    """The right answer in words: the options, the text, the number or the range of numbers with its unit.

    >>> from core.content.loader import load_content
    >>> bank = load_content().item_by_id
    >>> answer_words(bank["memory-of-a-full-7b-run"]), answer_words(bank["case-ward-5000-pages"])
    ('63 GiB', 'RAG')
    """
    match item:
        case PredictNumber(answer=low, high=high):
            return _range_words(low, high, item.unit)
        case Number(accepted=span) if span and span.low is not None and span.high is not None:
            return _range_words(span.low, span.high, item.unit)
        case _:
            return pick_words(item, right_answer(item))


def _range_words(low: float, high: float | None, unit: str) -> str:
    if high is None:
        return amount_words(low, unit)
    first, last = figure_words(low), amount_words(high, unit)
    return f"${first}–{last.removeprefix('$')}" if last.startswith("$") else f"{first}–{last}"
