"""What is left to study from the last mock interview."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from components import session
from components.claims_right import claims_right
from components.past_mocks import past_mocks
from core.content.models import Content
from core.interview.debrief import debrief
from core.interview.study_list import not_yet_right

_LATELY = timedelta(days=7)


@dataclass(frozen=True)
class LeftToStudy:
    """The last mock interview, when it ended, and how many of its missed points were not practised since.

    A point is when its question was reviewed, or any other on the same claim was answered right.
    """

    mock_id: str
    ended: datetime
    points: int


def left_to_study(content: Content) -> LeftToStudy | None:
    """What it left; None when there was none in the last days.

    Raises:
        StoreError: it could not be read.
    """
    past = past_mocks()
    last = past[0] if past else None
    if last is None or last.ended is None or last.ended < session.now() - _LATELY:
        return None
    ended = last.ended
    missed = not_yet_right(debrief(last, content).missed, claims_right(content, ended))
    reviewed = {name for name in {one.item_id for one in missed} if _reviewed_since(name, ended)}
    return LeftToStudy(last.id, ended, sum(one.item_id not in reviewed for one in missed))


def _reviewed_since(item_id: str, at: datetime) -> bool:
    card = session.store().cards.card(session.learner().key, item_id)
    return card is not None and card.reviewed >= at
