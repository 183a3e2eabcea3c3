"""What is wrong with content, said so that its author knows what to do. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, and where: `file › id › field: what is wrong, what to do`."""

    file: str
    id: str
    field: str
    message: str

    def __str__(self) -> str:
        """The line that `core check` prints."""
        return f"{self.file} › {self.id} › {self.field}: {self.message}"


class ContentError(Exception):
    """Content that cannot be used, with every problem that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def suggestion(word: str, known: object) -> str:
    """`; did you mean X?` when something known is near, else an empty string.

    >>> suggestion("sftt", ("sft", "rag"))
    '; did you mean sft?'
    """
    names = [str(name) for name in known] if isinstance(known, tuple | list | set | frozenset | dict) else []
    near = nearest(word, names)
    return f"; did you mean {near}?" if near else ""


def nearest(word: str, names: Sequence[str]) -> str:
    """The name that is nearest to a word; empty when none is near.

    >>> nearest("sftt", ("sft", "rag"))
    'sft'
    """
    return next(iter(get_close_matches(word, names, n=1, cutoff=0.6)), "")


_WHAT_TO_DO = {
    "missing": "is missing; add it",
    "string_type": "is not text; put it in quotes",
    "string_too_short": "is empty; write it",
    "string_too_long": "is too long; the limit is {max_length} characters",
    "too_short": "has too few entries ({actual_length}); write at least {min_length}",
    "too_long": "has too many entries ({actual_length}); write at most {max_length}",
    "float_type": "is not a number; write digits, without a unit",
    "float_parsing": "is not a number; write digits, without a unit",
    "finite_number": "is not a finite number; write digits",
    "int_parsing": "is not a whole number; write digits",
    "bool_parsing": "must be true or false",
    "tuple_type": "must be a list; put each entry on a line that starts with '- '",
    "dict_type": "must be a set of fields 'name: value'",
    "model_type": "must be a set of fields 'name: value'",
    "model_attributes_type": "must be a set of fields 'name: value'",
    "union_tag_not_found": "has no kind; add 'kind: flashcard' or another kind of item",
}


def _message(error: ErrorDetails, fields: tuple[str, ...]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        name = str(error["loc"][-1])
        return f"is not a known field{suggestion(name, fields) or '; remove it, or correct its spelling'}"
    if kind == "string_pattern_mismatch":
        return f"{str(error['input'])[:60]!r} has the wrong form; it must match {context['pattern']}"
    if kind in ("enum", "literal_error", "union_tag_invalid"):
        expected = context.get("expected") or context.get("expected_tags")
        return f"{str(error['input'])[:60]!r} is not allowed; choose one of {expected}"
    if kind == "value_error":
        return str(context["error"])
    if kind in _WHAT_TO_DO:
        return _WHAT_TO_DO[kind].format(**context)
    return f"{error['msg'][:1].lower()}{error['msg'][1:]}; correct it"


def _inside(place: tuple[int | str, ...], outer: tuple[int | str, ...]) -> bool:
    return len(place) > len(outer) and place[: len(outer)] == outer


def problems_of(error: ValidationError, file: str, entry_id: str, fields: tuple[str, ...]) -> tuple[Problem, ...]:
    """The problems that one entry's validation found, one each."""
    found = []
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and any(_inside(other["loc"], detail["loc"]) for other in details):
            continue  # an entry of the list is wrong, and is not counted
        field = ".".join(str(part) for part in detail["loc"]) or "the entry"
        found.append(Problem(file, entry_id, field, _message(detail, fields)))
    return tuple(found)
