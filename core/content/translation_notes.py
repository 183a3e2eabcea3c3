"""Which translations lag behind their English. What each was written from is noted: two hashes a text. Pure.

A note's line is `claims/rlhf-purpose 1a2b3c4d 9f8e7d6c`: the name, the English texts, the translated ones. If only the
English has changed since, nobody has looked at the translation; if the translation has changed too, somebody has.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from core.content.base import Entry
from core.content.models import MANY, SINGLE, Content
from core.content.translation import FREE, name_of, part_name, parts_of, translatable

_HEADER = (
    "# Kept by `python -m core language`: a text, its English and its translation when somebody last compared them.\n"
)
_LINE = re.compile(r"^(\S+) ([0-9a-f]{8}) ([0-9a-f]{8})$", re.MULTILINE)


class Note(NamedTuple):
    """The hashes of an entry's texts, or of a part's."""

    english: str
    translated: str


Notes = Mapping[str, Note]
"""Notes by name: `claims/rlhf-purpose`, and of a part `lessons/pitfalls.too-early`."""


def notes_of(english: Content, translated: Content) -> Notes:
    """Notes of everything that is translated, as it is now."""
    texts: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for kind in (*SINGLE, *MANY):
        for one, other in zip(_entries(english, kind), _entries(translated, kind), strict=True):
            for name, part, said in _pairs(translated, f"{kind}/{getattr(one, 'id', kind)}", one, other):
                texts[name][0].extend(_own_texts(part))
                texts[name][1].extend(_own_texts(said))
    return {name: Note(_hash(one), _hash(other)) for name, (one, other) in texts.items() if one}


def lagging(noted: Notes, now: Notes) -> tuple[str, ...]:
    """The names of those whose English was changed and whose translation was not, sorted."""
    known = (name for name in now.keys() & noted.keys() if now[name].english != noted[name].english)
    return tuple(sorted(name for name in known if now[name].translated == noted[name].translated))


def told_late(name: str, language: str) -> str:
    """The line about an outdated translation."""
    kind, _, entry_id = name.partition("/")
    return (
        f"{kind} › {entry_id}: its English was changed and its translation was not; change it in {language}/{kind} and "
        f"run `python -m core language`, or add `--still-right {name}`"
    )


def noted_anew(noted: Notes, now: Notes, still_right: Collection[str] = ()) -> Notes:
    """The notes to keep: of those that lag the old one, unless somebody says that they are still right."""
    late = set(lagging(noted, now)) - set(still_right)
    return {name: noted[name] if name in late else note for name, note in now.items()}


def read_notes(text: str) -> Notes:
    """The notes of a file; a line that is none is ignored, and so its text is noted anew.

    >>> read_notes("# kept\\nclaims/a 1a2b3c4d 9f8e7d6c\\n")
    {'claims/a': Note(english='1a2b3c4d', translated='9f8e7d6c')}
    """
    return {name: Note(english, translated) for name, english, translated in _LINE.findall(text)}


def written_notes(notes: Notes) -> str:
    """The text of a file, one note per line and sorted, so that two people's changes seldom touch the same line."""
    return _HEADER + "".join(f"{name} {note.english} {note.translated}\n" for name, note in sorted(notes.items()))


def _entries(content: Content, kind: str) -> tuple[Entry, ...]:
    found = getattr(content, kind)
    return found if isinstance(found, tuple) else (found,)


def _pairs(content: Content, name: str, one: Entry, other: Entry) -> Iterator[tuple[str, Entry, Entry]]:
    """What is translated by itself, in English and translated: the entry, and its parts to any depth."""
    if name_of(one) in content.translated:
        yield name, one, other
    said = {(type(part), getattr(part, "id", "")): part for part in parts_of(other)}
    for part in parts_of(one):
        part_id = getattr(part, "id", "")
        if part_name(one, part) in content.translated_parts:
            yield from _pairs(content, f"{name}.{part_id}", part, said.get((type(part), part_id), part))


def _own_texts(entry: Entry) -> Iterator[str]:
    """The texts of an entry without those of its parts, and without lists that differ from language to language."""
    apart = {id(part) for part in parts_of(entry)}
    for name, value in translatable(entry):
        values = () if name in FREE.get(type(entry).__name__, ()) else value if isinstance(value, tuple) else (value,)
        for one in values:
            if isinstance(one, str):
                yield one
            elif id(one) not in apart:
                yield from _all_texts(one)


def _all_texts(entry: Entry) -> Iterator[str]:
    yield from _own_texts(entry)
    for part in parts_of(entry):
        yield from _all_texts(part)


def _hash(texts: list[str]) -> str:
    words = "\n".join(" ".join(text.split()) for text in texts)
    return sha256(words.encode()).hexdigest()[:8]
