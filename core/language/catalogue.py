"""The catalogues, read once per process: gettext's .po files, one per area, merged. Does I/O on first use."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from io import StringIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po

from core.language.in_force import ENGLISH
from core.text.undecoded import undecoded_line

DIRECTORY = Path(__file__).resolve().parent
_TEXT = re.compile(r'(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*"')
Key = tuple[str, str]
"""What a text is found by: its context, often empty, and the English text; of a plural, the singular."""


class CatalogueError(ValueError):
    """A catalogue that cannot be read; the message names the file and the line, and says what to do."""


@dataclass(frozen=True)
class Catalogue:
    """The texts of one language: each with its forms, one or as many as the language has for a number."""

    forms: Mapping[Key, tuple[str, ...]]
    plural_of: Callable[[int], int]

    def text(self, text: str, context: str = "") -> str:
        """The translation; the English text where there is none."""
        found = self.forms.get((context, text))
        return found[0] if found else text

    def plural(self, singular: str, plural: str, n: float) -> str:
        """The form for a number."""
        found = self.forms.get(("", singular))
        if found is None:
            return singular if n == 1 else plural
        whole = int(n) if n == int(n) else 2  # 1.5 is said as many are
        return found[min(self.plural_of(whole), len(found) - 1)]


@dataclass(frozen=True)
class Entry:
    """One text as a file has it: one form, or one for each number that the language knows."""

    context: str
    english: tuple[str, ...]
    translated: tuple[str, ...]

    @property
    def key(self) -> Key:
        """What it is found by."""
        return (self.context, self.english[0])

    @property
    def is_done(self) -> bool:
        """Whether every form has a translation."""
        return all(self.translated)


@cache
def languages() -> Mapping[str, str]:
    """Every available language, English first: its code, and its name as its speakers write it."""
    codes = sorted(path.name for path in DIRECTORY.iterdir() if any(path.glob("*.po")))
    return {code: str(Locale.parse(code).get_display_name(code)).title() for code in (ENGLISH, *codes)}


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; an empty one of a language that has no files.

    Raises:
        CatalogueError: a file is not written as gettext reads it.
    """
    forms: dict[Key, tuple[str, ...]] = {}
    for path in catalogue_files(language):
        for entry in read_entries(path, language):
            if entry.is_done:
                forms.setdefault(entry.key, entry.translated)
    return Catalogue(forms, c2py(get_plural(language).plural_expr))


def catalogue_files(language: str) -> list[Path]:
    """The files of a language, in the order in which they count."""
    return sorted((DIRECTORY / language).glob("*.po"))


def read_entries(path: Path, language: str) -> list[Entry]:
    """The entries of one file; one that is marked as fuzzy counts as not translated.

    Raises:
        CatalogueError: it is not UTF-8, or holds a line that is no part of a catalogue.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8")
        messages = read_po(StringIO(text), locale=language, abort_invalid=True)
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{name}, line {undecoded_line(error)}: is not UTF-8 text; save it as UTF-8") from error
    except PoFileError as error:
        what = f"{error.line[:40]!r} is no part of a catalogue; correct it, or remove the marks that Git left"
        raise CatalogueError(f"{name}, line {error.lineno + 1}: {what}") from error
    if line := _unquoted_line(text):
        what = "holds a text that is not in quotes; begin and end it with one, and write a backslash before one within"
        raise CatalogueError(f"{name}, line {line}: {what}")
    return [_entry(message) for message in messages if message.id]


def _unquoted_line(text: str) -> int | None:
    """The first line, from 1, whose text lacks a quote; Babel takes off its first and last letter all the same."""
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        if line.startswith(("msg", '"')) and not _TEXT.fullmatch(line):
            return number
    return None


def _entry(message: Message) -> Entry:
    english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    given = message.string
    translated = (given or "",) if given is None or isinstance(given, str) else tuple(text or "" for text in given)
    return Entry(message.context or "", english, ("",) if message.fuzzy else translated)
