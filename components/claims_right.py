"""What a learner has answered right since a moment."""

from datetime import datetime

from components import session
from core.content.models import Content


def claims_right(content: Content, since: datetime) -> frozenset[str]:
    """The claims of the questions that were answered right since then, in whatever practice.

    Raises:
        StoreError: it could not be read.
    """
    found = session.store().log.right_since(session.learner().key, since)
    return frozenset(claim for item in content.items if item.id in found for claim in item.claims)
