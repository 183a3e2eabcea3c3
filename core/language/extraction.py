"""Finds every text that the code says, and brings the files of a catalogue up to date with it. Does I/O."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from core.language.areas import area_of
from core.language.catalogue import DIRECTORY, Entry, Key, catalogue_files, read_entries

ROOT = DIRECTORY.parents[1]
FOLDERS = ("pages", "components", "core")
_TITLED = "core/calculators/"
"""Where the titles and descriptions of a model's fields are shown, and so are texts, too."""


@dataclass(frozen=True)
class Said:
    """A text of the code: its plural when it has one, and the first file that says it."""

    key: Key
    plural: str | None
    file: str

    @property
    def english(self) -> tuple[str, ...]:
        """The English text, and its plural if it has one."""
        return (self.key[1], self.plural) if self.plural else (self.key[1],)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a text of a catalogue."""

    text: str
    what: str


@cache
def said_texts(root: Path = ROOT) -> dict[Key, Said]:
    """Every text of the code, by its key, in the order of the files; the files are read once per process."""
    found: dict[Key, Said] = {}
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            tree = ast.parse(path.read_text(encoding="utf-8"))
            texts = _of_page(tree) if folder == "pages" else ()
            for key, plural in (*texts, *_found(tree, fields=name.startswith(_TITLED))):
                if key not in found or (plural and not found[key].plural):
                    found[key] = Said(key, plural, name)
    return found


def _of_page(tree: ast.Module) -> Iterator[tuple[Key, None]]:
    """A page's title and its sentence, which a shared link shows."""
    title, point, sentence = (ast.get_docstring(tree) or "").partition(". ")
    yield from ((("", text), None) for text in (title, sentence) if point)


def _found(tree: ast.AST, fields: bool) -> Iterator[tuple[Key, str | None]]:
    """The texts in calls of the four that say one, and, where asked for, the words of a model's fields.

    The syntax tree, and not babel's extractor, because that does not look into an f-string.
    """
    calls = sorted((node for node in ast.walk(tree) if isinstance(node, ast.Call)), key=lambda node: node.lineno)
    for call in calls:
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        texts = [text for argument in call.args[:2] if (text := _constant(argument))]
        if name == "pt" and len(texts) == 2:
            yield (texts[0], texts[1]), None
        elif name == "nt" and len(texts) == 2:
            yield ("", texts[0]), texts[1]
        elif name in ("t", "marked") and texts:
            yield ("", texts[0]), None
        elif fields:
            yield from ((("", text), None) for text in map(_field_text, call.keywords) if text)


def _field_text(keyword: ast.keyword) -> str:
    return _constant(keyword.value) if keyword.arg in ("title", "description") else ""


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def update(language: str) -> None:
    """Rewrites the files of a language: new texts without a translation, and no texts that the code no longer has."""
    said = said_texts()
    kept: dict[Key, tuple[str, Entry]] = {}
    for path in catalogue_files(language):
        for entry in read_entries(path, language):
            kept.setdefault(entry.key, (path.stem, entry))
    areas: dict[str, list[Entry]] = {path.stem: [] for path in catalogue_files(language)}
    for key, one in said.items():
        blank = Entry(key[0], one.english, ("",))
        area, entry = kept.get(key, (area_of(one.file), blank))
        areas.setdefault(area, []).append(entry if entry.english == one.english else blank)
    for area, entries in areas.items():
        write_entries(DIRECTORY / language / f"{area}.po", language, entries)


def write_entries(path: Path, language: str, entries: Iterable[Entry]) -> None:
    """Writes one file, sorted by text, so that two people's changes seldom touch the same line."""
    messages = Catalog(locale=language)
    for entry in entries:
        many = len(entry.english) > 1
        blank = "" if not many else ("",) * messages.num_plurals
        string = (entry.translated if many else entry.translated[0]) if entry.is_done else blank
        messages.add(entry.english if many else entry.english[0], string, context=entry.context or None)
    with path.open("wb") as file:
        write_po(file, messages, width=0, no_location=True, omit_header=True, sort_output=True)


def faults(language: str) -> list[Fault]:
    """What a language's files lack, have in excess, or say with other placeholders than the code; sorted by text."""
    said = said_texts()
    found: list[Fault] = []
    seen: dict[Key, Entry] = {}
    for path in catalogue_files(language):
        for entry in read_entries(path, language):
            found += _faults(entry, said.get(entry.key), seen.get(entry.key), path.name)
            seen.setdefault(entry.key, entry)
    found += [Fault(key[1], "has no entry") for key in said if key not in seen]
    return sorted(found, key=lambda fault: fault.text)


def _faults(entry: Entry, said: Said | None, earlier: Entry | None, file: str) -> Iterator[Fault]:
    text = entry.english[0]
    if said is None:
        yield Fault(text, f"is in no code; remove it from {file}")
    elif said.english != entry.english:
        yield Fault(text, f"has a different plural in the code than in {file}")
    elif not entry.is_done:
        yield Fault(text, f"has no translation in {file}")
    elif [_names(form) for form in entry.translated] != [_names(form) for form in entry.english]:
        yield Fault(text, f"has different placeholders in {file}")
    if earlier is not None and earlier.translated != entry.translated:
        yield Fault(text, f"has two translations, the second in {file}")


def _names(text: str) -> set[str] | str:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return "no format"
