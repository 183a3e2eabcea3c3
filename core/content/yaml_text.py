"""Reads the part of YAML that content needs, and says in a sentence why it refuses the rest. Pure.

The values are those of YAML 1.2's core schema, so that `No` is a word and `13e12` a number. Anchors and aliases
(which can make a small file huge, or endless), tags, tabs, doubled keys and deep nesting are refused.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

MAX_BYTES = 20_000_000
MAX_DEPTH = 20

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for the parser."""
_REMARK = re.compile(r"[ \t]+#")
_SIGN = re.compile(r"[ \t]+#[^\s#]")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


_INDENT = "it starts further left or right than the lines it belongs to; indent it as they are"
_UNCLOSED = "close what opens with { or [, and put text that holds one of , : [ ] { } there in quotes"
_UNSPACED = re.compile(r"\s*(- +)?[\w-]+:[^\s/]")
_FIELD = re.compile(r"\s*[\w-]+")
_CURLY = re.compile("[“”„]")
_REFUSED_LINES = (
    (re.compile(r".*\t"), "holds a tab; indent with spaces"),
    (re.compile(".*\u00a0"), "holds a non-breaking space; write an ordinary one"),
    (  # as word processors and web pages have them
        re.compile(" *[\u2000-\u200b\u202f\u3000\ufeff]"),
        "begins with a space that is none for YAML; indent with ordinary ones",
    ),
    (  # question: "It" means what?
        re.compile(r"""\s*(- +)*([\w-]+: +)?("(\\.|[^"\\])*"|'(''|[^'])*')[ \t]*[^\s#,:}\]]"""),
        "is not YAML, as text follows a closing quote; put the whole text in the other kind of quotes",
    ),
)
"""What is wrong with a line on which reading stopped, whatever the parser says of it."""
_TELLING_LINES = (
    (
        re.compile(r"<{7}|={7}|>{7}"),
        "Git left two versions here; keep one, and remove the lines that begin with <<<, === and >>>",
    ),
    (  # answer: [sic] is a remark
        re.compile(r"\s*(- +)*([\w-]+: +)?(\[[^\]]*\]|\{[^}]*\})[ \t]*[^\s#,:}\]]"),
        "text cannot begin with [ or {; put it in quotes",
    ),
    (re.compile(r"\s*-[^\s-]"), "write a space after the dash"),
)
"""What to do about a line, where its look says more than the parser."""
_MISPLACED = {
    "did not find expected key": _INDENT,
    "did not find expected '-' indicator": f"{_INDENT}, or begin it with '- ' if it is an entry of the list",
    "did not find expected ',' or '}'": _UNCLOSED,
    "did not find expected ',' or ']'": _UNCLOSED,
    "found character that cannot start any token": "text cannot begin with @, ` or %; put it in quotes",
    "found unknown escape character": r"write \\ for a backslash, or put the text in single quotes",
    "could not find expected ':'": "write it as 'name: value', or indent it like the text that it belongs to",
}
"""What to do about the mistakes that the parser tells apart, by its words."""


class YamlError(Exception):
    """A file that cannot be read, with the line where reading stopped."""


def read_yaml(text: str) -> Value:
    """The value of the one document in `text`.

    Raises:
        YamlError: the text is no YAML, or uses what content may not use.

    >>> read_yaml("answer: No\\ntokens: 13e12")
    {'answer': 'No', 'tokens': 13000000000000.0}
    """
    if len(text) > MAX_BYTES:
        raise YamlError(f"is larger than {MAX_BYTES // 1_000_000} MB; split it into several files")
    try:
        # The list of events is what libyaml parses without building anything: aliases are not followed.
        lines = _BREAK.split(text.removeprefix("\ufeff"))
        events = (_whole(event, lines) for event in yaml.parse(text, Loader=yaml.CSafeLoader))
        return _document(events)
    except yaml.MarkedYAMLError as error:
        raise YamlError(_syntax_sentence(error, text)) from error
    except yaml.YAMLError as error:
        raise YamlError("holds a character that YAML does not allow; save the file as UTF-8 text") from error


def _whole(event: Event, lines: list[str]) -> Event:
    """The event, if nothing that looks like its text is cut off as a remark.

    Behind one word, a number or a date a remark is one: `seconds: 45  # a minute less`. Behind several words, and where
    a sign stands right behind the `#`, it was likely meant as text: `Ticket #42`, `in C # and Java`.
    """
    if isinstance(event, ScalarEvent) and event.implicit[0] and event.value and event.end_mark:
        rest = lines[event.end_mark.line][event.end_mark.column :] if event.end_mark.line < len(lines) else ""
        if _REMARK.match(rest) and (" " in event.value or _SIGN.match(rest)):
            cut = rest.strip()[:40]
            raise YamlError(
                f"line {event.end_mark.line + 1}: {cut!r} is cut off as a comment; quote the whole text, "
                "or put the comment on its own line"
            )
    return event


def _document(events: Iterator[Event]) -> Value:
    value: Value = None
    documents = 0
    for event in events:
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise YamlError(f"{_line(event)}: a second document starts; keep one document in a file, without ---")
            value = _value(next(events), events, 0)
    return value


def _value(event: Event, events: Iterator[Event], depth: int) -> Value:
    _refuse(event, depth)
    if isinstance(event, ScalarEvent):
        return _scalar(event)
    if isinstance(event, SequenceStartEvent):
        return _sequence(events, depth)
    return _mapping(events, depth)


def _refuse(event: Event, depth: int) -> None:
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        raise YamlError(f"{_line(event)}: uses an anchor (&) or alias (*); write the value out, or put it in quotes")
    if getattr(event, "tag", None):
        raise YamlError(f"{_line(event)}: uses a tag (!); remove it, or put the text in quotes")
    if depth > MAX_DEPTH:
        raise YamlError(f"{_line(event)}: is nested more than {MAX_DEPTH} deep; make it flatter")


def _sequence(events: Iterator[Event], depth: int) -> list[Value]:
    found = []
    while not isinstance(event := next(events), SequenceEndEvent):
        found.append(_value(event, events, depth + 1))
    return found


def _mapping(events: Iterator[Event], depth: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    while not isinstance(event := next(events), MappingEndEvent):
        if not isinstance(event, ScalarEvent):
            what = "a field's name must be a word; put the value after 'name:', in quotes if it begins with {"
            raise YamlError(f"{_line(event)}: {what}")
        _refuse(event, depth)
        if event.value in found:
            raise YamlError(f"{_line(event)}: {_twice(event.value, found)}")
        found[event.value] = _value(next(events), events, depth + 1)
    return found


def _twice(name: str, found: dict[str, Value]) -> str:
    """An entry's first field that comes again is more likely the next entry, with its dash forgotten."""
    first = ", or begin the next entry with '- '" if name == next(iter(found)) else ""
    return f"the field {name[:60]!r} appears twice; keep one of them{first}"


def _scalar(event: ScalarEvent) -> Value:
    quoted = not event.implicit[0]  # or a block of text
    return event.value if quoted else plain_value(event.value)


def plain_value(text: str) -> str | int | float | bool | None:
    """What a word without quotes means: a number, true or false, nothing, or text.

    >>> plain_value("42"), plain_value("TRUE"), plain_value("~"), plain_value("No")
    (42, True, None, 'No')
    """
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def _line(event: Event) -> str:
    return f"line {event.start_mark.line + 1}" if event.start_mark else "near the end"


def _syntax_sentence(error: yaml.MarkedYAMLError, text: str) -> str:
    if error.problem_mark is None:
        return f"is not YAML ({error.problem}); check its end"
    if error.context == "while scanning a quoted scalar" and error.context_mark:
        return f"line {error.context_mark.line + 1}: is not YAML, as a quote opens there and never closes; close it"
    mark = _begin(error) or error.problem_mark
    line = [*text.splitlines(), *[""] * (mark.line + 1)][mark.line]
    at = f"line {mark.line + 1}:"
    for pattern, wrong in _REFUSED_LINES:
        if pattern.match(line):
            return f"{at} {wrong}"
    return f"{at} is not YAML ({error.problem}); {_what_to_do(str(error.problem), line, mark.column)}"


def _begin(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where that which should have been a field's name begins: the parser complains only on the line after it."""
    return error.context_mark if error.context == "while scanning a simple key" else None


def _what_to_do(problem: str, line: str, column: int) -> str:
    for pattern, advice in _TELLING_LINES:
        if pattern.match(line):
            return advice
    if problem == "could not find expected ':'" and _UNSPACED.match(line):
        return "write a space after the colon"
    if problem in _MISPLACED:
        return _MISPLACED[problem]
    if problem == "mapping values are not allowed in this context" and _FIELD.fullmatch(line[:column]):
        return _INDENT
    quotes = "straight quotes, \" or '" if _CURLY.search(line) else "quotes"
    return (
        f"put text that holds ': ' or '#', or starts with a special character, in {quotes}, and check the indentation"
    )
