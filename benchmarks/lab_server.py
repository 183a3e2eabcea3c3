"""The lab's server measured: seconds, joined runs, memory, cancel, and whether a run repeats to the bit."""

import os
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.lab_click import LIMIT_MS, felt
from benchmarks.memory import resident_bytes
from benchmarks.serving import ROOT
from core.lab.catalogue import EXPERIMENTS
from core.lab.record import measured, take
from core.lab.runner.jobs import OVER, View
from core.lab.runner.runner import Limits, Runner
from core.lab.settings import Setting
from core.lab.shelf import Shelf
from core.lab.storage import RECORDED_SEEDS, shipped_weights

DEFAULTS = (
    "pre-train",
    "tune",
    "lora",
    "bits",
    "align",
    "stale",
    "stuffing",
    "few-shot",
    "style",
    "forgetting",
    "leakage",
    "distil",
)
AGAIN = "import sys; from core.lab.command_line import main; sys.exit(main(['tune', 'examples=100', '--json']))"
ROOMY = Limits(queued=10_000)
Row = tuple[str, str, str, bool]


def server_rows() -> tuple[list[str], list[str]]:
    """The rows of the table, and the names of those that missed."""
    rows = [*_speed(), *_worker(), *_crowd(), *_clicks(), _memory_over_runs(), _repeats()]
    lines = [f"| {name} | {must} | {found} | {'met' if met else '**missed**'} |" for name, must, found, met in rows]
    for line in lines:
        print(line)
    return lines, [name for name, _, _, met in rows if not met]


def _wait(runner: Runner, key: str, until: Callable[[View], bool]) -> float:
    """Seconds until a run is as wished."""
    started = time.perf_counter()
    while True:
        view = runner.look(key)
        if view is None or until(view):
            return time.perf_counter() - started
        time.sleep(0.005)


def _over(view: View) -> bool:
    return view.state in OVER


def _speed() -> list[Row]:
    """Seconds of the processor that default runs take, as a quiet core would need."""
    shelf, seconds = Shelf(shipped_weights), {}
    for name in DEFAULTS:
        setting = EXPERIMENTS[name].setting(10)
        take(shelf.base(10))
        started = time.process_time()
        measured(setting, EXPERIMENTS[name], shelf, time.process_time)
        seconds[name] = time.process_time() - started
    first, others = seconds.pop("pre-train"), seconds
    slowest = max(others, key=lambda name: others[name])
    return [
        ("Pre-training, processor seconds", "≤ 15", f"{first:.1f}", first <= 15),
        (
            "Slowest other default run, processor seconds",
            "≤ 8",
            f"{others[slowest]:.1f} ({slowest})",
            others[slowest] <= 8,
        ),
    ]


def _worker() -> list[Row]:
    """One worker: how soon it speaks, how soon it stops, and its memory after a run of each kind."""
    runner = Runner(1, time.perf_counter, ROOMY)
    try:
        for name in DEFAULTS[1:]:
            _wait(runner, runner.submit(EXPERIMENTS[name].setting(10), name, 1).key, _over)
        key = runner.submit(EXPERIMENTS["tune"].setting(11), "b", 1).key
        first = _wait(runner, key, lambda view: view.progress is not None or _over(view))
        asked = time.perf_counter()
        runner.cancel(key, "b")
        _wait(runner, key, _over)
        stopped = time.perf_counter() - asked
        memory = max(map(resident_bytes, runner.pids())) / 2**20
    finally:
        runner.close()
    return [
        ("First event, seconds", "≤ 0.5", f"{first:.2f}", first <= 0.5),
        ("Cancel, seconds", "≤ 0.3", f"{stopped:.3f}", stopped <= 0.3),
        ("Memory of a worker after all stations, MiB", "≤ 120", f"{memory:.0f}", memory <= 120),
    ]


def _crowd() -> list[Row]:
    kinds = [(examples, wrong) for examples in (50, 100, 200, 500, 2000) for wrong in (0.0, 0.3)]
    worlds = [
        Setting("tune", seed, {"examples": examples, "lazy": 0.0, "wrong": wrong})
        for seed in (10, 11, 12)
        for examples, wrong in kinds
    ]
    equal = [EXPERIMENTS["tune"].setting(10, {"examples": 2000})] * 30
    seconds = {}
    for name, settings in (("different", worlds), ("equal", equal)):
        runner = Runner(max(1, (os.cpu_count() or 2) - 1), time.perf_counter, ROOMY)
        try:
            _wait(runner, runner.submit(EXPERIMENTS["few-shot"].setting(10), "first", 1).key, _over)
            started = time.perf_counter()
            keys = [runner.submit(setting, f"learner {n}", 1).key for n, setting in enumerate(settings)]
            for key in keys:
                _wait(runner, key, _over)
            seconds[name] = time.perf_counter() - started
        finally:
            runner.close()
    return [
        ("30 different runs, seconds to the last", "≤ 25", f"{seconds['different']:.1f}", seconds["different"] <= 25),
        ("30 equal runs, seconds to the last", "≤ 2", f"{seconds['equal']:.1f}", seconds["equal"] <= 2),
    ]


def _clicks() -> list[Row]:
    """What another learner's press on another page takes, in 95 of 100."""
    found = {name: load.quantile(0.95) for name, load in felt().items()}
    return [
        (f"A press beside {name}, p95 in ms", f"≤ {LIMIT_MS}", f"{p95:.0f}", p95 <= LIMIT_MS)
        for name, p95 in found.items()
    ]


def _memory_over_runs() -> Row:
    """What a worker's memory grows by from the 20th to the 200th run, none of them joined."""
    keys = [EXPERIMENTS["few-shot"].setting(seed, {"examples": n}) for seed in RECORDED_SEEDS for n in (0, 1, 2, 4)]
    runner = Runner(1, time.perf_counter, Limits(queued=10_000, kept=1))
    taken = {}
    try:
        for number in range(200):
            _wait(runner, runner.submit(keys[number % len(keys)], "a", 1).key, _over)
            if number in (19, 199):
                taken[number] = max(map(resident_bytes, runner.pids())) / 2**20
    finally:
        runner.close()
    grown = taken[199] - taken[19]
    return "Memory grown from the 20th to the 200th run, MiB", "≤ 5", f"{grown:.1f}", grown <= 5


def _repeats() -> Row:
    """One setting in two fresh processes whose sets and dicts are hashed differently; its seconds are left out."""
    found = []
    for hashing in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hashing, "OPENBLAS_NUM_THREADS": "1"}
        said = subprocess.run(
            [sys.executable, "-c", AGAIN], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        found.append([line for line in said.stdout.splitlines() if '"seconds"' not in line])
    return (
        "The same run in two processes",
        "equal",
        "equal" if found[0] == found[1] else "differs",
        found[0] == found[1],
    )
