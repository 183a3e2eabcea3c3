"""The words after `python -m core lab`: runs, lists and records. Reads and writes through the console."""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence

from core.lab.catalogue import EXPERIMENTS, STATIONS, experiments_of
from core.lab.events import Event, Progress
from core.lab.experiments.experiment import Experiment
from core.lab.record import record, record_weights
from core.lab.result import Result, gather
from core.lab.settings import MOST_SEED, BadSettingError, Setting, read_seed
from core.lab.shelf import Shelf
from core.lab.storage import shipped_weights

BAD_INPUT = 2
RECORD = "record"


def main(arguments: Sequence[str]) -> int:
    """Does what the words say; 0 when it went well, 2 with a sentence on the error stream when it did not."""
    said = "Run a station of the lab and print what it measures, or record the runs that ship."
    parser = argparse.ArgumentParser(prog="python -m core lab", description=said)
    parser.add_argument("words", nargs="*", metavar="STATION key=value", help="leave both out to list the stations")
    parser.add_argument("--seed", default="10", help="the world to run in; 10 when left out")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_intermixed_args(arguments)
    try:
        return _run_words(given.words, _read_seed(given.seed), given.json)
    except BadSettingError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT


def _read_seed(text: str) -> int:
    if (seed := read_seed(text)) is None:
        raise BadSettingError(f"--seed {text[:40]} is not a seed; give a whole number from 0 to {MOST_SEED}.")
    return seed


def _run_words(words: Sequence[str], seed: int, as_json: bool) -> int:
    if not words:
        _list_stations()
        return 0
    if words[0] == RECORD:
        return _record(words[1:])
    pairs = _pairs(words[1:])
    experiment = _find(words[0], pairs.pop("run", None))
    setting = experiment.read(seed, pairs)
    result = _measure(setting)
    sys.stdout.write(
        (json.dumps({"key": setting.key, **result.as_json()}, indent=2) if as_json else _as_text(result)) + "\n"
    )
    return 0


def _pairs(words: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals:
            meant = word.partition(":")[0][:40]
            raise BadSettingError(f"“{word[:40]}” is not key=value; write {meant}=… with no spaces around the sign.")
        if name in found:
            raise BadSettingError(f"{name[:40]} is given twice; give it once.")
        found[name] = value
    return found


def _find(station: str, chosen: str | None) -> Experiment:
    """The experiment that a station opens with, or the one that `run=` names."""
    if station in STATIONS:
        here = {experiment.id: experiment for experiment in experiments_of(station)}
        if chosen is None:
            return next(iter(here.values()))
        if chosen in here:
            return here[chosen]
        raise BadSettingError(f"run={chosen[:40]} is not run at station {station}; choose one of {', '.join(here)}.")
    if station in EXPERIMENTS and chosen is None:
        return EXPERIMENTS[station]
    raise BadSettingError(f"“{station[:40]}” is not a station; choose one of {', '.join(STATIONS)}.")


def _list_stations() -> None:
    for station in STATIONS:
        for experiment in experiments_of(station):
            knobs = "  ".join(f"{k.id}={k.default} ({', '.join(map(str, k.steps))})" for k in experiment.knobs)
            sys.stdout.write(f"{station:<10} run={experiment.id:<11} {knobs}".rstrip() + "\n")


def _measure(setting: Setting) -> Result:
    events = EXPERIMENTS[setting.experiment].run(setting, Shelf(shipped_weights), time.process_time)
    return gather(setting, _told(events))


def _told(events: Iterable[Event]) -> list[Event]:
    """The events, with the progress shown where somebody watches."""
    kept: list[Event] = []
    for event in events:
        if not isinstance(event, Progress):
            kept.append(event)
        elif sys.stderr.isatty():
            sys.stderr.write(f"\r{event.part} {event.done} of {event.total}\x1b[K")
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    return kept


def _as_text(result: Result) -> str:
    knobs = " ".join(f"{name}={value}" for name, value in result.values.items())
    lines = [f"{result.experiment} {knobs} seed={result.seed}".replace("  ", " ")]
    lines += [f"  {name:<28}{value:>14,.4g}" for name, value in result.figures.items()]
    for said in result.samples:
        lines.append(f"  {said.who}: {said.prompt[-100:]} → {said.reply}")
    return "\n".join(lines)


def _record(names: Sequence[str]) -> int:
    """Makes the recordings and weights that ship, of all experiments or of those named."""
    for name in names:
        if name not in EXPERIMENTS:
            raise BadSettingError(f"“{name[:40]}” is not an experiment; choose one of {', '.join(EXPERIMENTS)}.")
    if not names:
        for path in record_weights():
            sys.stdout.write(f"{path.name}\n")
    for name in names or EXPERIMENTS:
        started = time.perf_counter()
        path = record(EXPERIMENTS[name], time.process_time)
        sys.stdout.write(f"{path.name} {time.perf_counter() - started:.0f} s" + "\n")
    return 0
