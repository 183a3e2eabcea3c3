"""Recorded runs and trained weights that ship with the product. Reads and writes files."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.lab.model import Weights
from core.lab.result import Result, from_json
from core.lab.settings import Setting

OWN_DIRECTORY = Path(__file__).resolve().parent / "shipped"
RECORDED_SEEDS = (10, 11, 12, 13, 14)
UNKNOWN_SECONDS = 5.0


@dataclass(frozen=True)
class Recordings:
    """Recorded runs, by the setting without its seed."""

    by_setting: Mapping[str, tuple[Result, ...]]

    def of(self, setting: Setting) -> tuple[Result, ...]:
        """The recorded runs of a setting, one per seed; empty when it was not recorded."""
        return self.by_setting.get(setting.knob_key, ())

    def seconds(self, setting: Setting) -> float:
        """About how long a run takes, as the recorded ones of its experiment did; 5 where nothing is known."""
        own = self.of(setting) or [r for results in self.by_setting.values() for r in results if _same(r, setting)]
        taken = [result.figures["seconds"] for result in own if "seconds" in result.figures]
        return sum(taken) / len(taken) if taken else UNKNOWN_SECONDS

    def run(self, setting: Setting) -> Result | None:
        """The recorded run of a setting and its seed, if there is one."""
        return next((result for result in self.of(setting) if result.seed == setting.seed), None)


def _same(result: Result, setting: Setting) -> bool:
    return result.experiment == setting.experiment


def load_recordings(directory: Path = OWN_DIRECTORY) -> Recordings:
    """Everything that was recorded."""
    found: dict[str, list[Result]] = {}
    for path in sorted((directory / "recorded").glob("*.json")):
        for stored in json.loads(path.read_text(encoding="utf-8")):
            result = from_json(path.stem, stored)
            found.setdefault(Setting(path.stem, result.seed, result.values).knob_key, []).append(result)
    return Recordings({key: tuple(results) for key, results in found.items()})


def save_recordings(experiment: str, results: Iterable[Result], directory: Path = OWN_DIRECTORY) -> Path:
    """Writes an experiment's results, one per line, and returns the file."""
    path = directory / "recorded" / f"{experiment}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(result.as_json(), ensure_ascii=False, separators=(",", ":")) for result in results]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    return path


def shipped_weights(kind: str, seed: int, directory: Path = OWN_DIRECTORY) -> Weights | None:
    """The weights of a kind and seed as they ship, in 32 bits; None when they do not."""
    path = directory / "weights" / f"{kind}-{seed}.npz"
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def save_weights(kind: str, seed: int, weights: Weights, directory: Path = OWN_DIRECTORY) -> Path:
    """Writes weights in 16 bits, which loses nothing: trained models are rounded to 16 bits already."""
    path = directory / "weights" / f"{kind}-{seed}.npz"
    path.parent.mkdir(parents=True, exist_ok=True)
    halves = {name: value.astype(np.float16) for name, value in weights.items()}
    np.savez_compressed(path, **halves)  # type: ignore[arg-type]  # the stub takes the names for options
    return path
