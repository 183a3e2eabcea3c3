"""The labels that a translated graph inherits from the graph that it extends. Pure."""

from collections.abc import Iterable, Mapping, Set

from core.content.base import Entry
from core.content.graphs import Graph
from core.content.translation import name_of, part_name

_LISTS = ("nodes", "edges", "groups")


def with_inherited_labels(graphs: Iterable[Graph], said: Set[str]) -> tuple[tuple[Graph, ...], frozenset[str]]:
    """The graphs, and the names of the parts that another graph said for them; what a graph says itself stays.

    `said` holds the parts that are translated, as `part_name` calls them.
    """
    by_id = {graph.id: graph for graph in graphs}
    whole: list[Graph] = []
    inherited: set[str] = set()
    for graph in by_id.values():
        base = by_id.get(graph.extends or "")
        taken = _taken(graph, base, said) if base else {}
        inherited |= {part_name(graph, part) for part in taken.values()}
        whole.append(_with(graph, taken))
    return tuple(whole), frozenset(inherited)


def _parts(graph: Graph) -> tuple[Entry, ...]:
    return tuple(part for name in _LISTS for part in getattr(graph, name))


def _taken(graph: Graph, base: Graph, said: Set[str]) -> dict[str, Entry]:
    kept = {name_of(part) for part in _parts(graph) if getattr(part, "added", False) or part_name(graph, part) in said}
    theirs = {name_of(part): part for part in _parts(base) if part_name(base, part) in said}
    return {name: theirs[name] for part in _parts(graph) if (name := name_of(part)) in theirs and name not in kept}


def _with(graph: Graph, taken: Mapping[str, Entry]) -> Graph:
    lists = {name: tuple(taken.get(name_of(one), one) for one in getattr(graph, name)) for name in _LISTS}
    return graph.model_copy(update=lists) if taken else graph
