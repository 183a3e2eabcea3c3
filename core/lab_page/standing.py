"""The state of a run in words, and roughly how long one takes. Pure."""

from core.lab.catalogue import EXPERIMENTS
from core.lab.events import Progress
from core.lab.runner.jobs import OVER, State, View
from core.lab.settings import Setting
from core.lab.storage import RECORDED_SEEDS, Recordings
from core.lab_page.told import part_words
from core.language.text import nt, t

_FROM_NOTHING = ("pre-train", "scaling")
"""Experiments that train their own base; the others take the one that ships, or train it first."""


def is_going(view: View | None) -> bool:
    """Whether a run is waiting or working."""
    return view is not None and view.state not in OVER


def has_to_train_base(setting: Setting) -> bool:
    """Whether a base must be trained before the run itself: none ships for its world."""
    return setting.seed not in RECORDED_SEEDS and setting.experiment not in _FROM_NOTHING


def about_seconds(setting: Setting, recordings: Recordings) -> float:
    """Roughly how many seconds a run takes when nothing else is running."""
    base = EXPERIMENTS["pre-train"].setting(setting.seed)
    first = recordings.seconds(base) if has_to_train_base(setting) else 0.0
    return first + recordings.seconds(setting)


def going_words(view: View) -> str:
    """What a run in progress is doing now."""
    if view.state is State.WAITING:
        if view.place == 0:
            return t("Your run is next.")
        return nt("{n} run is ahead of yours.", "{n} runs are ahead of yours.", view.place)
    if view.progress is None:
        return t("Starting …")
    return progress_words(view.progress)


def progress_words(progress: Progress) -> str:
    """How far a run is in its present part.

    >>> progress_words(Progress("tuning", 83, 300))
    'Tuning: 83 of 300'
    """
    part = part_words(progress.part)
    begun = part[0].upper() + part[1:]
    return t("{part}: {done} of {total}", part=begun, done=progress.done, total=progress.total)


def share_done(view: View) -> float:
    """How much of its present part a run has done, 0 to 1."""
    return min(1.0, view.progress.done / max(1, view.progress.total)) if view.progress else 0.0
