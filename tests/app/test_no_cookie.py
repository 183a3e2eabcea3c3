"""A page without a browser has no cookie: what AppTest gives in its place is not kept."""

from core.web.cookie import learner_key
from tests.app.pages import opened


def test_visits_leave_nothing_among_the_cookies_that_are_remembered() -> None:
    opened("start.py")
    before = learner_key.cache_info().currsize
    opened("start.py")
    assert learner_key.cache_info().currsize == before
