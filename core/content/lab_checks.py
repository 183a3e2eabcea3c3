"""Rules across files for the lab: stations name claims, nodes, items and runs that there are. Pure."""

from collections.abc import Iterator

from core.content.findings import Finding, dangling
from core.content.lab import LabStation, Recorded
from core.content.models import Content
from core.content.problems import suggestion


def stations_name_what_there_is(content: Content) -> Iterator[Finding]:
    """Claims, nodes, items and sections that a station names are there, and each claim has one verdict."""
    nodes = {node.id for graph in content.graphs for node in graph.nodes}
    judged: dict[str, str] = {}
    for station in content.lab:
        claims = [verdict.claim for verdict in station.verdicts]
        yield from dangling("lab", station.id, "verdicts.claim", claims, content.claim_by_id)
        yield from dangling("lab", station.id, "node", [station.node], nodes)
        yield from dangling("lab", station.id, "items", station.items, content.item_by_id)
        for claim in claims:
            if claim in judged:
                what = f"{claim!r} already has a verdict, in {judged[claim]!r}; keep one of the two"
                yield "lab", station.id, "verdicts", what
            judged[claim] = station.id


def figures_come_from_runs(content: Content) -> Iterator[Finding]:
    """Each recorded figure names a run of the lab, and steps of its knobs."""
    for station in content.lab:
        for where, recorded in _recorded(station):
            for what in recorded_problems(content, recorded):
                yield "lab", station.id, where, what


def recorded_problems(content: Content, recorded: Recorded, station: str | None = None) -> Iterator[str]:
    """What is wrong with the run and the knobs that a figure names, in words; the run may have to be a `station`'s."""
    runs = {run.id: run for one in content.lab if station in (None, one.id) for run in one.runs}
    run = runs.get(recorded.run)
    if run is None:
        hint = suggestion(recorded.run, runs) or "; name one that a station has"
        place = "the lab" if station is None else f"station {station!r}"
        yield f"{recorded.run!r} is not a run of {place}{hint}"
        return
    steps = {knob.id: knob.steps for knob in run.knobs}
    for knob, step in recorded.knobs.items():
        if step not in steps.get(knob, ()):
            yield f"{knob}={step} is not a step of {recorded.run!r}; correct it"


def _recorded(station: LabStation) -> Iterator[tuple[str, Recorded]]:
    yield "guess.answer", station.guess.answer
    for verdict in station.verdicts:
        for name, recorded in verdict.figures.items():
            yield f"verdicts.{verdict.claim}.figures.{name}", recorded


LAB_RULES = (stations_name_what_there_is, figures_come_from_runs)
