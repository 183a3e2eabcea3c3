"""The current stop of the tour, kept in the session and in the store."""

from contextlib import suppress

from components import session
from core.store.errors import StoreError

_NAME = "tour"
_ENDED = "ended"


def tour_place(stops: int) -> int | None:
    """The current stop of the tour, from 0; None when it is over, or the learner was here before there was a tour."""
    known = session.kept("tour.place")
    if known is None:
        known = _read()
        session.keep("tour.place", known)
    return next((stop for stop in range(stops) if known == str(stop)), None)


def _read() -> str:
    try:
        drafts = session.store().drafts.all(session.learner().key)
        if drafts:
            return drafts.get(_NAME, _ENDED)
        return _ENDED if session.store().log.undoable(session.learner().key) else "0"
    except StoreError:
        return _ENDED  # what cannot be kept would come back with each visit


def keep_tour_place(place: int | None) -> None:
    """Keeps the stop; None ends the tour. A callback."""
    kept = _ENDED if place is None else str(place)
    session.keep("tour.place", kept)
    session.keep("tour.ended", place is None)
    session.keep("tour.begun", place == 0)
    with suppress(StoreError):  # this tab still knows it
        session.store().drafts.put(session.learner().key, _NAME, kept, session.now(), lasting=False)


def tour_has_ended() -> bool:
    """Whether the press before this run has ended it; asked once, for the focus went with the strip."""
    return bool(session.take("tour.ended"))


def tour_has_begun() -> bool:
    """Whether the press before this run has begun it; asked once, for the strip is far from the help of a phone."""
    return bool(session.take("tour.begun"))
