"""What an experiment is: a name, knobs, and a run that yields its events one after another. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from core.lab.events import Run
from core.lab.settings import BadSettingError, Knob, Setting, Value
from core.lab.shelf import Shelf
from core.language.text import t

Clock = Callable[[], float]
"""Seconds since some moment; runs are timed in seconds of the processor, so that a busy machine shows the same."""


@dataclass(frozen=True)
class Experiment:
    """An experiment; the steps that `recorded` names ship as recordings, each made in so many `worlds`."""

    id: str
    station: str
    run: Callable[[Setting, Shelf, Clock], Run]
    knobs: tuple[Knob, ...] = ()
    recorded: tuple[Mapping[str, tuple[Value, ...]], ...] = ()
    worlds: int = 5

    def setting(self, seed: int, values: Mapping[str, Value] | None = None) -> Setting:
        """A setting with the defaults where nothing is said.

        Raises:
            BadSettingError: a knob that there is not.
        """
        known = {knob.id: knob for knob in self.knobs}
        for name in values or {}:
            if name not in known:
                raise BadSettingError(self._no_knob(name[:40], ", ".join(known)))
        return Setting(self.id, seed, {knob.id: knob.default for knob in self.knobs} | dict(values or {}))

    def _no_knob(self, name: str, known: str) -> str:
        if known:
            return t("“{name}” is not a knob of {run}; it has {knobs}.", name=name, run=self.id, knobs=known)
        return t("“{name}” is not a knob of {run}; it has nothing to set.", name=name, run=self.id)

    def read(self, seed: int, texts: Mapping[str, str]) -> Setting:
        """A setting from texts, such as the words of a command line.

        Raises:
            BadSettingError: a knob or a step that there is not.
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
