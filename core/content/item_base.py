"""What all items of the bank share: where they stand, what they test, options with a reason each. Pure."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Self, TypeAlias

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from core.content.base import Entry, Line, Slug, Text

UnitWord = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)]


class Misconception(Entry):
    """A named misconception: each wrong option says which one it stands for."""

    id: Slug
    name: Line = Field(description="The belief, as the person holds it: 'Fine-tuning teaches a model new facts'.")
    correction: Text = Field(description="What is true instead, and why; shown when an answer reveals the belief.")
    contrary: tuple[Line, ...] = Field(
        default=(),
        description="What people who know better say, so that marking does not take it for the belief. Not shown.",
    )


class ItemBase(Entry):
    """What every item has. `kind` comes first in each."""

    id: Slug
    source: Slug = Field(description="The section of the chapter that it comes from (an id in chapter.yaml).")
    node: Slug = Field(description="The step of the pipeline, or node of the decision graph, that it is about.")
    claims: tuple[Slug, ...] = Field(min_length=1, description="The claims that it tests.")
    question: Line
    explanation: Text = Field(description="Shown after any answer: why the right answer is right.")
    hint: Text | None = Field(default=None, description="One step of help that does not give the answer; costs credit.")
    tags: tuple[Slug, ...] = ()

    @property
    def stem(self) -> str:
        """The words that tell this item from others, by which near-duplicates are found."""
        return self.question

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """Ids of the misconceptions that wrong answers to it stand for: those that it and its parts name, in order."""
        return tuple(_named_by(self))


def _named_by(entry: Entry) -> Iterator[str]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name == "misconception" and value:
            yield value
        elif isinstance(value, tuple):
            yield from (belief for part in value if isinstance(part, Entry) for belief in _named_by(part))


class Choice(Entry):
    """An option: its words, whether it is right, why, and the belief behind it when it is wrong."""

    id: Slug
    text: Line
    correct: bool = False
    why: Text = Field(description="Why it is right or wrong; shown after the answer.")
    misconception: Slug | None = Field(
        default=None, description="Needed when it is wrong (content/misconceptions.yaml)."
    )

    @model_validator(mode="after")
    def _wrong_has_a_name(self) -> Self:
        check_belief(self.correct, self.misconception)
        return self


def _some_marked(given: Any) -> Any:
    """Options as they were given, before each is read: by itself it would be asked for a wrong one's misconception."""
    fields = [one for one in given if isinstance(one, dict)] if isinstance(given, list | tuple) else []
    misspelt = any(set(one) - set(Choice.model_fields) for one in fields)  # `corect: true` is told of by itself
    if fields and not misspelt and not any(one.get("correct") for one in fields):
        raise ValueError("none of them is right; mark what is right with 'correct: true'")
    return given


Choices: TypeAlias = Annotated[tuple[Choice, ...], BeforeValidator(_some_marked)]
"""Options of which at least one is right."""


class NearMiss(Entry):
    """Answers that are almost right, with what to say to them."""

    texts: tuple[Line, ...] = Field(min_length=1)
    why: Text
    misconception: Slug | None = None
    credit: float = Field(default=0, ge=0, lt=1, description="0 is wrong; 0.5 is half right.")


def check_belief(correct: bool, misconception: str | None) -> None:
    """Raises `ValueError` when a wrong option names no misconception, or a right one names one."""
    if correct and misconception:
        raise ValueError("a right option has no misconception; remove it, or correct which option is right")
    if not correct and not misconception:
        raise ValueError("a wrong option needs its misconception; name one of content/misconceptions.yaml")


DOUBLED = "appears twice; write each once"
"""What is wrong with names of which two are the same."""


def check_distinct(what: str, names: Iterable[str]) -> None:
    """Raises `ValueError` when two names are the same but for case and outer spaces."""
    seen: set[str] = set()
    for name in names:
        key = name.strip().casefold()
        if key in seen:
            raise ValueError(f"{what} {name!r} {DOUBLED}")
        seen.add(key)


def check_choices(options: tuple[Choice, ...]) -> None:
    """Raises `ValueError` when two options have the same id or the same words."""
    check_distinct("the option id", (option.id for option in options))
    check_distinct("the option", (option.text for option in options))


def check_one_right(options: tuple[Choice, ...], what: str) -> None:
    """Raises `ValueError` when not exactly one option is right."""
    right = sum(option.correct for option in options)
    if right != 1:
        raise ValueError(f"{right} of the {what} are right; mark exactly one with 'correct: true'")
