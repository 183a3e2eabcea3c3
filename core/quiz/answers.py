"""What a learner gives for an item, as frozen values that the log, a draft and an export keep as JSON. Pure."""

from enum import IntEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

Id = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Words = Annotated[str, StringConstraints(max_length=8000)]


class Rating(IntEnum):
    """The four grades of a review, as FSRS numbers them."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class AnswerBase(BaseModel):
    """Base of all answers: frozen, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SelfGraded(AnswerBase):
    """Recalled and graded by the learner: flashcard, free answer."""

    kind: Literal["self-graded"] = "self-graded"
    rating: Rating


class Picked(AnswerBase):
    """Options picked, by id: single and multiple choice, case, spot the error."""

    kind: Literal["picked"] = "picked"
    options: tuple[Id, ...] = Field(max_length=12)


class Judged(AnswerBase):
    """A verdict on a statement, and the reason picked for it."""

    kind: Literal["judged"] = "judged"
    holds: bool
    reason: Id | None = None


class Typed(AnswerBase):
    """Words or a number, as typed: short text, number, predict the number.

    `number` is the number that the text was in the language in which it was typed: “4.587” is another one in German
    than in English. Older answers have only the text.
    """

    kind: Literal["typed"] = "typed"
    text: Words
    number: float | None = Field(default=None, allow_inf_nan=False)


class Filled(AnswerBase):
    """The gaps of a cloze: pairs of gap id and text. A gap that is left out is empty."""

    kind: Literal["filled"] = "filled"
    texts: tuple[tuple[Id, Words], ...] = Field(max_length=12)


class Arranged(AnswerBase):
    """The ids of the steps, in the order given."""

    kind: Literal["arranged"] = "arranged"
    steps: tuple[Id, ...] = Field(max_length=12)


class Matched(AnswerBase):
    """Pairs of ids: of the pair on the left, and of the pair or extra whose right side it was given."""

    kind: Literal["matched"] = "matched"
    pairs: tuple[tuple[Id, Id], ...] = Field(max_length=12)


SELF_GRADED = ("flashcard", "free-answer")
"""The kinds of item whose answer is `SelfGraded`: it is shown before the learner says how well it was known."""

AnyAnswer: TypeAlias = SelfGraded | Picked | Judged | Typed | Filled | Arranged | Matched
"""Any answer, for annotations."""

Answer = Annotated[AnyAnswer, Field(discriminator="kind")]
"""Any answer, as the log holds it."""

_ANSWER: TypeAdapter[AnyAnswer] = TypeAdapter(Answer)


def answer_json(answer: AnyAnswer) -> str:
    """The answer as the log stores it.

    >>> answer_json(Picked(options=("rag",)))
    '{"kind":"picked","options":["rag"]}'
    """
    return _ANSWER.dump_json(answer, exclude_none=True).decode()


def read_answer(text: str) -> AnyAnswer:
    """The answer that `answer_json` wrote.

    Raises:
        pydantic.ValidationError: the text is no answer.

    >>> read_answer('{"kind": "typed", "text": "rank"}')
    Typed(kind='typed', text='rank', number=None)
    """
    return _ANSWER.validate_json(text)
