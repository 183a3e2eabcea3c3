"""A step of the lab on the room's screen: the guess, its histogram, the run, what came of it."""

from components import session
from components.markup import el, rich, show
from components.room_lab_guesses import room_lab_guesses
from components.room_lab_result import room_lab_result
from components.room_lab_run import room_lab_run
from components.vote_clock import vote_clock
from core.content.agendas import LabStep
from core.content.lab import LabStation
from core.content.models import Content
from core.language.text import t
from core.workshop.lab import guess_of, knobs_said, run_of
from core.workshop.room import Ballot, Room
from core.workshop.seat import Seat


def room_lab(content: Content, room: Room, step: LabStep, seat: Seat) -> None:
    """Draws the step for the whole room; only hosts see it, and the screen of a host also has it run."""
    station = content.lab_by_id.get(step.station)
    if station is None:
        show(el("p", t("This station is no longer in the lab. Go to the next step."), class_="ll-note"))
        return
    held, run = room.ballots_of(step.id), room.lab_runs.get(step.id)
    before = not held or held[-1].is_open(session.now())
    size = "ll-question" if run else "ll-big" if before else "ll-big ll-told"
    show(el("h1", guess_of(step, station).question, class_=size))
    if run and run.outcome:
        room_lab_result(room, step, station, run.outcome, seat)
        return
    if before:
        _before(room, step, station, held)
        return
    if run:
        room_lab_run(room, step, station)
        return
    comes = t("Next: the run “{run}”, once for all of you.", run=run_of(step, station).title)
    show(el("p", comes, class_="ll-large"))  # above the bars: below them a projector may have no room for it
    room_lab_guesses(room, step, station)


def _before(room: Room, step: LabStep, station: LabStation, held: tuple[Ballot, ...]) -> None:
    run, knobs = run_of(step, station), knobs_said(step, station)
    show(
        rich("p", station.text, class_="ll-large"),
        rich("p", run.text, class_="ll-large"),
        el("p", knobs, class_="ll-note") if knobs else None,
        class_="ll ll-stack",
    )
    if held:
        vote_clock(room, held[-1], None, f"screen.{held[-1].id}")
