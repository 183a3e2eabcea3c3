"""What the room sees of a step, large enough to be read from the back."""

import streamlit as st

from components import session
from components.claim_figures import claim_figures
from components.diagram.diagram import Frame, diagram
from components.figure_key import figure_key
from components.guide_answers import guide_answers
from components.join_card import join_card
from components.lab_runs_left import lab_runs_left
from components.markup import el, rich, show
from components.presenter_notes import presenter_notes
from components.room_lab import room_lab
from components.room_lab_guesses import room_lab_guesses
from components.room_outcome import room_outcome
from components.room_questions import room_questions
from components.vote_bars import vote_bars
from components.vote_clock import vote_clock
from components.vote_guesses import vote_guesses
from components.vote_moves import vote_moves
from components.vote_reason import vote_reason
from core.content.agendas import AnyStep, DiscussStep, GuideStep, LabStep, ShowStep, VoteStep
from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.models import Content
from core.content.typed_items import PredictNumber
from core.diagram.lighting import walked_to
from core.diagram.names_only import names_only
from core.diagram.near import near
from core.language.text import t
from core.numbers.number_format import unit_words
from core.quiz.display import shown_order, told_text
from core.quiz.generated import find_item
from core.quiz.guesses import is_guess
from core.workshop.guessing import count_said, none_said, state_said
from core.workshop.guide import guide_walk, tied
from core.workshop.picks import option_words, parts_words
from core.workshop.room import Ballot, Room
from core.workshop.seat import Seat
from core.workshop.votes import After, next_after, share_right

_BACK, _ALL_BACK, _AHEAD = 1, 3, 2
"""How far the flowchart is seen, on the way and once it has ended: at 14 px no screen has room for all of it.

The presenter never sees more; the audience, before the first answer, the whole, to see how large it is."""
_LONG_CASE = 200
"""A case of more characters is smaller on the audience's screen, or a projector would have no room for the answers."""
_PRESENTER = Frame(phone_height_px=240, tools_below=True)
_AUDIENCE = Frame(phone_height_px=240, whole=True)
_PIPELINE = Frame(phone_height_px=None, whole=True)
"""Whole in each window: with the details, a presenter's own at 1400 × 900 ended above the last four steps."""


def workshop_screen(content: Content, room: Room, *, presenter: bool = False) -> None:
    """Draws the step that is on: at the left how to join or the lit figure, at the right what it is about.

    The presenter has the notes as well, where they are seen without scrolling. Blanked, all but these is hidden where
    it stands: nothing is taken off the page, so that nothing that is still on its way misses its place.
    """
    with st.container(key="room-stage"):
        if room.blank:
            show(el("h1", t("Back in a moment"), class_="ll-big"), class_="ll ll-room-veil ll-room-blank")
        else:
            show(None, class_="ll ll-room-veil")
        _stage(content, room, room.step, presenter=presenter)
    lab_runs_left(content, room)


def _stage(content: Content, room: Room, step: AnyStep, *, presenter: bool) -> None:
    left, right = st.columns(_widths(content, room, presenter), gap="large")
    item = find_item(content, step.item) if isinstance(step, VoteStep) else None
    with left:
        filled = _figure(content, room, step, presenter=presenter)
        if presenter and not filled:
            presenter_notes(content, room)
        if not presenter:
            with st.container(key="room-why"):  # beside the results: below them it would be off the projector
                vote_reason(content, room)
        _guesses(content, room, step)
    with right, st.container(key="room-screen", gap="small"):
        _eyebrow(room, step, item)
        match step:
            case VoteStep() if item is not None:
                _vote(room, step, item)
            case GuideStep():
                _guide(content, room, step, presenter=presenter)
            case LabStep():
                room_lab(content, room, step, Seat.HOST if presenter else Seat.SCREEN)
            case DiscussStep():
                show(
                    el("h1", step.title, class_="ll-big"),
                    rich("p", step.prompt, class_="ll-large"),
                    class_="ll ll-stack",
                )
                room_questions(room, Seat.SCREEN)
            case ShowStep():
                _show(content, step)
        if presenter and filled:
            presenter_notes(content, room)


def _widths(content: Content, room: Room, presenter: bool) -> list[int]:
    """The columns: the flowchart is wider than the pipeline, widest for the audience until its way alone is left."""
    step = room.step
    if isinstance(step, GuideStep):
        return [1, 1] if presenter else [9, 5] if guide_walk(content, room, step).asks else [2, 3]
    has_figure = isinstance(step, ShowStep) and step.stage
    return [2, 3] if has_figure and not presenter else [4, 9]


def _figure(content: Content, room: Room, step: AnyStep, *, presenter: bool) -> bool:
    """Draws what stands at the left; whether that fills the column: notes then stand at the right."""
    key, frame = ("room-figure", _PRESENTER) if presenter else ("room-figure-audience", _AUDIENCE)
    if isinstance(step, ShowStep) and step.stage:
        graph = content.graph_by_id["pipeline"]
        join_card(room, small=True)
        with st.container(key=key):
            shown = names_only(graph)  # the rest no screen has room for at 14 px
            diagram(shown, "room.pipeline", walked_to(graph, step.stage), None, _PIPELINE if presenter else frame)
    elif isinstance(step, GuideStep):
        graph = content.guide_graph
        walk = guide_walk(content, room, step)
        back = _BACK if walk.asks else _ALL_BACK
        whole = not presenter and not walk.answered
        graph = names_only(graph) if whole else near(graph, walk.lighting, back, _AHEAD)
        join_card(room, small=True)
        with st.container(key=key):
            if whole:
                figure_key(added=True)  # beside a few steps the word stands in each
            diagram(graph, "room.guide", walk.lighting, None, frame)
    else:
        small = step.id in room.lab_runs or step.id in room.results or (presenter and room.place > 0)
        join_card(room, small=small, many=not presenter)
        return not small and isinstance(step, ShowStep)  # the QR code leaves no room for notes, and a few lines do
    return True


def _guesses(content: Content, room: Room, step: AnyStep) -> None:
    """Draws what the room had guessed beside the run of the lab that it now looks at."""
    station = content.lab_by_id.get(step.station) if isinstance(step, LabStep) else None
    if isinstance(step, LabStep) and station and step.id in room.lab_runs:
        with st.container(key="room-guesses"):
            room_lab_guesses(room, step, station)


def _eyebrow(room: Room, step: AnyStep, item: AnyItem | None) -> None:
    parts = [t("Step {step} of {count}", step=room.place + 1, count=len(room.steps))]
    held = room.ballots_of(step.id)
    if held and item and isinstance(step, VoteStep):
        parts.append(_vote_state(held[-1], step, item))
    told = f"{parts[0]}: {step.title}"  # who hears the page has not seen which step that is
    here = el("span", parts[0], data_ll_news=told)
    state = (el("span", part, role="status") for part in parts[1:])
    show(el("p", here, *state, el("span", room.code, class_="ll-code ll-room-here"), class_="ll-eyebrow"))


def _vote_state(ballot: Ballot, step: VoteStep, item: AnyItem) -> str:
    is_open, number = ballot.is_open(session.now()), ballot.round
    if step.rounds == 2:
        return t("Round {round}, open", round=number) if is_open else t("Round {round}, closed", round=number)
    return state_said(item, is_open=is_open)


def _show(content: Content, step: ShowStep) -> None:
    stage = content.stage_by_id.get(step.stage or "")
    show(el("h1", step.title, class_="ll-big"))
    if stage:
        show(rich("p", stage.text, class_="ll-large"))
        claim_figures(content, stage.scale)
    if step.lines:
        show(el("ul", *(rich("li", line) for line in step.lines), class_="ll-large"))


def _vote(room: Room, step: VoteStep, item: AnyItem) -> None:
    held, revealed = room.ballots_of(step.id), step.id in room.results
    size = "ll-wide" if revealed else "ll-large"
    text = told_text(item)
    situation = rich("p", text, class_=size) if text else None
    over = revealed or (len(held) == step.rounds and not held[-1].is_open(session.now()))
    told = revealed or (over and isinstance(item, PredictNumber))
    show(rich("h1", item.question, class_="ll-big ll-told" if told else "ll-big"), situation, class_="ll ll-stack")
    order = shown_order(item, room.code)  # as on the phones: “the second answer” is the same one on all screens
    if revealed and not isinstance(item, PredictNumber):
        vote_bars(item, held, order)
        vote_moves(item, held)
        return
    if isinstance(item, PredictNumber) and over:
        vote_guesses(item, held, revealed=revealed)
        return
    if rows := tuple(option_words(item, order).values()) or parts_words(item, order):
        show(el("ul", *(rich("li", row) for row in rows), class_="ll-choices"))
    elif unit := unit_words(getattr(item, "unit", "")):
        show(el("p", t("Unit: {unit}", unit=unit), class_="ll-large"))
    if held and held[-1].is_open(session.now()):
        vote_clock(room, held[-1], item, f"screen.{held[-1].id}")
    elif held and len(held) < step.rounds:
        show(el("p", _between_rounds(item, held[-1]), class_="ll-large"))
    elif held:
        count = len(held[-1].picks)
        words = t("{votes} in.", votes=count_said(item, count)) if count else none_said(item)
        show(el("p", words, class_="ll-large"))


def _between_rounds(item: AnyItem, ballot: Ballot) -> str:
    votes, share = count_said(item, len(ballot.picks)), share_right(item, ballot)
    if share is None:
        return none_said(item)
    match next_after(share):
        case After.EXPLAIN if is_guess(item):
            return t("{votes} in. Listen once more, then guess again.", votes=votes)
        case After.EXPLAIN:
            return t("{votes} in. Listen once more, then vote again.", votes=votes)
        case After.DISCUSS if is_guess(item):
            return t("{votes} in. Talk to your neighbour, then guess again.", votes=votes)
        case After.DISCUSS:
            return t("{votes} in. Talk to your neighbour, then vote again.", votes=votes)
        case After.MOVE_ON:
            return t("{votes} in.", votes=votes)


def _guide(content: Content, room: Room, step: GuideStep, *, presenter: bool) -> None:
    walk = guide_walk(content, room, step)
    small = presenter or walk.asks is None or len(step.case) > _LONG_CASE
    size = "ll-big ll-told" if small else "ll-big"  # the figure leaves the presenter's notes little height
    show(el("h1", walk.asks.text if walk.asks else t("The room has decided"), class_=size))
    if walk.asks is None:
        show(rich("p", step.case, class_="ll-note"))
        room_outcome(walk, "ll-large", cautions=not presenter)
    else:
        _asked(room, step, walk.asks, small=small)
    guide_answers(room, step, walk)


def _asked(room: Room, step: GuideStep, question: Question, *, small: bool) -> None:
    held = room.ballots_of(step.id, question.id)
    over = bool(held) and not held[-1].is_open(session.now())
    show(rich("p", step.case, class_="ll-wide" if over or small else "ll-large"))
    if over:
        vote_bars(question, (held[-1],))
        if tied(held[-1], session.now()):
            show(el("p", el("strong", t("A tie: the host decides.")), class_="ll-large", role="status"))
        return
    show(el("ul", *(el("li", text) for text in option_words(question).values()), class_="ll-choices"))
    if held:
        vote_clock(room, held[-1], question, f"screen.{held[-1].id}")
