"""A participant's guess before a run of the lab, and what came of it."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import el, rich, show
from components.page_links import page_links
from components.room_lab_result import room_lab_result
from components.vote_form import vote_form
from components.vote_over import vote_over
from components.workshop_access import own_person, own_pick
from core.content.agendas import LabStep
from core.content.lab import LabStation
from core.content.models import Content
from core.content.typed_items import Number
from core.lab.verdicts import recorded_spread
from core.lab_page.joins import station_link
from core.lab_page.words import axis_value
from core.language.text import t
from core.web.lab_runner import lab_recordings
from core.workshop.lab import guess_bounds, guess_item, guess_of, knobs_said, run_of
from core.workshop.picks import pick_words
from core.workshop.room import Ballot, Room
from core.workshop.seat import Seat


def vote_on_lab(content: Content, room: Room, step: LabStep, head: ET.Element) -> None:
    """Draws the step as it stands now, under a line that says where one is."""
    station = content.lab_by_id.get(step.station)
    if station is None:
        show(head, el("p", t("This station is no longer in the lab. The presenter will move on."), class_="ll-note"))
        return
    guess, held, run = guess_of(step, station), room.ballots_of(step.id), room.lab_runs.get(step.id)
    knobs = knobs_said(step, station)
    show(
        head,
        el("h1", guess.question, class_="ll-question"),
        el("p", knobs, class_="ll-note") if knobs else None,
        class_="ll ll-question-head",
    )
    if not held:
        here = t("The guess opens in a moment. Read it meanwhile.")
        words = here if room.step_id == step.id else t("The presenter has moved on; this was not guessed.")
        show(el("p", words, class_="ll-note"))
        _told(step, station)
        return
    recorded = axis_value(recorded_spread(guess.answer, lab_recordings()).mean, guess.answer.unit)
    item = guess_item(step, station, recorded)
    if held[-1].is_open(session.now()):
        vote_form(room, held[-1], item, guess_bounds(guess))
        _told(step, station)
    elif run and run.outcome:
        _own(room, held[-1], item)
        room_lab_result(room, step, station, run.outcome, Seat.PARTICIPANT)
        page_links([station_link(station, t("Run it in the lab"))])
    else:
        vote_over(held[-1], item, own_person(room.code))
        _awaited(room, step, station)


def _awaited(room: Room, step: LabStep, station: LabStation) -> None:
    """Which run the room waits for; whoever looks back at a step that was left is not sent to the big screen."""
    run = run_of(step, station).title
    if step.id in room.lab_runs:
        show(el("p", el("strong", t("“{name}”", name=run))))
        on, left = (
            t("It is running now, once for all of you. Look at the big screen."),
            t("It is running now, once for all of you."),
        )
    else:
        on, left = (
            t("Next: the run “{run}”, once for all of you. Look at the big screen.", run=run),
            t("The presenter has moved on; this was not run."),
        )
    show(el("p", on if room.step_id == step.id else left, role="status"))


def _told(step: LabStep, station: LabStation) -> None:
    """What the big screen says of the run, for who cannot see it."""
    texts = (station.text, run_of(step, station).text)
    show(*(rich("p", text) for text in texts), class_="ll ll-stack")


def _own(room: Room, ballot: Ballot, item: Number) -> None:
    mine = own_pick(room, ballot)
    words = t("Your guess: {guess}", guess=pick_words(item, mine)) if mine else t("You did not guess.")
    show(el("p", words, class_="ll-said", role="status"))
