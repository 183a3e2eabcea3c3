"""What the presses of a review do: show the answer, count it, take it back. A press that failed can be repeated."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import ParamSpec

import streamlit as st

from components import session
from components.answer_now import draft_now
from components.keep_answer import keep_answer
from components.review_view import (
    View,
    keep_view,
    kept_place,
    load_view,
    save_place,
    still_open,
    tell,
    view_now,
    view_of,
)
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import marked
from core.quiz.answers import SELF_GRADED, AnyAnswer, Rating, SelfGraded
from core.quiz.generated import find_item
from core.quiz.log import Confidence, Mode
from core.quiz.mark import InvalidAnswerError, Mark
from core.quiz.marking import given_up, mark
from core.quiz.off_schedule import ahead_ids, cram_ids
from core.quiz.place import Place
from core.store.errors import StoreError

SITTING = "review.sitting"
"""The key of the fragment that holds all of a review; what is answered stands in a fragment of its own inside it."""

_AGAIN = marked("Undone. Grade it again.")
_UNDONE = marked("Undone. The question is no longer in the course.")
_NOTHING_LEFT = marked("Nothing was undone: your answers were deleted or taken back in another tab.")
_Args = ParamSpec("_Args")


def _and_around(step: Callable[_Args, None]) -> Callable[_Args, None]:
    """The step of a press: what stands around the item is drawn anew only when it is another than before.

    A press that stands around it says so too: pressed right after something was typed, it would else be run together
    with the part that was typed in, and that part alone be drawn.
    """

    @wraps(step)
    def stepped(*args: _Args.args, **kwargs: _Args.kwargs) -> None:
        before = view_now().around
        step(*args, **kwargs)
        if view_now().around != before:
            st.rerun(SITTING)

    return stepped


def draft_changed(place: Place, draft: AnyAnswer | None, confidence: Confidence | None) -> None:
    """Stores what is entered in the form, if it changed."""
    if (draft, confidence) != (place.draft, place.confidence):
        _put(place.with_draft(draft, confidence))


@_and_around
def show_hint() -> None:
    """Shows the hint, which costs credit."""
    place = view_now().place
    if place:
        _put(place.with_hint())


@_and_around
def reveal(item: AnyItem, answer_id: str, answer: AnyAnswer | None) -> None:
    """Shows the answer; what was given is marked, and can be changed no more."""
    place = view_now().place
    if place is None or place.revealed or place.answer_id != answer_id:
        return
    try:
        found_mark(item, answer)
    except InvalidAnswerError as error:
        tell(str(error))
        return
    _put(place.reveal(answer, session.now()))


def found_mark(item: AnyItem, answer: AnyAnswer | None) -> Mark:
    """The mark of an answer; of a card that is still to be graded, that of one that was known.

    Raises:
        InvalidAnswerError: the answer does not fit the item.
    """
    if answer is not None:
        return mark(item, answer)
    return Mark(1.0) if item.kind in SELF_GRADED else given_up(item)


@_and_around
def grade(content: Content, item: AnyItem, answer_id: str, rating: Rating) -> None:
    """Counts the answer and goes on to the next item."""
    view = view_now()
    place = view.place
    if place is None or not place.revealed or place.answer_id != answer_id:
        return
    try:
        keep_view(session.store().together(lambda: _counted(content, view, place, item, rating)))
    except StoreError as error:
        tell(str(error))


def _counted(content: Content, view: View, place: Place, item: AnyItem, rating: Rating) -> View:
    """Appends the answer, and finds what comes next: one transaction, so that neither is kept without the other."""
    store, key = session.store(), session.learner().key
    answer = SelfGraded(rating=rating) if item.kind in SELF_GRADED else place.draft
    counted = keep_answer(
        place.answer_id,
        item,
        rating,
        found_mark(item, answer).score,
        mode=place.mode,
        answer=answer,
        confidence=place.confidence,
        hints=place.hints,
        seconds=place.seconds,
        quiz=place.run,
    ).counted
    if counted and not view.begun and store.learners.own_settings(key) is None:
        store.learners.set_settings(key, view.settings, session.now())
    return _next_view(content, replace(view, place=place), item, rating, counted)


def _next_view(content: Content, view: View, item: AnyItem, rating: Rating, counted: bool) -> View:
    place = view.place
    if place is not None and place.mode is not Mode.REVIEW:
        following = place.next_in_run(rating is Rating.AGAIN, session.now())
        after = _at(content, view, following)
        return replace(after, note="" if following else _over(place.asked + 1), answers=place.asked + 1)
    elsewhere = kept_place(content, answered=place)
    waiting = None if elsewhere else _waiting(content, place)
    after = view_of(content, view.settings, elsewhere or waiting, item.node)
    if elsewhere is None:
        save_place(after.place)
    note = _AGAIN if waiting and waiting.revealed else ""
    if not counted:
        note = marked("You already answered that question in another tab. It counts once.")
    return replace(after, note=note)


def _over(answers: int) -> str:
    if answers == 1:
        return marked("Round over: 1 answer. The schedule is unchanged.")
    return marked("Round over: {answers} answers. The schedule is unchanged.")


def _waiting(content: Content, place: Place | None) -> Place | None:
    """What was open when Undo was pressed, once the earlier item is graded again."""
    waiting = [one for one in (place.waiting if place else ()) if still_open(content, one)]
    return waiting[0].taken_up(tuple(waiting[1:]), session.now()) if waiting else None


def _at(content: Content, view: View, place: Place | None) -> View:
    save_place(place)
    return replace(view_of(content, view.settings, place), begun=view.begun)


@_and_around
def undo(content: Content) -> None:
    """Takes the last review back and shows it again, with the answer that was given."""
    view = view_now()
    try:
        keep_view(session.store().together(lambda: _undone(content, view)))
    except StoreError as error:
        tell(str(error))


def _undone(content: Content, view: View) -> View:
    """Takes it back and keeps its place: one transaction, or a press that failed would take back two when repeated."""
    store, key, now = session.store(), session.learner().key, session.now()
    taken = store.log.undo(key, now)
    if taken is None or find_item(content, taken.item_id) is None:
        return replace(load_view(content), note=_UNDONE if taken else _NOTHING_LEFT)
    given = None if isinstance(taken.answer, SelfGraded) else taken.answer
    place = Place(
        item_id=taken.item_id,
        answer_id=store.log.showing_id(key, taken.item_id),
        seed=taken.id,
        shown_at=now,
        draft=given,
        confidence=taken.confidence,
        hints=min(taken.hints, 9),
        revealed=True,
        seconds=taken.seconds,
        waiting=_as_it_stands(content, view.place).put_by(now) if view.place else (),
    )
    after = _at(content, view, place)
    return replace(after, begun=store.log.undoable(key), note=_AGAIN)


def _as_it_stands(content: Content, place: Place) -> Place:
    """The place with what is in its form at this press: what was typed last comes with it."""
    item = find_item(content, place.item_id)
    if item is None or place.revealed or item.kind in SELF_GRADED:
        return place
    form = form_key(place)
    sure = session.widget_value(f"{form}.confidence")
    return place.with_draft(draft_now(item, form), Confidence(sure) if sure else place.confidence)


def form_key(place: Place) -> str:
    """The key of the form of a place's item."""
    return f"review-{place.answer_id}"


@_and_around
def start_round(content: Content, mode: Mode) -> None:
    """Begins a round of items that are not due; it leaves the schedule as it is."""
    view, now = view_now(), session.now()
    try:
        known = set(session.reviewable())
        cards = [card for card in session.store().cards.all(session.learner().key) if card.item_id in known]
        ids = ahead_ids(cards, view.settings, now) if mode is Mode.AHEAD else cram_ids(cards, now)
        if ids:
            keep_view(_at(content, view, Place.begin(mode, f"{mode.value}-{session.new_id()}", ids, 0, now)))
    except StoreError as error:
        tell(str(error))


@_and_around
def end_round(content: Content) -> None:
    """Leaves a round before its end."""
    try:
        save_place(None)
        keep_view(replace(view_now(), place=None))
        keep_view(load_view(content))
    except StoreError as error:
        tell(str(error))


def _put(place: Place) -> None:
    """Keeps a place in the session at once, and in the store if it can be written."""
    keep_view(replace(view_now(), place=place, told="", note=""))
    try:
        save_place(place)
    except StoreError as error:
        tell(str(error))
