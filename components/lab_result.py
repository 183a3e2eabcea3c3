"""One result of the lab: its curves, figures and replies. Keeps nothing in the session."""

from collections.abc import Sequence

from components.lab_curve import lab_curve
from components.lab_figures import lab_figures
from components.lab_replies import lab_replies
from core.content.lab import LabRun
from core.lab.result import Result


def lab_result(run: LabRun, shown: Result | None, recorded: Sequence[Result], key: str) -> None:
    """Draws a finished run before the recorded ones; without a run of its own the recorded means."""
    lab_curve(run, shown, recorded, key)
    lab_figures(run, shown, recorded)
    lab_replies(shown or (recorded[0] if recorded else None))
