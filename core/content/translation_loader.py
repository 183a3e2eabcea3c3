"""Reads a language's folder, `content/de/`, and puts it over the English content. Does I/O."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from core.content.inherited_labels import with_inherited_labels
from core.content.item_base import DOUBLED
from core.content.lines import id_as_read
from core.content.loader import content_directory, load_content, read_file
from core.content.models import MANY, SINGLE, Content
from core.content.problems import ContentError, Problem, suggestion
from core.content.translation import Translated, left_at_default, translate_entry
from core.content.translation_checks import bank_findings, form_problems
from core.content.translation_notes import Notes, read_notes, written_notes
from core.content.typed_items import Cloze, ShortText
from core.content.wordings import with_wordings_of
from core.content.yaml_text import Value, YamlError
from core.language.catalogue import catalogue, languages
from core.language.in_force import ENGLISH

_NOTES = "written-from.txt"


@dataclass
class _Reading:
    """What was read so far: which entries are said, the file of each, and what was wrong. `english` is what is said."""

    language: str
    english: Content
    done: Translated = field(default_factory=Translated)
    origin: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def load_languages(directory: Path | None = None) -> dict[str, Content]:
    """The content in every language of the catalogues, by code. What may be typed in one is right in all.

    Raises:
        ContentError: a file is missing, unreadable or wrong; it holds every problem that was found.
    """
    english = load_content(directory)
    read = [_read(english, code, directory) for code in languages() if code != ENGLISH]
    others = [content for content, _ in read]
    joined = [with_wordings_of(one, (english, *others)) for one in (english, *others)]
    files = {content.language: reading.origin for content, reading in read}
    wrong = [problem for one in joined[1:] for problem in _doubled(one, files[one.language])]
    if wrong:
        raise ContentError(tuple(wrong))
    return {one.language: one for one in joined}


def _doubled(joined: Content, files: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Wordings that the languages use for two things: each is right alone, so what is wrong is in the translation."""
    for item in joined.items:
        if isinstance(item, ShortText | Cloze):
            for problem in form_problems("items", item, files.get(("items", item.id), f"{joined.language}/items")):
                said = problem.message.replace(DOUBLED, "stands in two places, counting every language; keep one")
                yield replace(problem, message=said)


def load_translation(content: Content, language: str, directory: Path | None = None) -> Content:
    """The content in a language: what has no translation stays English.

    Raises:
        ContentError: a file is unreadable or wrong; it holds every problem that was found.
    """
    return _read(content, language, directory)[0]


def _read(content: Content, language: str, directory: Path | None) -> tuple[Content, _Reading]:
    folder = (directory or content_directory()) / language
    reading = _Reading(language, content)
    parts: dict[str, Any] = {}
    files = sorted(folder.rglob("*.yaml"))
    for kind in (*SINGLE, *MANY):
        mine = [path for path in files if path.relative_to(folder).parts[0].removesuffix(".yaml") == kind]
        parts[kind] = getattr(content, kind)
        for path in mine:
            parts[kind] = _with_file(reading, kind, parts[kind], path, path.relative_to(folder.parent).as_posix())
        files = [path for path in files if path not in mine]
    parts["graphs"], inherited = with_inherited_labels(parts["graphs"], reading.done.parts)
    reading.done.parts |= inherited
    reading.problems += [_stray(path.relative_to(folder.parent)) for path in files]
    parts |= {"translated": frozenset(reading.done.names), "translated_parts": frozenset(reading.done.parts)}
    translated = Content.model_construct(**parts, language=language)
    if not reading.problems:
        reading.problems = [
            Problem(reading.origin.get((kind, entry_id), f"{language}/{kind}"), entry_id, name, message)
            for kind, entry_id, name, message in bank_findings(translated)
        ]
    if reading.problems:
        raise ContentError(tuple(sorted(reading.problems)))
    return translated, reading


def _stray(inside: Path) -> Problem:
    """A file of no kind, with the kind that the name of its folder is like."""
    near = suggestion(inside.parts[1], (*SINGLE, *MANY)) if len(inside.parts) > 2 else ""
    return Problem(inside.as_posix(), "-", "the file", f"matches no kind of content; rename it{near}")


def noted(language: str, directory: Path | None = None) -> Notes:
    """What a language's texts were written from, as its folder says; nothing when nobody noted it yet."""
    file = (directory or content_directory()) / language / _NOTES
    return read_notes(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else {}


def keep_notes(language: str, notes: Notes, directory: Path | None = None) -> None:
    """Writes what a language's texts were written from into its folder, if it has one."""
    folder = (directory or content_directory()) / language
    if folder.is_dir():
        (folder / _NOTES).write_text(written_notes(notes), encoding="utf-8")


def _with_file(reading: _Reading, kind: str, part: Any, path: Path, name: str) -> Any:
    try:
        value = read_file(path)
    except YamlError as error:
        reading.problems.append(Problem(name, "-", "the file", str(error)))
        return part
    if not value:
        reading.problems.append(Problem(name, "-", "the file", "is empty; write its entries, or delete the file"))
        return part
    if not isinstance(part, tuple):
        return _with_entry(reading, kind, part, value, name)
    if not isinstance(value, list) and not (isinstance(value, dict) and "id" in value):
        reading.problems.append(Problem(name, "-", "the file", "must be a list; start each entry with '- id: …'"))
        return part
    places = {entry.id: place for place, entry in enumerate(part)}
    entries = list(part)
    for one in value if isinstance(value, list) else [value]:
        found = id_as_read(one.get("id") if isinstance(one, dict) else None)
        earlier = reading.origin.get((kind, found))
        if earlier:
            reading.problems.append(Problem(name, found, "id", f"is already translated in {earlier}; keep one"))
        elif found in places:
            entries[places[found]] = _with_entry(reading, kind, entries[places[found]], one, name)
        else:
            reading.problems.append(Problem(name, found, "id", _why_unknown(reading, kind, found, one)))
    return tuple(entries)


def _why_unknown(reading: _Reading, kind: str, found: str, given: Value) -> str:
    """What to do about an id that no entry of the kind has: it is left out, misspelt, or that of another kind."""
    if isinstance(given, dict) and "id" not in given:
        return "is missing; add the id that the entry has in English"
    hint = suggestion(found, tuple(entry.id for entry in getattr(reading.english, kind)))
    others = [other for other in MANY if any(entry.id == found for entry in getattr(reading.english, other))]
    if others and not hint:
        return f"is that of one of the {others[0]}; move the entry to {reading.language}/{others[0]}"
    return f"is not in the English content{hint or '; give each entry the id that it has in English'}"


def _with_entry(reading: _Reading, kind: str, entry: Any, value: Value, name: str) -> Any:
    mine = Translated()
    result = translate_entry(entry, value, mine)
    reading.done.names |= mine.names
    reading.done.parts |= mine.parts
    reading.origin[kind, entry.id] = name
    wrong = [Problem(name, entry.id, place, message) for place, message in mine.wrong]
    reading.problems += wrong or form_problems(kind, result, name)
    catalogued = {field: catalogue(reading.language).text(text) for field, text in left_at_default(entry).items()}
    return result.model_copy(update=catalogued)
