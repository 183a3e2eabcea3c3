"""A copy of the content with one thing broken, and what the loader says about it."""

import shutil
from collections.abc import Callable
from pathlib import Path

from core.content.loader import OWN_DIRECTORY, load_content
from core.content.problems import ContentError

Edit = Callable[[Path], object]


def copy_of_content(directory: Path) -> Path:
    """The product's own content, copied into a folder."""
    target = directory / "content"
    shutil.copytree(OWN_DIRECTORY, target)
    return target


def problems_after(directory: Path, edit: Edit) -> list[str]:
    """The lines that the loader gives after an edit; none when it finds nothing wrong."""
    copy = copy_of_content(directory)
    edit(copy)
    try:
        load_content(copy)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def write(name: str, text: str | bytes) -> Edit:
    """Puts a whole file in the place of another, or beside the others."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    return lambda folder: (folder / name).write_bytes(data)


def replace(name: str, old: str, new: str) -> Edit:
    """Replaces the first place where `old` stands in a file."""

    def edit(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r} to break"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def add(name: str, text: str) -> Edit:
    """Adds lines to the end of a file."""

    def edit(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


def remove(name: str) -> Edit:
    """Deletes a file."""
    return lambda folder: (folder / name).unlink()


def line_number(path: Path, *words: str) -> int:
    """The line, from 1, on which the last of the words stands, each looked for from the line of the one before."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = 0
    for one in words:
        at = next(place for place in range(at, len(lines)) if one in lines[place])
    return at + 1
