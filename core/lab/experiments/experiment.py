"""What an experiment is: a name, knobs, and a run that tells its events one after another. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from core.lab.events import Run
from core.lab.settings import BadSettingError, Knob, Setting, Value
from core.lab.shelf import Shelf

Clock = Callable[[], float]
"""Seconds since some moment; runs are timed in seconds of the processor, so that a busy machine shows the same."""
Runner = Callable[[Setting, Shelf, Clock], Run]


@dataclass(frozen=True)
class Experiment:
    """An experiment; the steps that `recorded` names ship as recordings, each made in so many `worlds`."""

    id: str
    station: str
    run: Runner
    knobs: tuple[Knob, ...] = ()
    recorded: tuple[Mapping[str, tuple[Value, ...]], ...] = ()
    worlds: int = 5

    def setting(self, seed: int, values: Mapping[str, Value] | None = None) -> Setting:
        """A setting with the defaults where nothing is said.

        Raises: `BadSettingError` for a knob that there is not.
        """
        known = {knob.id: knob for knob in self.knobs}
        for name in values or {}:
            if name not in known:
                names = ", ".join(known) or "none: it has nothing to set"
                raise BadSettingError(f"“{name[:40]}” is not a knob of {self.id}; it has {names}.")
        return Setting(self.id, seed, {knob.id: knob.default for knob in self.knobs} | dict(values or {}))

    def read(self, seed: int, texts: Mapping[str, str]) -> Setting:
        """A setting from texts, such as the words of a command line.

        Raises: `BadSettingError` for a knob or a step that there is not.
        """
        self.setting(seed, texts)
        known = {knob.id: knob for knob in self.knobs}
        return self.setting(seed, {name: known[name].read(text) for name, text in texts.items()})

    def settings_to_record(self, seed: int) -> list[Setting]:
        """The defaults, and every combination of the steps that `recorded` names."""
        found = {(default := self.setting(seed)).key: default}
        for group in self.recorded:
            for steps in product(*group.values()):
                setting = self.setting(seed, dict(zip(group, steps, strict=True)))
                found.setdefault(setting.key, setting)
        return list(found.values())
