"""Checks what the content says of the lab against the code that runs it and against what was recorded. Pure."""

from collections.abc import Iterator

from core.content.agendas import LabStep
from core.content.findings import Finding
from core.content.lab import LabRun, LabStation, Recorded
from core.content.models import Content
from core.content.problems import choice_hint
from core.lab.catalogue import EXPERIMENTS, STATIONS, experiments_of
from core.lab.result import Result
from core.lab.storage import Recordings
from core.lab.verdicts import NotRecordedError, recorded_spread, unsupported


def station_findings(content: Content, recordings: Recordings) -> Iterator[Finding]:
    """One finding for each name in a station that the code does not have, and each figure that was not recorded.

    A workshop's own guess is looked up too, once the stations are in order.
    """
    found = [("lab", one.id, *wrong) for one in content.lab for wrong in _unknown(one)]
    if not found:
        found = [("lab", one.id, *wrong) for one in content.lab for wrong in _unrecorded(one, recordings)]
        found += [("agendas", *wrong) for wrong in _workshop_guesses(content, recordings)]
    yield from found


def _unknown(station: LabStation) -> Iterator[tuple[str, str]]:
    if station.id not in STATIONS:
        yield "id", f"{station.id!r} is not a station of core/lab/catalogue.py{choice_hint(station.id, STATIONS)}"
        return
    own = tuple(experiment.id for experiment in experiments_of(station.id))
    for run in station.runs:
        if run.id not in own:
            yield f"runs.{run.id}.id", f"{run.id!r} is not an experiment of this station{choice_hint(run.id, own)}"
        else:
            yield from _unknown_knobs(run)


def _unknown_knobs(run: LabRun) -> Iterator[tuple[str, str]]:
    steps = {knob.id: knob.steps for knob in EXPERIMENTS[run.id].knobs}
    for knob in run.knobs:
        place = f"runs.{run.id}.knobs.{knob.id}"
        if knob.id not in steps:
            yield f"{place}.id", f"{knob.id!r} is not a knob of {run.id!r}{choice_hint(knob.id, steps)}"
        elif knob.steps != steps[knob.id]:
            there = ", ".join(map(str, steps[knob.id]))
            yield f"{place}.steps", f"are not those of the experiment; write [{there}]"


def _unrecorded(station: LabStation, recordings: Recordings) -> Iterator[tuple[str, str]]:
    for run in station.runs:
        results = [r for setting in EXPERIMENTS[run.id].settings_to_record(0) for r in recordings.of(setting)]
        yield from _unmeasured(run, results)
    yield from _without_figure("guess.answer", station.guess.answer, recordings)
    for verdict in station.verdicts:
        place, absent = f"verdicts.{verdict.claim}", list[tuple[str, str]]()
        for name, recorded in verdict.figures.items():
            absent += _without_figure(f"{place}.figures.{name}", recorded, recordings)
        yield from absent
        if not absent:
            yield from ((f"{place}.rests_on", f"{said}; correct it") for said in unsupported(verdict, recordings))


def _workshop_guesses(content: Content, recordings: Recordings) -> Iterator[tuple[str, str, str]]:
    for agenda in content.agendas:
        for step in agenda.steps:
            if isinstance(step, LabStep) and step.guess:
                place = f"steps.{step.id}.guess.answer"
                yield from ((agenda.id, *wrong) for wrong in _without_figure(place, step.guess.answer, recordings))


def _unmeasured(run: LabRun, results: list[Result]) -> Iterator[tuple[str, str]]:
    if not results:
        yield f"runs.{run.id}.id", f"was never recorded; run `python -m core lab record {run.id}`"
        return
    figures = {name for result in results for name in result.figures}
    curves = {name for result in results for name in result.curves}
    for number, figure in enumerate(run.figures, 1):
        if figure.figure not in figures:
            what = f"{figure.figure!r} is not among what the run measures{choice_hint(figure.figure, sorted(figures))}"
            yield f"runs.{run.id}.figures.{number}.figure", what
    for number, curve in enumerate(run.curves, 1):
        if curve.curve not in curves:
            what = f"{curve.curve!r} is not among the run's curves{choice_hint(curve.curve, sorted(curves))}"
            yield f"runs.{run.id}.curves.{number}.curve", what


def _without_figure(place: str, recorded: Recorded, recordings: Recordings) -> Iterator[tuple[str, str]]:
    try:
        recorded_spread(recorded, recordings)
    except NotRecordedError as error:
        yield place, str(error)
