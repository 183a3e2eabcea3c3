"""An item as plain question and answer in the language in force, for formats that know nothing but text. Pure."""

from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.interview_items import FreeAnswer
from core.content.item_base import Choice
from core.content.items import AnyItem
from core.content.typed_items import GAP, Cloze, Flashcard, Number, NumberRange, PredictNumber, ShortText
from core.language.text import t
from core.numbers.number_format import unit_words
from core.quiz.number_reading import predicted_figures, whole_figures


def question_text(item: AnyItem) -> str:
    """What is asked, options among it, as lines."""
    lines = [item.question]
    match item:
        case SingleChoice() | MultipleChoice():
            lines += _listed(item.options)
        case Case():
            lines = [item.situation, item.question, *_listed(item.choices)]
        case TrueFalse():
            lines = [f"{t('True or false?')} {item.question}", *_listed(item.reasons)]
        case SpotError():
            lines += [f"{number}. {passage.text}" for number, passage in enumerate(item.passages, 1)]
        case Order():
            lines += [f"- {text}" for text in sorted(step.text for step in item.steps)]
        case Match():
            rights = sorted(item.rights.values())
            lines += [f"- {pair.left}" for pair in item.pairs] + [t("With:")] + [f"- {right}" for right in rights]
        case Cloze():
            lines += [GAP.sub("____", item.text)]
        case Number() | PredictNumber() if item.unit:
            lines += [unit_asked(item)]
        case _:
            pass
    return "\n".join(lines)


def answer_text(item: AnyItem) -> str:
    """The right answer, as lines."""
    match item:
        case SingleChoice() | MultipleChoice():
            found = [option.text for option in item.options if option.correct]
        case Case():
            found = [option.text for option in item.choices if option.correct]
        case TrueFalse():
            verdict = t("True") if item.answer else t("False")
            found = [verdict, *(reason.text for reason in item.reasons if reason.correct)]
        case SpotError():
            wrong = next(passage for passage in item.passages if passage.wrong)
            found = [t("Wrong: {text}", text=wrong.text), t("Right: {text}", text=item.correction)]
        case Order():
            found = [f"{number}. {step.text}" for number, step in enumerate(item.steps, 1)]
        case Match():
            found = [f"{pair.left} → {pair.right}" for pair in item.pairs]
        case Cloze():
            found = [filled(item)]
        case Number() | PredictNumber():
            found = [f"{_figures(item)} {unit_words(item.unit)}".rstrip()]
        case Flashcard() | FreeAnswer() | ShortText():
            found = [item.answer]
    return "\n".join(found)


def filled(item: Cloze, *, left_open: str | None = None) -> str:
    """The text of a cloze with its gaps filled; the gap of the id `left_open` stays `____`."""
    answers = {gap.id: gap.answer for gap in item.gaps}
    return GAP.sub(lambda gap: "____" if gap[1] == left_open else answers[gap[1]], item.text)


def unit_asked(item: Number | PredictNumber) -> str:
    """In which unit a number is asked for, to stand behind the question."""
    return t("(in {unit})", unit=unit_words(item.unit))


def number_bounds(item: Number | PredictNumber) -> tuple[float, float]:
    """The lowest and the highest number that count as right in full."""
    if isinstance(item, PredictNumber):
        return item.bounds(item.within_factor)
    allowed = abs(item.answer) * item.tolerance_percent / 100
    low, high = item.answer - allowed, item.answer + allowed
    if item.accepted:
        low = min(low, item.accepted.low if item.accepted.low is not None else low)
        high = max(high, item.accepted.high if item.accepted.high is not None else high)
    return low, high


def number_ranges(item: Number | PredictNumber) -> tuple[NumberRange, ...]:
    """What else earns part of the score or has a word of its own; of several that hold a number the first counts."""
    if isinstance(item, Number):
        return item.ranges
    low, high = item.bounds(item.near_factor)
    near = NumberRange.model_construct(low=low, high=high, why="", credit=item.near_credit)
    return near, *item.ranges


def _figures(item: Number | PredictNumber) -> str:
    """The number that is right, or the range of a prediction, without the unit."""
    return predicted_figures(item) if isinstance(item, PredictNumber) else whole_figures(item.answer)


def _listed(options: tuple[Choice, ...]) -> list[str]:
    return [f"- {option.text}" for option in options]
