"""The interview questions that the learner of this browser has just practised."""

from components import session
from core.interview.fresh_first import LATELY

_LOOKED_AT = 60


def practised_lately() -> frozenset[str]:
    """The ids of those that were answered within the last day.

    Raises:
        StoreError: they could not be read.
    """
    answers = session.store().log.recent(session.learner().key, _LOOKED_AT, kind="free-answer")
    return frozenset(one.item_id for one in answers if one.at > session.now() - LATELY)
