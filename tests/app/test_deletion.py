"""What is said before one's data are deleted: only what is there, one or many."""

from datetime import UTC, datetime

import pytest

from core.quiz.settings import ReviewSettings
from tests.app.pages import press, words
from tests.app.test_progress import progress_of, store

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((), "This deletes 0 answers and your settings."),
        (("exam",), "This deletes 1 saved place and your settings."),
        (("exam", "quiz"), "This deletes 2 saved places (such as past interviews) and your settings."),
    ],
)
def test_only_what_is_there_is_named(places: tuple[str, ...], said: str) -> None:
    key = "6" * 64
    store().learners.delete(key)
    store().learners.set_settings(key, ReviewSettings(), AT)
    for name in places:
        store().drafts.put(key, name, "{}", AT)
    assert said in words(press(progress_of(key), "learner-data.ask"))
    store().learners.delete(key)
