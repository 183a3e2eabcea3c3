"""An interview answer and its place are kept together: where the store fails between, none is lost or counted twice."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from components.interview_place import NAME as QUESTION_NAME
from components.open_mock import NAME
from components.past_mocks import PAST
from core.content.interview_items import FreeAnswer
from core.store.errors import BUSY, StoreError
from tests.app.pages import press, words
from tests.app.seated import kept_mock, key_of, seated
from tests.interviews import mock_to_rate, sitting_to_rate

Failing = Callable[[int], None]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Failing]:
    """Lets the log take that many answers more, and none after them."""
    log = session.store().log
    append = type(log).append
    left = {"answers": 100}

    def takes_some(*given: Any) -> Any:
        left["answers"] -= 1
        if left["answers"] < 0:
            raise StoreError(BUSY)
        return append(*given)

    monkeypatch.setattr(type(log), "append", takes_some)
    yield lambda answers: left.update(answers=answers)


def troubles(test: AppTest) -> list[str]:
    return [str(error.value) for error in test.error]


def test_answer_whose_marks_were_shown_is_in_the_log_although_the_store_failed_at_first(failing: Failing) -> None:
    test = seated(QUESTION_NAME, sitting_to_rate(session.content()))
    press(test, "rate-rest.press")
    failing(0)
    press(test, "rate-on.press")
    assert troubles(test) == [BUSY]
    assert "points found" not in words(test)
    failing(100)
    press(test, "rate-on.press")
    assert "points found" in words(test)
    assert len(session.store().log.recent(key_of(test))) == 1


def test_mock_interview_goes_to_the_log_as_a_whole(failing: Failing) -> None:
    content = session.content()
    questions = tuple(item.id for item in content.items if isinstance(item, FreeAnswer))[:2]
    mock = mock_to_rate(content, questions=questions)
    test = seated(NAME, mock, way="mock")
    failing(1)
    press(test, "mock.skip-all")
    assert troubles(test) == [BUSY]
    assert session.store().log.recent(key_of(test)) == ()
    assert kept_mock(test, NAME) == mock
    assert kept_mock(test, PAST + mock.id) is None
    failing(100)
    press(test, "mock.skip-all")
    assert [one.item_id for one in session.store().log.recent(key_of(test))] == list(questions)
    assert kept_mock(test, NAME) is None
