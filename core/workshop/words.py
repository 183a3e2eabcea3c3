"""Makes names, questions and cases that people type fit to be shown to a room. Pure."""

import re
import unicodedata
from collections.abc import Iterable

from core.language.numbers import decimal
from core.language.text import marked, t
from core.workshop.errors import WorkshopError

NAME_CHARACTERS = 32
QUESTION_CHARACTERS = 280
CASE_CHARACTERS = 400
_SPACES = re.compile(r"\s+")
_JOINERS = re.compile("[\u200c\u200d]+")
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0e\U000e0100-\U000e01ef]"
    "|(?<![\xa9\xae\u2000-\u3300\U0001f000-\U0001faff])\ufe0f(?!\u20e3)"
)
"""What Unicode calls ignorable among letters and marks; the selector that colours an emoji stays after one."""

_LOOK_ALIKE = str.maketrans("авекмнорстухіјѕһԁԛԝαβεηικμνορτυχζ", "abekmhopctyxijshdqwabehikmnoptyxz")
"""Small letters of Cyrillic and Greek that look like Latin ones, or whose capitals do."""


def plain(text: str) -> str:
    """One line without invisible characters, direction overrides and stacked marks; needed joiners stay.

    >>> plain("  Ada\\u202e  \\n Love\\u200clace ")
    'Ada Lovelace'
    """
    whole = unicodedata.normalize("NFC", text[:10_000])
    kept = "".join(sign for sign in whole if unicodedata.category(sign)[0] != "C" or sign in "\n\t\u200c\u200d")
    joined = _JOINERS.sub(_needed, _UNSEEN.sub("", kept.replace("\u2800", " ")))  # Braille without a dot is a space
    marks = re.sub(r"([\u0300-\u036f]{2})[\u0300-\u036f]+", r"\1", joined)
    return _SPACES.sub(" ", marks).strip()


def _needed(joiner: re.Match[str]) -> str:
    """Keeps a joiner where a script or an emoji needs it, and drops it elsewhere, where it would be invisible."""
    text, start, end = joiner.string, joiner.start(), joiner.end()
    beside = (text[start - 1 : start], text[end : end + 1])
    joins = all(one and unicodedata.category(one)[0] in "LMS" and one.lower() == one.upper() for one in beside)
    return joiner[0][0] if joins else ""


def fit_name(text: str, taken: Iterable[str]) -> str:
    """The name as the room shows it; a name that is taken gets a number.

    Raises:
        WorkshopError: it is empty or too long.

    >>> fit_name("Ada", ["ada", "Ada 2"])
    'Ada 3'
    """
    name = plain(text)
    if not any(sign.isalnum() or unicodedata.category(sign)[0] == "S" for sign in name):
        raise WorkshopError(t("Type a name that the others will see."), "name")
    if len(name) > NAME_CHARACTERS:
        raise WorkshopError(
            t("Type a name of at most {most} characters; this one has {count}.", most=NAME_CHARACTERS, count=len(name)),
            "name",
        )
    used = set(map(_alike, taken))
    number, found = 2, name
    while _alike(found) in used:
        found, number = f"{name} {number}", number + 1
    return found


def _alike(name: str) -> str:
    """A key that names share if they look alike: capitals, joiners, width, style and script do not count."""
    return unicodedata.normalize("NFKC", _JOINERS.sub("", name)).casefold().translate(_LOOK_ALIKE)


def beside_others(name: str) -> str:
    """A name for a line of several, isolated so that names written from right to left keep their places."""
    leftward = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in name)
    return f"\u2068{name}\u2069" if leftward else name


def fit_case(text: str) -> str:
    """The case of a room's own as its screens show it.

    Raises:
        WorkshopError: it is empty or too long.
    """
    return _fit(
        text,
        CASE_CHARACTERS,
        empty=marked("Type the case first."),
        too_long=marked("Shorten the case to {most} characters; it has {count}."),
    )


def fit_question(text: str) -> str:
    """The question as the room shows it.

    Raises:
        WorkshopError: it is empty or too long.
    """
    return _fit(
        text,
        QUESTION_CHARACTERS,
        empty=marked("Type a question first."),
        too_long=marked("Shorten the question to {most} characters; it has {count}."),
    )


def _fit(text: str, most: int, *, empty: str, too_long: str) -> str:
    found = plain(text)
    if not found:
        raise WorkshopError(t(empty))
    if len(found) > most:
        raise WorkshopError(t(too_long, most=most, count=decimal(min(len(found), 10_000))))
    return found
