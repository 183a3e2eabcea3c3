"""The bank in GIFT, which Moodle and others read. Pure.

Source: docs.moodle.org/en/GIFT_format, checked 2026-11.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.interview_items import FreeAnswer
from core.content.item_base import Choice, NearMiss
from core.content.items import AnyItem
from core.content.typed_items import Cloze, Flashcard, Gap, Number, PredictNumber, ShortText
from core.export.item_text import answer_text, filled, number_bounds, number_ranges, unit_asked

_SPECIAL = re.compile(r"([~=#{}:\\])")


def gift(items: Iterable[AnyItem]) -> str:
    """All items as one text. What GIFT has no form for becomes the nearest one that it has:

    a card an essay; an order a match with places; a cloze one short answer a gap; a spotted error a choice.
    """
    return "\n\n".join(question for item in items for question in _questions(item)) + "\n"


def _questions(item: AnyItem) -> Iterator[str]:
    if isinstance(item, Cloze):
        for gap in item.gaps:
            yield _question(item, filled(item, left_open=gap.id), _gap(gap), suffix=f"-{gap.id}")
    else:
        yield _question(item, _asked(item), _answers(item))


def _question(item: AnyItem, text: str, answers: list[str], suffix: str = "") -> str:
    tags = "".join(f" [tag:{tag}]" for tag in (item.kind, item.node, *item.tags))
    head = f"// [id:{item.id}{suffix}]{tags}\n::{item.id}{suffix}::[plain]{_text(text)}"
    told = item.explanation if answers else f"{answer_text(item)}\n{item.explanation}"
    if answers and answers[0] in ("TRUE", "FALSE"):
        return f"{head}{{{''.join(answers)}####{_text(told)}}}"
    return "\n".join([f"{head} {{", *answers, f"####{_text(told)}", "}"])


def _asked(item: AnyItem) -> str:
    match item:
        case Case():
            return f"{item.situation} {item.question}"
        case Number() | PredictNumber() if item.unit:
            return f"{item.question} {unit_asked(item)}"
        case _:
            return item.question


def _answers(item: AnyItem) -> list[str]:
    found: list[str]
    match item:
        case SingleChoice():
            found = _one_of(item.options)
        case Case():
            found = _one_of(item.choices)
        case SpotError():
            found = [f"{'=' if p.wrong else '~'}{_text(p.text)}#{_text(p.why)}" for p in item.passages]
        case MultipleChoice():
            found = _some_of(item.options)
        case TrueFalse():
            found = ["TRUE" if item.answer else "FALSE", f"#{_text(item.why_not)}"]  # told to who is wrong
        case ShortText():
            found = _wordings((item.answer, *item.variants), item.near_misses)
        case Number() | PredictNumber():
            found = _number(item)
        case Order():
            found = [f"={_text(step.text)} -> {place}" for place, step in enumerate(item.steps, 1)]
        case Match():
            found = [f"={_text(pair.left)} -> {_text(pair.right)}" for pair in item.pairs]
            found += [f"= -> {_text(extra.right)}" for extra in item.extras]
        case Flashcard() | FreeAnswer() | Cloze():
            found = []
    return found


def _one_of(options: tuple[Choice, ...]) -> list[str]:
    return [f"{'=' if option.correct else '~'}{_text(option.text)}#{_text(option.why)}" for option in options]


def _some_of(options: tuple[Choice, ...]) -> list[str]:
    right = sum(option.correct for option in options)
    share = {True: 100 / right, False: -100 / (len(options) - right)}
    return [f"~%{share[o.correct]:.5g}%{_text(o.text)}#{_text(o.why)}" for o in options]


def _gap(gap: Gap) -> list[str]:
    return _wordings((gap.answer, *gap.variants), gap.near_misses)


def _wordings(right: tuple[str, ...], near: tuple[NearMiss, ...]) -> list[str]:
    found = [f"={_text(wording)}" for wording in right]
    found += [f"=%{miss.credit * 100:.5g}%{_text(text)}#{_text(miss.why)}" for miss in near for text in miss.texts]
    return found


def _number(item: Number | PredictNumber) -> list[str]:
    low, high = number_bounds(item)
    found = ["#", f"={_range(low, high)}"]
    for near in number_ranges(item):
        if near.low is not None and near.high is not None:  # GIFT has no range with an open end
            told = f"#{_text(near.why)}" if near.why else ""
            found.append(f"=%{near.credit * 100:.5g}%{_range(near.low, near.high)}{told}")
    return found


def _range(low: float, high: float) -> str:
    """The range in plain digits: not every reader of GIFT understands "6.5e+12"."""
    return "..".join(format(Decimal(f"{bound:.12g}"), "f") for bound in (low, high))


def _text(text: str) -> str:
    """The text with GIFT's signs disarmed; a line break is written as \\n."""
    return _SPECIAL.sub(r"\\\1", text.strip()).replace("\n", "\\n")
