"""The mock interviews that are over, read from the store alone: light enough for the start page."""

from components import session
from core.interview.mock import MockInterview, read_mock

PAST = "interview-past-"


def past_mocks() -> tuple[MockInterview, ...]:
    """The interviews that are over, the latest first.

    Raises:
        StoreError: they could not be read.
    """
    kept = session.store().drafts.all(session.learner().key)
    found = [(name, read_mock(text)) for name, text in kept.items() if name.startswith(PAST)]
    whole = [mock for name, mock in found if mock and name == PAST + mock.id]
    return tuple(sorted(whole, key=lambda mock: mock.started, reverse=True))
