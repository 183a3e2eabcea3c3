"""What a browser says of its time zone ends no page, however odd; another than the learner's is told on Progress."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from core.quiz.settings import ReviewSettings
from tests.app.pages import opened, press, ran, words

ODD = ["right/Europe/Berlin", "posix/Europe/Berlin", "posixrules", "Europe", "../../etc", "a" * 5_000, "é"]


@pytest.mark.parametrize("zone", ODD, ids=lambda zone: zone[:20])
@pytest.mark.parametrize("page", ["start.py", "progress.py"])
def test_odd_time_zone_ends_no_page(page: str, zone: str) -> None:
    test = opened(page)
    test.context = {"timezone": zone}
    assert "<h1" in words(ran(test))


def progress_of(home: str, here: str, key: str) -> AppTest:
    """Progress of a learner whose days are counted at home, seen from here on the eve of their interview."""
    settings = ReviewSettings(zone=home, interview_on=datetime(2026, 12, 1, tzinfo=UTC).date())
    session.store().learners.set_settings(key, settings, session.now())
    test = opened("start.py")
    test.session_state["session.visitor"] = key
    test.context = {"timezone": here}
    test.switch_page("progress.py")
    return ran(test)


def test_candidate_who_flew_to_the_interview_can_count_the_days_by_the_clock_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    evening = datetime(2026, 12, 1, 3, 30, tzinfo=UTC)  # 22:30 the day before in New York, 4:30 in Berlin
    monkeypatch.setattr(session, "now", lambda: evening)
    test = progress_of("Europe/Berlin", "America/New_York", "e" * 64)
    assert "Your days go by the clock of Europe/Berlin, but this device is set to America/New_York." in words(test)
    assert "That is today" in words(test)
    press(test, "progress.clock")
    assert "Your days go by" not in words(test)
    assert "Interview tomorrow" in words(test)


@pytest.mark.parametrize("here", ["Europe/Vienna", "UTC", "posixrules"])
def test_same_clock_of_another_name_and_a_zone_that_is_not_told_say_nothing(here: str) -> None:
    test = progress_of("Europe/Berlin", here, "f" * 64)
    assert "Your days go by" not in words(test)
    assert not [one for one in test.button if one.key == "progress.clock"]
