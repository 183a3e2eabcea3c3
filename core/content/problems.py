"""Problems in content, worded so that its author knows what to do. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from unicodedata import combining, normalize

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from core.content.base import DATE_PATTERN
from core.content.nearest import did_you_mean, nearest
from core.content.places import Place, place_of


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, and where: `file › id › field: what is wrong, what to do`."""

    file: str
    id: str
    field: str
    message: str
    fields: tuple[str, ...] = ()
    """What may stand there instead of a field that is like none of them."""

    def __str__(self) -> str:
        """The line that `core check` prints."""
        return f"{self.file} › {self.id} › {self.field}: {self.message}"


class ContentError(Exception):
    """Content that cannot be used, with every problem that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def suggestion(word: str, known: Iterable[object]) -> str:
    """`; did you mean X?` when something known is near, else an empty string.

    >>> suggestion("sftt", ("sft", "rag"))
    '; did you mean sft?'
    """
    hint = did_you_mean(nearest(word, map(str, known)))
    return f"; {hint}" if hint else ""


def choice_hint(word: str, known: Iterable[str]) -> str:
    """`; did you mean X?` when something known is near, else all that is known.

    >>> choice_hint("sftt", ("sft", "rag")), choice_hint("data", ("sft", "rag"))
    ('; did you mean sft?', '; choose one of sft, rag')
    """
    names = tuple(known)
    return suggestion(word, names) or f"; choose one of {', '.join(names)}"


def quoted_name(message: str) -> str:
    """What a message begins with in quotes, which is what its author looks for; nothing when it begins otherwise.

    >>> quoted_name("'sftt' is not among the nodes; did you mean sft?"), quoted_name("is missing; add it")
    ('sftt', '')
    """
    found = re.match(r"'([^']+)'", message)
    return found[1] if found else ""


_WHAT_TO_DO = {
    "missing": "is missing; add it",
    "string_type": "is not text; put it in quotes",
    "string_too_short": "is empty; write it",
    "string_of_few_letters": "is too short; write at least {min_length} characters",
    "string_too_long": "is too long; the limit is {max_length} characters",
    "too_short": "has too few entries ({actual_length}); write at least {min_length}",
    "too_long": "has too many entries ({actual_length}); write at most {max_length}",
    "float_type": "is not a number; write digits, without a unit",
    "float_parsing": "is not a number; write digits, without a unit",
    "grouped": "is not a number; leave out the commas between its thousands",
    "pointed": "is not a number; leave out the points between its thousands",
    "decimal": "is not a number; write a point instead of the decimal comma",
    "two_ends": "is a range; write its lower end here, and its upper end as high",
    "range": "is a range, and has to be one number",
    "finite_number": "is not a finite number; write digits",
    "int_parsing": "is not a whole number; write digits",
    "bool_parsing": "must be true or false",
    "int_from_float": "is not a whole number; write digits",
    "int_type": "is not a whole number; write digits",
    "bool_type": "must be true or false",
    "greater_than_equal": "is too small; write {ge} or more",
    "greater_than": "is too small; write more than {gt}",
    "less_than_equal": "is too large; write {le} or less",
    "less_than": "is too large; write less than {lt}",
    "tuple_type": "must be a list; put each entry on a line that starts with '- '",
    "dict_type": "must be a set of fields 'name: value'",
    "model_type": "must be a set of fields 'name: value'",
    "model_attributes_type": "must be a set of fields 'name: value'",
    "union_tag_not_found": "is missing; add 'kind: {kinds[0]}' or another kind",
}


_GROUPED = re.compile(r"-?\d{1,3}(,\d{3}){1,9}(\.\d+)?")
"""A number with commas between its thousands, as texts write it."""
_POINTED = re.compile(r"-?\d{1,3}(\.\d{3}){2,9}(,\d+)?")
"""A number with points between its thousands, as German writes it; with one point it is a decimal."""
_DECIMAL = re.compile(r"-?\d+,\d+")
"""A number with a decimal comma, as a German spreadsheet writes it."""
_RANGED = re.compile(r"\D{0,2}\d[\d.,]*\s*(?:[-–—]|to|bis)\s*\D?\d[\d.,]*(\s?[^\d\s]+)?")
"""A range, as texts write it."""
_GROUP = 3
"""So many digits stand between two marks of thousands."""
_NO_FIELD = "; remove it, or correct its spelling"


def what_is_wrong(error: ErrorDetails, place: Place) -> str:
    """One thing that validation found, in a sentence that says what to do."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "string_type" and error["input"] is None:
        kind = "string_too_short"
    elif kind == "string_too_short" and str(error["input"]).strip():
        kind = "string_of_few_letters"
    elif kind in ("float_parsing", "int_parsing"):
        kind = _slip_in_number(str(error["input"]), kind, "high" in place.fields)
    if kind == "extra_forbidden":
        name = str(error["loc"][-1])
        what_to_do = cut_at_comma(name, error["input"]) or suggestion(name, place.unwritten) or _NO_FIELD
        return f"is not a known field{what_to_do}"
    if kind == "string_pattern_mismatch":
        return wrong_form(str(error["input"]), context["pattern"])
    if kind in ("union_tag_invalid", "enum", "literal_error"):
        given = error["input"]["kind"] if kind == "union_tag_invalid" else error["input"]
        return _not_allowed(given, context.get("expected_tags") or context["expected"])
    if kind == "value_error":
        return str(context["error"])
    if kind in _WHAT_TO_DO:
        return _WHAT_TO_DO[kind].format(**{name: _written(one) for name, one in context.items()}, kinds=place.kinds)
    return f"{error['msg'][:1].lower()}{error['msg'][1:]}; correct it"


def _slip_in_number(given: str, kind: str, has_ends: bool) -> str:
    """What kind of slip keeps a text from being a number: one of those above, else the one that pydantic names."""
    slips = {"grouped": _GROUPED, "pointed": _POINTED, "two_ends" if has_ends else "range": _RANGED}
    slips |= {"decimal": _DECIMAL} if kind == "float_parsing" else {}
    return next((slip for slip, form in slips.items() if form.fullmatch(given)), kind)


def cut_at_comma(name: str, value: Any) -> str:
    """What to do about a field that is the rest of a value: in `{text: Yes, I do, high: 8,000}` a comma begins a field.

    >>> cut_at_comma("I do", None), cut_at_comma("hint", None)
    ('; a comma ends the text before it: put that text in quotes', '')
    """
    if name.isdecimal() and len(name) != _GROUP:
        return "; write the number before it with a point instead of the decimal comma"
    if name.isdecimal():
        return "; write the number before it without a comma between its thousands"
    cut = " " in name and value is None
    return "; a comma ends the text before it: put that text in quotes" if cut else ""


def wrong_form(given: str, pattern: str) -> str:
    """What to do about a text that its pattern refuses: a date, or an id, with an example made of it.

    >>> wrong_form("Not A Slug", DATE_PATTERN)
    "'Not A Slug' has the wrong form; write a year, a month or a day, e.g. 2025-02"
    """
    return f"{given[:60]!r} has the wrong form; {_right_form(given, pattern)}"


def _right_form(given: str, pattern: str) -> str:
    if pattern == DATE_PATTERN:
        return "write a year, a month or a day, e.g. 2025-02"
    spelled = "".join(sign for sign in normalize("NFKD", given.casefold()) if not combining(sign))
    example = re.sub(r"[^a-z0-9]+", "-", spelled)[:64].strip("-")
    hint = f", such as {example}" if example else ""
    return f"write small letters and digits, with hyphens between words{hint}"


def _written(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _not_allowed(given: Any, expected: str) -> str:
    """What to say of a word that is none of those expected, which pydantic lists: "'show', 'vote' or 'lab'"."""
    if isinstance(given, dict | list | tuple):
        return f"must be one word; choose one of {expected}"
    begun = str(given)[:1].casefold()  # “slide” is no slip of “guide”
    words = [word for word in re.findall(r"'([^']*)'", expected) if word.startswith(begun)]
    hint = suggestion(str(given), words) or f"; choose one of {expected}"
    return f"{str(given)[:60]!r} is not allowed{hint}"


def _inside(place: tuple[int | str, ...], outer: tuple[int | str, ...]) -> bool:
    return len(place) > len(outer) and place[: len(outer)] == outer


def problems_of(error: ValidationError, file: str, entry_id: str, schema: Any, value: Any) -> tuple[Problem, ...]:
    """The problems that one entry's validation found, one each.

    Args:
        error: what the validation said.
        file: where the entry stands.
        entry_id: the entry's id.
        schema: what it was validated against.
        value: the entry as it was given.
    """
    found = []
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and any(_inside(other["loc"], detail["loc"]) for other in details):
            continue  # an entry of the list is wrong, and is not counted
        of_kind = ("kind",) if detail["type"].startswith("union_tag_") else ()
        place = place_of(schema, value, (*detail["loc"], *of_kind))
        message = what_is_wrong(detail, place)
        fields = place.fields if message.endswith(_NO_FIELD) else ()
        found.append(Problem(file, entry_id, place.name or "the entry", message, fields))
    return tuple(found)
