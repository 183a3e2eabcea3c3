"""Reads a content folder into one frozen `Content`, or says everything that is wrong with it. Does I/O."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.content.base import SLUG_PATTERN, Entry
from core.content.checks import check_content
from core.content.code_lines import line_in_code
from core.content.entries import entries_in
from core.content.findings import Finding
from core.content.graphs import Graph
from core.content.id_checks import ID_RULES
from core.content.lesson_checks import figures_exist
from core.content.lines import line_of
from core.content.models import MANY, SINGLE, Content
from core.content.problems import ContentError, Problem, suggestion
from core.content.reference_loader import file_text, reference_problems
from core.content.yaml_text import MAX_BYTES, Value, YamlError, read_yaml
from core.language.catalogue import languages
from core.text.undecoded import undecoded_line

OWN_DIRECTORY = Path(__file__).resolve().parents[2] / "content"
_FIGURES = OWN_DIRECTORY.parent / "components/figures"
_KINDS = (*SINGLE, *MANY)
_MEANT = re.compile(r"\.(ya?ml|csv|tsv|xlsx?|ods|jsonl?|toml)(\.txt)?$", re.IGNORECASE)
"""A file that was meant to be read: some editors add `.txt` to its name."""


def content_directory() -> Path:
    """The folder that `LLM_LADDER_CONTENT` names, else the one that ships with the product."""
    named = os.environ.get("LLM_LADDER_CONTENT")
    return Path(named) if named else OWN_DIRECTORY


def reference_directory(directory: Path | None = None) -> Path:
    """The tables that calculators look up: those of a folder of content, else those that ship with the product."""
    own = (directory or content_directory()) / "reference"
    return own if own.is_dir() else OWN_DIRECTORY / "reference"


def figure_names() -> tuple[str, ...]:
    """The names that a lesson's block may write under `figure`: the modules of components/figures, with hyphens."""
    files = _FIGURES.glob("[a-z]*.py")
    return tuple(sorted(path.stem.replace("_", "-") for path in files))


@dataclass
class _Reading:
    """What was read so far: entries, the file that each came from, what was wrong, and which files they were."""

    directory: Path
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    origin: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    read: set[Path] = field(default_factory=set)

    def refuse(self, file: str, where: str, what: str) -> None:
        self.problems.append(Problem(file, where, "the file" if where == "-" else "id", what))


def load_content(directory: Path | None = None) -> Content:
    """All content of a folder, checked; of `content_directory()` when none is given.

    Raises:
        ContentError: the folder or a file is missing, unreadable or wrong; it holds every problem that was found.
    """
    directory = directory or content_directory()
    reading = _read(directory)
    if reading.problems:  # the other rules would miss what is only misspelt
        raise ContentError(tuple(sorted([*reading.problems, *_placed(reading, _doubles(reading))])))
    content = _assemble(reading)
    found = (*check_content(content), *figures_exist(content, figure_names()))
    wrong = [*_placed(reading, found), *reference_problems(directory / "reference")]
    if wrong:
        raise ContentError(tuple(sorted(wrong)))
    return content


def load_unchecked() -> Content:
    """The app's content without the rules across files, for what helps to keep these: a new claim waits for questions.

    Raises:
        ContentError: the folder is missing, or a file or an entry by itself is wrong.
    """
    reading = _read(content_directory())
    if reading.problems:
        raise ContentError(tuple(sorted(reading.problems)))
    return _assemble(reading)


def placed(findings: Iterable[Finding], directory: Path | None = None) -> tuple[Problem, ...]:
    """Findings of rules outside `core.content`, each with the file of its entry."""
    found = tuple(findings)  # where nothing was found, nothing is read
    return tuple(sorted(_placed(_read(directory or content_directory()), found))) if found else ()


def said_with_line(problem: Problem, directory: Path | None = None) -> str:
    """A problem as `core check` prints it: with its line, where the file shows one, and the fields to choose from."""
    is_code = problem.file.endswith(".py")
    root = OWN_DIRECTORY.parent if is_code else directory or content_directory()
    try:
        line = (line_in_code if is_code else line_of)(problem, _text(root / problem.file))
    except YamlError as error:
        cause = error.__cause__
        line = undecoded_line(cause) if isinstance(cause, UnicodeDecodeError) else None
    told = [f"line {line}"] if line else []
    told += [f"the fields here are {', '.join(problem.fields)}"] if problem.fields else []
    return f"{problem} ({'; '.join(told)})" if told else str(problem)


def _placed(reading: _Reading, findings: Iterable[Finding]) -> Iterator[Problem]:
    for kind, entry_id, name, message in findings:
        yield Problem(reading.origin.get((kind, entry_id), f"{kind}.yaml"), entry_id, name, message)


def _doubles(reading: _Reading) -> Iterator[Finding]:
    """What bears an id or a name twice, among the entries that are well formed."""
    parts: dict[str, Any] = {kind: tuple(entries) for kind, entries in reading.entries.items()}
    return (finding for rule in ID_RULES for finding in rule(Content.model_construct(**parts)))


def _read(directory: Path) -> _Reading:
    if not directory.is_dir():
        there = "is a file" if directory.is_file() else "is not there"
        raise ContentError((Problem(str(directory), "-", "the folder", f"{there}; name the folder of content"),))
    reading = _Reading(directory)
    for kind in _KINDS:
        _read_kind(reading, kind)
    _refuse_unread(reading)
    return reading


def _refuse_unread(reading: _Reading) -> None:
    """A file that is never read would be missed by nobody but its author."""
    for path in sorted(reading.directory.rglob("*")):
        inside = path.relative_to(reading.directory)
        of_others = path.suffix == ".yaml" and inside.parts[0] in ("reference", *languages())
        hidden = any(part.startswith(".") for part in inside.parts)
        if _MEANT.search(path.name) and not (of_others or hidden) and path not in reading.read:
            reading.refuse(inside.as_posix(), "-", _why_unread(inside))


def _why_unread(inside: Path) -> str:
    form = inside.suffix.lower()
    if form in (".csv", ".tsv", ".xlsx", ".xls", ".ods") and "items" in inside.parts[:-1]:
        saved = "" if form in (".csv", ".tsv") else "save it as CSV, "
        return f"is not read; {saved}move it out of the content and make YAML of it with `python -m core import`"
    if inside.suffix != ".yaml":
        as_yaml = "" if ".y" in inside.name.lower() else "write its entries as YAML, and "
        return f"is not read; {as_yaml}end its name in .yaml"
    kind = inside.parts[0].removesuffix(".yaml")
    if kind in _KINDS:
        return f"is not read; write {kind}.yaml alone, or files right in a folder {kind}/ alone"
    hint = suggestion(kind, _KINDS) if len(inside.parts) > 1 else ""
    if len(inside.parts) > 1 and re.fullmatch("[a-z]{2}", kind):
        hint = f"; for a language, first make an empty core/language/{kind}/shared.po"
    return f"is not read, as {kind!r} is not a kind of content{hint or '; put it into a folder such as items/'}"


def _read_kind(reading: _Reading, kind: str) -> None:
    single = reading.directory / f"{kind}.yaml"
    files = [single] if single.is_file() else sorted((reading.directory / kind).glob("*.yaml"))
    reading.entries[kind] = []
    if not files:
        reading.refuse(f"{kind}.yaml", "-", f"is missing; write {kind}.yaml, or files in a folder {kind}/")
    for path in files:
        reading.read.add(path)
        _read_file(reading, kind, path)


def _read_file(reading: _Reading, kind: str, path: Path) -> None:
    name = path.relative_to(reading.directory).as_posix()
    try:
        found = entries_in(kind, name, _text(path))
    except YamlError as error:
        reading.refuse(name, "-", str(error))
        return
    for entry_id, one in found:
        earlier = reading.origin.get((kind, entry_id))
        if earlier:
            reading.refuse(name, entry_id, f"is already in {earlier}; give one of the two another id")
        elif re.fullmatch(SLUG_PATTERN, entry_id):  # of an entry that is wrong too: its double is told at once
            reading.origin[kind, entry_id] = name
        if isinstance(one, tuple):
            reading.problems += one
        elif not earlier:
            reading.entries[kind].append(one)


def read_file(path: Path) -> Value:
    """The value of one file.

    Raises:
        YamlError: it cannot be read.
    """
    return read_yaml(_text(path))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise YamlError(f"is larger than {MAX_BYTES // 1_000_000} MB; split it into several files")
        return file_text(path)
    except UnicodeDecodeError as error:
        raise YamlError("is not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        raise YamlError(
            f"cannot be read ({error.strerror}); check that it is a file and that you may read it"
        ) from error


def _assemble(reading: _Reading) -> Content:
    parts: dict[str, Any] = {kind: reading.entries[kind][0] for kind in SINGLE}
    parts |= {kind: tuple(reading.entries[kind]) for kind in MANY}
    parts["graphs"] = _extend_graphs(reading, [g for g in reading.entries["graphs"] if isinstance(g, Graph)])
    return Content.model_construct(**parts)


def _extend_graphs(reading: _Reading, graphs: list[Graph]) -> tuple[Graph, ...]:
    """Each graph whole: one that extends another gets that one's nodes and edges, less those that it drops."""
    by_id = {graph.id: graph for graph in graphs}
    whole = []
    for graph in graphs:
        if graph.extends is None:
            whole.append(graph)
            continue
        base = by_id.get(graph.extends)
        if base is None or base.extends is not None:
            hint = suggestion(graph.extends, by_id) or "; name a graph that extends no other"
            message = f"{graph.extends!r} is not a graph that can be extended{hint}"
            raise ContentError((Problem(reading.origin["graphs", graph.id], graph.id, "extends", message),))
        whole.append(_extended(graph, base))
    return tuple(whole)


def _extended(graph: Graph, base: Graph) -> Graph:
    gone = {(edge.start, edge.end) for edge in graph.drops}
    kept = tuple(edge for edge in base.edges if (edge.start, edge.end) not in gone)
    return graph.model_copy(
        update={
            "groups": base.groups + graph.groups,
            "nodes": base.nodes + tuple(node.model_copy(update={"added": True}) for node in graph.nodes),
            "edges": kept + tuple(edge.model_copy(update={"added": True}) for edge in graph.edges),
        }
    )
