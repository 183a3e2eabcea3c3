"""The date of an interview that is more than a year off."""

from datetime import timedelta

import pytest

from components import session
from core.quiz.days import day_of
from core.quiz.settings import ReviewSettings
from tests.app.pages import opened, ran, words
from tests.app.seated import key_of


@pytest.mark.parametrize(("days", "named"), [(60, False), (762, True)])
def test_date_that_another_year_has_too_is_told_with_its_year(days: int, named: bool) -> None:
    progress = opened("progress.py")
    day = day_of(session.now(), ReviewSettings()) + timedelta(days=days)
    session.store().learners.set_settings(key_of(progress), ReviewSettings(interview_on=day), session.now())
    told = words(ran(progress))
    assert "days left" in told
    assert (f" {day.year}" in told) is named
