"""Learners who left off in an interview, so that a link opens each place of it."""

from core.content.models import Content
from core.interview.mock import MockInterview
from core.interview.sitting import Sitting
from core.interview.turn import rate
from core.interview.verdicts import Verdict
from core.store.store import Store
from tests.browser.seeded_rooms import SECRET
from tests.history import key_of
from tests.interviews import NOW, debriefed_mock, marked_sitting, mock_to_rate

MARKED, RATING, SKIPPING, DEBRIEFED, IMPROVED = "marked", "rating", "skipping", "debriefed", "improved"
OVERRULING = "overruling"
"""Has the first debrief of `DEBRIEFED`, for a test that changes it."""
PAST = ("first", "second")


def seed_interviews(store: Store, content: Content) -> None:
    """Writes into a store: a question with its marks, an interview to be rated, for two; five with debriefs."""
    _keep(store, MARKED, "interview-question", marked_sitting(content))
    for learner in (RATING, SKIPPING):
        _keep(store, learner, "interview", mock_to_rate(content))
    _keep(store, OVERRULING, f"interview-past-{PAST[0]}", debriefed_mock(content, PAST[0]))
    for name in PAST:
        mock = debriefed_mock(content, name)
        better = rate(mock, 0, dict.fromkeys(mock.turns[0].verdicts, Verdict.COVERED)) if name == PAST[1] else mock
        _keep(store, DEBRIEFED, f"interview-past-{name}", mock)
        _keep(store, IMPROVED, f"interview-past-{name}", better)


def _keep(store: Store, learner: str, name: str, value: Sitting | MockInterview) -> None:
    store.drafts.put(key_of(learner, SECRET), name, value.model_dump_json(), NOW)
