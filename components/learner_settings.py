"""The learner's settings, or the defaults in the time zone of their browser."""

from components import session
from core.quiz.settings import ReviewSettings


def learner_settings() -> ReviewSettings:
    """The settings; until some are kept, the day follows the browser's time zone.

    Raises:
        StoreError: they cannot be read.
    """
    return session.store().learners.settings(session.learner().key, session.time_zone())
