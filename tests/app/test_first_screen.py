"""The first run of a visit waits once, where its first screen ends; no other run waits."""

import time
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from components import first_screen as module
from tests.app.pages import TIMEOUT_S, ran
from tests.open_pages import NAVIGATION

PAUSE_S = 0.0123


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    found: list[float] = []
    real = time.sleep

    def sleep(seconds: float) -> None:
        found.append(seconds)
        real(seconds)

    monkeypatch.setattr(module, "PAUSE_S", PAUSE_S)
    monkeypatch.setattr(module, "FIRST", timedelta(minutes=1))
    monkeypatch.setattr(time, "sleep", sleep)
    return found


def test_only_the_first_run_waits_and_only_once(waits: list[float]) -> None:
    test = ran(AppTest.from_file(str(NAVIGATION), default_timeout=TIMEOUT_S))
    assert waits.count(PAUSE_S) == 1
    ran(test)
    test.switch_page("pitfalls.py")
    ran(test)
    assert waits.count(PAUSE_S) == 1


def test_a_first_run_that_is_late_already_does_not_wait(waits: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST", timedelta())
    ran(AppTest.from_file(str(NAVIGATION), default_timeout=TIMEOUT_S))
    assert PAUSE_S not in waits
