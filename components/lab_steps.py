"""What happens at a press in the lab: callbacks that write the address, keep a guess, start and stop runs."""

from dataclasses import replace
from typing import Any

from components import session
from components.own_guess import keep_own_guess, own_guess
from core.content.lab import LabStation
from core.lab.catalogue import EXPERIMENTS
from core.lab.runner.jobs import OVER, STOPPED, BusyError, State, View
from core.lab.settings import Setting, Value
from core.lab_page.opened import Opened, address_of, guess_setting
from core.lab_page.standing import about_seconds
from core.web.lab_runner import lab_recordings, lab_runner, started_lab_runner

SKIPPED = "skipped"
_OWN, _GOING, _LEFT, _REFUSED = "lab.own", "lab.going", "lab.left", "lab.refused"


def open_station(station_id: str) -> None:
    """Opens the station of that id; a run that goes on is stopped."""
    stop_run()
    params = session.params()
    kept = {name: value for name, value in params.items() if name in ("seed", "room")}
    session.set_params({**kept, "station": station_id})


def choose_run(station: LabStation, seed: int, widget: str) -> None:
    """Opens another run of the station, its knobs at their defaults."""
    stop_run()
    setting = EXPERIMENTS[str(session.widget_value(widget))].setting(seed)
    session.set_params(address_of(station, setting, session.params()))


def move_knob(station: LabStation, setting: Setting, knob: str, widget: str) -> None:
    """Moves a knob to the step that its widget holds."""
    stop_run()
    moved: dict[str, Value] = {knob: session.widget_value(widget)}
    session.set_params(address_of(station, setting, session.params(), moved))


def choose_world(station: LabStation, setting: Setting, widget: str) -> None:
    """Goes to another world with the same knobs."""
    stop_run()
    there = Setting(setting.experiment, int(session.widget_value(widget)), setting.values)
    session.set_params(address_of(station, there, session.params()))


def take_guess(station: LabStation, seed: int, widget: str, live: bool) -> None:
    """Keeps the guess, opens the setting that it is about, and runs it if that is wanted."""
    keep_own_guess(f"lab-guess.{station.id}", float(session.widget_value(widget)))
    session.keep("lab.guessed", True)
    setting = guess_setting(station, seed)
    session.set_params(address_of(station, setting, session.params()))
    if live:
        start_run(setting)


def has_just_guessed() -> bool:
    """Whether a guess was given or skipped since this was asked last: then the result is brought into view."""
    return bool(session.take("lab.guessed"))


def skip_guess(station: LabStation) -> None:
    """Shows everything without a guess, here only."""
    keep_own_guess(f"lab-guess.{station.id}", SKIPPED)
    session.keep("lab.guessed", True)


def asks_guess(opened: Opened) -> bool:
    """Whether the station asks for a guess first; whoever came with a run or a knob in the address is not asked."""
    return opened.by_default and given_guess(opened.station) is None


def given_guess(station: LabStation) -> float | str | None:
    """The guess at a station: a number, `SKIPPED`, or None when it was not asked yet."""
    return own_guess(f"lab-guess.{station.id}")


def start_run(setting: Setting) -> None:
    """Asks for a run in place of the one that this visitor has, in any tab; when it is refused, `refused` says why."""
    runner, learner = lab_runner(), session.learner().key
    going = runner.going(learner)
    if going not in (None, setting.key):
        runner.cancel(going, learner)
    session.keep(_REFUSED, None)
    seconds = about_seconds(setting, lab_recordings())
    try:
        view = runner.submit(setting, learner, seconds)
    except BusyError as error:
        session.keep(_REFUSED, (setting.key, error))
        return
    _take_up(view.key)


def _take_up(key: str) -> None:
    session.keep(_GOING, key)
    session.keep(_LEFT, None)
    session.keep(_OWN, frozenset({*session.kept(_OWN, frozenset()), key}))
    session.keep("lab.since", session.now())


def stop_run() -> None:
    """Stops the run that this visitor started last, if it still goes on; others who wait for the same one keep it."""
    going = session.kept(_GOING)
    if going is not None:
        lab_runner().cancel(going, session.learner().key)
        session.keep(_GOING, None)
        session.keep(_LEFT, going)


def own_view(setting: Setting) -> View | None:
    """The state of this visitor's run of a setting; None when there is none.

    One that they began before the page was loaded anew, or in another tab, is theirs here too while it goes on. One
    that they left is stopped for them, though it goes on for others, or until its worker has heard of it.
    """
    runner = started_lab_runner()
    if runner is None:
        return None
    if runner.going(session.learner().key) == setting.key != session.kept(_GOING):
        _take_up(setting.key)
    elif setting.key not in session.kept(_OWN, frozenset()):
        return None
    view = runner.look(setting.key)
    if view is not None and session.kept(_LEFT) == view.key and view.state not in OVER:
        return replace(view, state=State.CANCELLED, sentence=STOPPED)
    return view


def waited_s() -> float:
    """Seconds since the last run was asked for."""
    since: Any = session.kept("lab.since")
    return float((session.now() - since).total_seconds()) if since else 0.0


def refused(setting: Setting) -> str | None:
    """Why the last run of this setting was not taken, if it was not."""
    key, error = session.kept(_REFUSED) or (None, None)
    return str(error) if isinstance(error, BusyError) and key == setting.key else None
