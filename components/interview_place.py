"""Where one stands in an interview question: read from the store, changed by one step, kept again."""

from collections.abc import Callable

from components import session
from components.interview_log import log_turn, review_turn
from components.interview_mark import interview_mark
from components.press_trouble import TROUBLE
from components.use_store import use_store
from core.content.interview_items import FreeAnswer
from core.interview.marking import ENGLISH_NOTE, LIST_NOTE, SALAD_NOTE
from core.interview.sitting import Sitting, Stage, ask, follow_up_of, lock, read_sitting, show_marks, with_typed
from core.interview.turn import Draft, rate, rate_rest_missing
from core.interview.verdicts import AnswerMark, Verdict
from core.language.text import marked
from core.quiz.log import Mode

NAME = "interview-question"
_LEFT = "interview.left"
_WARNED = "interview.warned"
"""Where is kept which answer was given back once, since it reads as no sentences."""
Step = Callable[[Sitting], Sitting]
_OPEN = marked("A question that you began in another tab is still open. It goes on here.")
_ELSEWHERE = marked("You went on from that question in another tab. What stands there counts, not this answer.")
_AT_THE_BOX = {
    ENGLISH_NOTE: marked(
        "Marking reads English only. Write the answer in English; “I do not know” goes on without one."
    ),
    LIST_NOTE: marked(
        "This reads like a list of keywords, and those earn nothing. Write it as sentences, or submit it once more as "
        "it is."
    ),
    SALAD_NOTE: marked(
        "These words do not form sentences, and earn nothing so. Write what you mean in sentences, or submit it once "
        "more as it is."
    ),
}
"""What a note says while the box is open, and no model answer is in sight to compare with."""


def open_sitting() -> Sitting | None:
    """The question that is open; None when there is none, or when it, or a follow-up that was asked, left the bank.

    Raises:
        StoreError: it could not be read.
    """
    sitting = read_sitting(session.store().drafts.get(session.learner().key, NAME))
    return sitting if sitting and _still_asked(sitting) else None


def _still_asked(sitting: Sitting) -> bool:
    """Whether this sitting can be shown: all is on one question, which the bank still has, and something is there."""
    asked = {sitting.rubric_id, *(turn.rubric_id for turn in sitting.turns)}
    of_one = all(turn.question == sitting.question for turn in sitting.turns)
    return of_one and asked <= session.rubrics().keys() and (sitting.writing or bool(sitting.turns))


def start_sitting(question: str, shown: Sitting | None = None) -> None:
    """Opens a question in the place of the one that is shown, with what was typed when it was left; a callback.

    One of another tab goes on if its answer stands nowhere else.
    """

    def work() -> None:
        left = open_sitting()
        if left and left.turns and left.stage is not Stage.MARKED and _other_goes_on(left, shown):
            return
        if left and left.question == question and left.writing and not left.turns:
            return  # another tab has asked it: anew, what is being typed there would be gone
        _set_aside(left)
        typed: dict[str, Draft] = session.kept(_LEFT, {})
        _put(Sitting(id=session.new_id(), question=question, draft=typed.get(question, Draft())))
        session.keep(_LEFT, {name: draft for name, draft in typed.items() if name != question})

    use_store(work)


def leave_sitting(shown: Sitting) -> None:
    """Closes the question that is shown; if its marks were, its answer stays in the log. A callback."""

    def work() -> None:
        left = open_sitting()
        if _other_goes_on(left, shown):
            return
        _set_aside(left)
        session.store().drafts.clear(session.learner().key, NAME)

    use_store(work)


def _other_goes_on(left: Sitting | None, shown: Sitting | None) -> bool:
    """Whether another tab began a question in the place of the one that is shown here; if so that is told."""
    if left is None or (shown and left.id == shown.id):
        return False
    not_taken((_OPEN,))
    return True


def _set_aside(left: Sitting | None) -> None:
    """Keeps what stands in the box of a question, for when it is asked again in this session."""
    if left and left.writing and not left.turns and left.draft.is_written:
        session.keep(_LEFT, {**session.kept(_LEFT, {}), left.question: left.draft})


def keep_typed(shown: Sitting, draft: Draft) -> None:
    """Keeps what stands in the box, also when the press that left it came first; a callback."""
    if _change(shown, lambda now: with_typed(now, draft)) is None:
        _set_aside(shown.model_copy(update={"draft": draft}))


def give_answer(shown: Sitting, draft: Draft | None) -> None:
    """Locks an answer, unless it cannot be judged: then it says why, and the box stays open. None gives up.

    One that reads as no sentences is given back once; whoever submits the same again means it so.
    """
    given = draft or shown.draft.model_copy(update={"answer": ""})
    mark = interview_mark(shown.rubric_id, given.answer)
    if draft is not None and (not mark.judgeable or _is_warned_of(mark, given.answer)):
        keep_typed(shown, draft)
        not_taken(mark.notes)
        return
    locked = _change(shown, lambda now: lock(now, given, mark))
    if locked is None:
        not_kept()
    elif not mark.judgeable:
        show_and_count(locked)


def _is_warned_of(mark: AnswerMark, answer: str) -> bool:
    is_heap = not {LIST_NOTE, SALAD_NOTE}.isdisjoint(mark.notes)
    if not is_heap or session.kept(_WARNED) == answer:
        return False
    session.keep(_WARNED, answer)
    return True


def tries() -> int:
    """How often what was given could not be taken: each time the box opens again."""
    return int(session.kept("interview.tries", 0))


def not_taken(notes: tuple[str, ...]) -> None:
    """Opens the box again, and keeps the reasons to show at it."""
    session.keep("interview.tries", tries() + 1)
    session.keep("interview.told", tuple(_AT_THE_BOX.get(note, note) for note in notes))


def not_kept() -> None:
    """Opens the box again after a step was not kept; the reason is another tab, unless the store gave its own."""
    not_taken(() if session.kept(TROUBLE) else (_ELSEWHERE,))


def rate_points(shown: Sitting, turn: int, own: dict[str, Verdict]) -> None:
    """Keeps the learner's verdicts on points of an answer; a callback."""
    _change(shown, lambda now: rate(now, turn, own))


def rate_rest(shown: Sitting, turn: int) -> None:
    """Says of every point of an answer that has no rating that it was not made; a callback."""
    _change(shown, lambda now: rate_rest_missing(now, turn))


def show_and_count(shown: Sitting) -> None:
    """Shows the marks of the last answer and counts the question in the log, once; a callback."""
    item = session.content().item_by_id.get(shown.question)

    def keep(done: Sitting) -> None:
        _put(done)
        if isinstance(item, FreeAnswer):
            log_turn(done.turns[0], item, f"{done.id}.{item.id}", Mode.INTERVIEW)

    _change(shown, show_marks, lambda done: session.store().together(lambda: keep(done)))


def go_deeper(shown: Sitting, item: FreeAnswer) -> None:
    """Opens the follow-up; a callback."""
    follow_up = follow_up_of(shown, item)
    if follow_up is not None:
        _change(shown, lambda now: now if now.writing else ask(now, follow_up))


def add_to_review(shown: Sitting, item: FreeAnswer) -> None:
    """Puts the question into the review; a callback."""
    use_store(lambda: review_turn(shown.turns[0], item, shown.id))


def _change(shown: Sitting, step: Step, keep: Callable[[Sitting], None] | None = None) -> Sitting | None:
    """The sitting after a step, kept; None when it was not, or when another tab went on meanwhile."""
    found: list[Sitting] = []

    def work() -> None:
        now = open_sitting()
        if now is not None and (now.id, len(now.turns)) == (shown.id, len(shown.turns)):
            stepped = step(now)
            if stepped != now:
                (keep or _put)(stepped)
            found.append(stepped)

    use_store(work)
    return found[0] if found else None


def _put(sitting: Sitting) -> None:
    session.store().drafts.put(session.learner().key, NAME, sitting.model_dump_json(), session.now())
