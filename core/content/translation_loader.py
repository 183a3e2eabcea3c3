"""Reads a language's folder, `content/de/`, and puts it over the English content. Does I/O."""

from pathlib import Path
from typing import Any

from core.content.loader import content_directory, read_file
from core.content.models import MANY, SINGLE, Content
from core.content.problems import ContentError, Problem, suggestion
from core.content.translation import Translated, translate_entry
from core.content.yaml_text import Value, YamlError


def load_translation(content: Content, language: str, directory: Path | None = None) -> Content:
    """The content in a language: what has no translation stays English.

    Raises:
        ContentError: a file is unreadable or wrong; it holds every problem that was found.
    """
    folder = (directory or content_directory()) / language
    problems: list[Problem] = []
    done = Translated()
    parts: dict[str, Any] = {}
    files = sorted(folder.rglob("*.yaml"))
    for kind in (*SINGLE, *MANY):
        mine = [path for path in files if path.relative_to(folder).parts[0].removesuffix(".yaml") == kind]
        parts[kind] = getattr(content, kind)
        for path in mine:
            parts[kind] = _with_file(parts[kind], path, path.relative_to(folder.parent).as_posix(), done, problems)
        files = [path for path in files if path not in mine]
    strays = [path.relative_to(folder.parent).as_posix() for path in files]
    problems += [Problem(name, "-", "the file", "translates no kind of content; rename it") for name in strays]
    if problems:
        raise ContentError(tuple(sorted(problems)))
    return Content.model_construct(**parts, language=language, translated=frozenset(done.names))


def _with_file(part: Any, path: Path, name: str, done: Translated, problems: list[Problem]) -> Any:
    try:
        value = read_file(path)
    except YamlError as error:
        problems.append(Problem(name, "-", "the file", str(error)))
        return part
    if not isinstance(part, tuple):
        return _with_entry(part, value, name, done, problems)
    places = {entry.id: place for place, entry in enumerate(part)}
    entries = list(part)
    for one in value if isinstance(value, list) else [value]:
        found = str(one.get("id", "(no id)")) if isinstance(one, dict) else "(no id)"
        if found in places:
            entries[places[found]] = _with_entry(entries[places[found]], one, name, done, problems)
        else:
            hint = suggestion(found, tuple(places))
            problems.append(Problem(name, found[:80], "id", f"is not in the English content{hint}"))
    return tuple(entries)


def _with_entry(entry: Any, value: Value, name: str, done: Translated, problems: list[Problem]) -> Any:
    mine = Translated()
    result = translate_entry(entry, value, mine)
    done.names |= mine.names
    problems += [Problem(name, entry.id, place, message) for place, message in mine.wrong]
    return result
