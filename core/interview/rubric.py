"""What an answer is marked against: a question, its key points, the misconceptions to look for. Pure."""

import json
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)

Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


def _as_list(value: Any) -> Any:
    """A single wording is a list of one, and null is none."""
    return () if value is None else (value,) if isinstance(value, str) else value


Wordings = Annotated[tuple[Phrase, ...], BeforeValidator(_as_list), Field(max_length=50)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False, coerce_numbers_to_str=True)


class _Worded(_Part):
    id: Id
    text: Phrase
    accept: Wordings = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """The text, and its other wordings."""
        return (self.text, *self.accept)


class KeyPoint(_Worded):
    """One thing that a good answer says; `accept` are other wordings that are as good."""

    weight: float = Field(default=1, gt=0, le=1000)


class Misconception(_Worded):
    """A wrong belief, worded as the person who holds it would; `correction` is what is so instead.

    `contrary` are wordings of somebody who knows better; the sentences of the correction are among them.
    """

    correction: str = ""
    contrary: Wordings = ()


class Rubric(_Part):
    """A question with all that its answers are held against. `id` is needed only in a list of questions."""

    id: Id | None = None
    question: str = Field(max_length=4000)
    key_points: tuple[KeyPoint, ...] = Field(min_length=1, max_length=100)
    misconceptions: Annotated[tuple[Misconception, ...], BeforeValidator(_as_list), Field(max_length=100)] = ()

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        for what, ids in (("key point", [p.id for p in self.key_points]), ("", [m.id for m in self.misconceptions])):
            doubled = next((name for name in ids if ids.count(name) > 1), None)
            if doubled is not None:
                raise ValueError(f"the {what or 'misconception'} “{doubled}” appears twice; give each its own id")
        return self


class BadRubricError(ValueError):
    """A rubric that cannot be read; the message says where and what to do."""


class RubricFile(BaseModel):
    """The rubrics of a file; `several` when it is a list of questions, each with an id of its own."""

    model_config = ConfigDict(frozen=True)

    rubrics: tuple[Rubric, ...]
    several: bool


def read_rubrics(text: str) -> RubricFile:
    """The rubric of a JSON text, or all of them when it is a list of questions.

    Raises:
        BadRubricError: it is no JSON, a field is missing or wrong, or a list has questions without ids of their own.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is no JSONDecodeError
        raise BadRubricError(f"This is not JSON ({error}); check its quotes, commas and brackets.") from error
    if isinstance(value, dict) and isinstance(value.get("questions"), list):
        value = value["questions"]
    if not isinstance(value, list):
        return RubricFile(rubrics=(_rubric(value, ""),), several=False)
    if not value:
        raise BadRubricError("The list of questions is empty; write at least one.")
    rubrics = tuple(_rubric(_with_id(entry), f"question {place}: ") for place, entry in enumerate(value, 1))
    ids = [rubric.id for rubric in rubrics]
    if None in ids or len(set(ids)) != len(ids):
        raise BadRubricError("In a list of questions each needs an “id” of its own, which answers name as question_id.")
    return RubricFile(rubrics=rubrics, several=True)


def _with_id(entry: Any) -> Any:
    if isinstance(entry, dict) and "id" not in entry and "question_id" in entry:
        return {**entry, "id": entry["question_id"]}
    return entry


def _rubric(value: Any, where: str) -> Rubric:
    if not isinstance(value, dict):
        raise BadRubricError(f'{where}a rubric is an object: {{"question": …, "key_points": […]}}.')
    try:
        return TypeAdapter(Rubric).validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        path = ".".join(str(part) for part in first["loc"]) or "rubric"
        what = str(first["msg"]).removeprefix("Value error, ").replace("tuple", "list")
        raise BadRubricError(f"{where}{path}: {what[:1].lower()}{what[1:]}; correct it and try again.") from error
