"""The mock interview that is open, read from the store alone: light enough for the start page."""

from components import session
from core.interview.mock import MockInterview, read_mock

NAME = "interview"


def open_mock() -> MockInterview | None:
    """The interview in progress, or whose answers are being rated; None when there is none.

    Raises:
        StoreError: it could not be read.
    """
    mock = read_mock(session.store().drafts.get(session.learner().key, NAME))
    return mock if mock and (mock.over or mock.rubric_id in session.rubrics()) else None
