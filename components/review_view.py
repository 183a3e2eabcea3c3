"""What a review shows now: read from the store, kept in the session between presses."""

from dataclasses import dataclass, replace

from components import session
from components.learner_settings import learner_settings
from core.content.models import Content
from core.quiz.decks import node_of
from core.quiz.generated import find_item
from core.quiz.log import Mode
from core.quiz.mark import InvalidAnswerError
from core.quiz.marking import mark
from core.quiz.place import DRAFT_NAME, Place, read_place
from core.quiz.queue import Queue, next_up
from core.quiz.scheduling import Card
from core.quiz.settings import ReviewSettings


@dataclass(frozen=True)
class View:
    """A review at one moment. `told` is what the store could not do, `note` what has just happened, in English.

    `answers` is the number that the note may tell.
    """

    settings: ReviewSettings
    queue: Queue
    place: Place | None
    card: Card | None
    begun: bool
    told: str = ""
    note: str = ""
    answers: int = 0

    @property
    def in_round(self) -> bool:
        """Whether the item is one of a round that leaves the schedule alone."""
        return self.place is not None and self.place.mode is not Mode.REVIEW

    @property
    def around(self) -> tuple[object, ...]:
        """What is shown around the item that is answered, and which it is."""
        shown_at = self.place.answer_id if self.place else None
        return shown_at, self.queue.counts, self.begun, self.told, self.note


def view_now() -> View:
    """The view that the session keeps."""
    view: View = session.kept("review.view")
    return view


def keep_view(view: View) -> None:
    """Keeps a view for the next run."""
    session.keep("review.view", view)


def tell(sentence: str) -> None:
    """Keeps what the store could not do; nothing else of the view changes, so that the same press can be repeated."""
    keep_view(replace(view_now(), told=sentence, note=""))


def load_view(content: Content) -> View:
    """The view of a visitor who comes: their open item as it was, else the next one.

    What this tab holds goes before what the store keeps: it is newer when the store could not be written.

    Raises:
        StoreError: the store cannot be read.
    """
    before: View | None = session.kept("review.view")
    here = before.place if before and still_open(content, before.place) else None
    fresh = view_of(content, learner_settings(), here or kept_place(content))
    fresh = replace(fresh, begun=session.store().log.undoable(session.learner().key))
    if before is None or before.place != fresh.place:
        return fresh
    return replace(fresh, told=before.told, note=before.note, answers=before.answers)


def kept_place(content: Content, answered: Place | None = None) -> Place | None:
    """The place in the store, if its answer is still to come; that of `answered` has come."""
    place = read_place(session.store().drafts.get(session.learner().key, DRAFT_NAME))
    if place and answered and place.answer_id == answered.answer_id:
        return None
    return place if still_open(content, place) else None


def still_open(content: Content, place: Place | None) -> bool:
    """Whether the item of a place is in the bank, and was not answered meanwhile, in another tab or on another page."""
    if place is None or find_item(content, place.item_id) is None:
        return False
    key = session.learner().key
    return place.mode is not Mode.REVIEW or place.answer_id == session.store().log.showing_id(key, place.item_id)


def view_of(content: Content, settings: ReviewSettings, place: Place | None, last_node: str | None = None) -> View:
    """The view at a place; without one, at the item that is next.

    Raises:
        StoreError: the store cannot be read.
    """
    store, key, now = session.store(), session.learner().key, session.now()
    queue = store.cards.queue(key, session.reviewable(), settings, now, session.by_hand())
    if place is None:
        item_id = next_up(queue, node_of(content), last_node, now)
        place = _place_at(item_id) if item_id else None
    else:
        place = _that_can_be_marked(content, place)
    card = _card_of(queue, key, place.item_id) if place else None
    return View(settings, queue, place, card, begun=True)


def _that_can_be_marked(content: Content, place: Place) -> Place:
    """The place. If its item was rewritten and the answer no longer fits, the answer is dropped: “I do not know”."""
    item = find_item(content, place.item_id)
    if item is None or place.draft is None or not place.revealed:
        return place
    try:
        mark(item, place.draft)
    except InvalidAnswerError:
        return place.model_copy(update={"draft": None})
    return place


def _card_of(queue: Queue, key: str, item_id: str) -> Card | None:
    """The card of an item: most often the queue has it."""
    if item_id in queue.new:
        return None
    here = (card for cards in (queue.due, queue.steps, queue.later) for card in cards if card.item_id == item_id)
    return next(here, None) or session.store().cards.card(key, item_id)


def _place_at(item_id: str) -> Place:
    answer_id = session.store().log.showing_id(session.learner().key, item_id)
    return Place(item_id=item_id, answer_id=answer_id, seed=answer_id, shown_at=session.now())


def save_place(place: Place | None) -> None:
    """Keeps the place in the store, so that a closed tab opens at it again, also after the server was killed.

    Raises:
        StoreError: it was not kept.
    """
    drafts, key = session.store().drafts, session.learner().key
    if place is None:
        drafts.clear(key, DRAFT_NAME)
    else:
        drafts.put(key, DRAFT_NAME, place.model_dump_json(), session.now(), lasting=False)
