"""On which line of its file a problem stands. Pure.

A problem names its place by ids, `blocks.four-bits.claims`; an author looks for a line.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import yaml

from core.content.problems import Problem, quoted_name
from core.content.yaml_text import Value, plain_value


def line_of(problem: Problem, text: str) -> int | None:
    """The line, from 1, of what a problem is about; None where the text does not show it, or the message says it."""
    entries, quoted = _entries(text), quoted_name(problem.message)
    mine = entries.get(problem.id) or entries.get(quoted)
    if not mine:
        return None
    entry = mine[-1] if problem.field == "id" else mine[0]  # of two with one id the second is the one too many
    around, place = _walk(entry, problem.field.split("."))
    named = [node for node in _scalars(around) if quoted and node.value == quoted]
    return (named[0] if named else place).start_mark.line + 1


def id_as_read(given: Value) -> str:
    """The name that a problem gives an entry: its id, as the file has it."""
    if given is None:
        return "(no id)"
    return (str(given).lower() if isinstance(given, bool) else str(given))[:80]


@lru_cache(maxsize=1)
def _entries(text: str) -> Mapping[str, Sequence[yaml.MappingNode]]:
    """The entries of a file, by id; kept for the next problem, since one mistake may stand in every entry."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return {}
    found: dict[str, list[yaml.MappingNode]] = {}
    for node in root.value if isinstance(root, yaml.SequenceNode) else [root]:
        if isinstance(node, yaml.MappingNode):
            found.setdefault(_id(node), []).append(node)
    return found


def _id(node: yaml.MappingNode) -> str:
    for name, value in node.value:
        if name.value == "id" and isinstance(value, yaml.ScalarNode):
            return id_as_read(value.value if value.style else plain_value(value.value))
    return id_as_read(None)


def _walk(node: yaml.Node, way: Sequence[str]) -> tuple[yaml.Node, yaml.Node]:
    """As far down as the way can be followed: what is there, and where it begins, at a field's name if it has one."""
    place = node
    for word in way:
        step = _step(node, word)
        if step is None:
            break
        place, node = step
    return node, place


def _step(node: yaml.Node, word: str) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode):
        return next(_in_list(node, word), None)
    if not isinstance(node, yaml.MappingNode):
        return None
    for name, value in node.value:
        if name.value == word:
            return name, value
    lists = [value for _, value in node.value if isinstance(value, yaml.SequenceNode)]
    return next((found for one in lists for found in _in_list(one, word, by_number=False)), None)


def _in_list(node: yaml.SequenceNode, word: str, *, by_number: bool = True) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """The part of a list that goes by its id, else by its number from 1."""
    yield from ((part, part) for part in node.value if isinstance(part, yaml.MappingNode) and _id(part) == word)
    if by_number and word.isascii() and word.isdigit() and 0 < int(word[:6]) <= len(node.value):
        part = node.value[int(word[:6]) - 1]
        yield part, part


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _scalars(part)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from (*_scalars(name), *_scalars(value))
