"""Opens a station from an address: station, run, knobs and world, and a sentence on what was ignored. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from core.content.lab import LabRun, LabStation
from core.content.nearest import hint_for
from core.lab.catalogue import EXPERIMENTS, STATIONS
from core.lab.settings import MOST_SEED, BadSettingError, Setting, Value, read_seed
from core.language.text import t

T = TypeVar("T")

PAGE_NAMES = frozenset({"station", "run", "seed", "room", "view", "from", "lang"})
FIRST_STATION = "tune"
"""The station that greets: its answer takes a second, and few guess it."""
FIRST_SEED = 10
_MOST_WORDS = 3


@dataclass(frozen=True)
class Opened:
    """A station at one of its runs with a setting, and what in the address was ignored.

    `by_default` says that the address names neither a run nor a knob: then the setting is the one that the guess is
    about.
    """

    station: LabStation
    run: LabRun
    setting: Setting
    by_default: bool
    words: tuple[str, ...] = ()

    @property
    def answers_guess(self) -> bool:
        """Whether this setting is the one that the station's guess is about, in whichever world."""
        return self.setting.knob_key == guess_setting(self.station).knob_key


def in_lesson_order(stations: Sequence[LabStation]) -> tuple[LabStation, ...]:
    """The stations in the order in which they are taught."""
    return tuple(sorted(stations, key=lambda station: STATIONS.index(station.id)))


def guess_setting(station: LabStation, seed: int = FIRST_SEED) -> Setting:
    """The setting that the station's guess is about."""
    answer = station.guess.answer
    return EXPERIMENTS[answer.run].setting(seed, answer.knobs)


def open_lab(stations: Sequence[LabStation], params: Mapping[str, str]) -> Opened:
    """The station and the setting that an address names."""
    words: list[str] = []
    by_id = {station.id: station for station in stations}
    station = _named(by_id, "station", params, FIRST_STATION, words)
    seed = _seed(params, words)
    own = {name: value for name, value in params.items() if name not in PAGE_NAMES and not name.startswith("utm")}
    if "run" not in params and not own:
        setting = guess_setting(station, seed)
        run = next(run for run in station.runs if run.id == setting.experiment)
        return Opened(station, run, setting, True, tuple(words))
    run = _named({run.id: run for run in station.runs}, "run", params, station.runs[0].id, words)
    return Opened(station, run, _setting(run, seed, own, words), False, tuple(words[:_MOST_WORDS]))


def address_of(
    station: LabStation, setting: Setting, params: Mapping[str, str], moved: Mapping[str, Value] | None = None
) -> dict[str, str]:
    """The address of a setting with some knobs moved, and with what else the page keeps in it."""
    defaults = EXPERIMENTS[setting.experiment].setting(setting.seed).values
    values = {**setting.values, **(moved or {})}
    kept = {name: params[name] for name in ("room", "from") if name in params}
    own = {name: str(value) for name, value in values.items() if value != defaults[name]}
    seed = {} if setting.seed == FIRST_SEED else {"seed": str(setting.seed)}
    return {"station": station.id, "run": setting.experiment, **own, **seed, **kept}


def _named(by_id: Mapping[str, T], name: str, params: Mapping[str, str], default: str, words: list[str]) -> T:
    wanted = params.get(name, default)
    if wanted not in by_id:
        words.append(_unknown(name, wanted[:40], by_id))
    return by_id.get(wanted, by_id[default])


def _unknown(name: str, wanted: str, known: Collection[str]) -> str:
    """That the address names a station or a run that does not exist, and which one may be meant."""
    hint = hint_for(wanted, known)
    if name == "station":
        return t("The address names no station “{wanted}”; {hint}", wanted=wanted, hint=hint)
    return t("The address names no run “{wanted}”; {hint}", wanted=wanted, hint=hint)


def _seed(params: Mapping[str, str], words: list[str]) -> int:
    text = params.get("seed", str(FIRST_SEED))
    if (seed := read_seed(text)) is not None:
        return seed
    words.append(
        t("{given} is not a world; give a whole number from 0 to {most}.", given=f"seed={text[:40]}", most=MOST_SEED)
    )
    return FIRST_SEED


def _setting(run: LabRun, seed: int, own: Mapping[str, str], words: list[str]) -> Setting:
    experiment = EXPERIMENTS[run.id]
    found: dict[str, Value] = {}
    for name, text in own.items():
        try:
            found |= {name: experiment.read(seed, {name: text}).values[name]}
        except BadSettingError as error:
            words.append(str(error))
    return experiment.setting(seed, found)
