"""A word or a number to type."""

from collections.abc import Callable

from components.answer_now import number_before, number_key
from components.typed_fields.typed_fields import Field, typed_fields
from core.content.typed_items import Number, PredictNumber, ShortText
from core.language.text import marked, t
from core.numbers.number_format import unit_words
from core.numbers.typed_number import read_number
from core.quiz.answers import AnyAnswer, Typed
from core.quiz.guesses import is_guess
from core.quiz.number_reading import scale_of, typed_words

_UNREADABLE = marked("Write the number in digits, for example 5000, 5K or 3e23.")
_LARGE_UNITS = ("flop", "token", "parameter", "usd", "$", "dollar")
"""Units of numbers that people write with letters, such as 15T; a unit tells nothing of the size of the answer."""


def type_answer(
    item: ShortText | Number | PredictNumber, key: str, draft: AnyAnswer | None, on_submit: Callable[[], None] | None
) -> None:
    """Draws the field, with its unit behind it; says so when a number cannot be read."""
    typed = draft if isinstance(item, ShortText) else number_before(key) or draft
    drafted = {"answer": typed_words(typed)} if isinstance(typed, Typed) else {}
    if isinstance(item, ShortText):
        field = Field("answer", t("Your answer"))
        typed_fields((field,), f"{key}.typed", drafted, on_submit=on_submit)
        return
    label = t("Your guess") if is_guess(item) else t("Your answer")
    letters = scale_of(item.unit) == 1 and any(word in item.unit.lower() for word in _LARGE_UNITS)
    field = Field(
        "answer",
        label,
        unit=unit_words("US dollars" if item.unit == "usd" else item.unit),
        keyboard="text" if letters else "decimal",
        note=t("5K, 2 million and 3e23 work too.") if letters else "",
    )
    typed_fields((field,), number_key(key), drafted, on_submit=on_submit, problem_of=_problem)


def _problem(texts: dict[str, str]) -> str:
    text = texts.get("answer", "")
    return t(_UNREADABLE) if text.strip() and read_number(text) is None else ""
