"""The line over which other processes wake the rooms of this one."""

import logging
from typing import Any, NoReturn

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy.engine import make_url

from core.web import room_bridge
from core.web.hub import Hub
from core.web.room_bridge import start_bridge


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_line_that_was_cut_without_a_word_is_lost_within_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []

    def note(address: str, **options: Any) -> NoReturn:
        asked.append(options)
        raise SystemExit  # ends the bridge's thread

    monkeypatch.setattr(psycopg, "connect", note)
    start_bridge(make_url("postgresql://somewhere/rooms"), Hub(), lambda code: None).join(10)
    line = asked[0]
    assert 0 < line["keepalives_idle"] + line["keepalives_interval"] * line["keepalives_count"] <= 60


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("password", ["p%40ss%20word", "a%2Fb%3Fc%23d", "plus+100%25", "quote%27%5C"])
def test_line_is_opened_with_the_password_that_the_store_uses(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    asked: list[str] = []

    def note(address: str, **_: Any) -> NoReturn:
        asked.append(address)
        raise SystemExit  # ends the bridge's thread

    monkeypatch.setattr(psycopg, "connect", note)
    url = make_url(f"postgresql+psycopg://ladder:{password}@somewhere:5433/rooms?sslmode=require")
    start_bridge(url, Hub(), lambda code: None).join(10)
    wanted = {"user": "ladder", "password": url.password, "host": "somewhere", "port": "5433", "dbname": "rooms"}
    assert conninfo_to_dict(asked[0]) == wanted | {"sslmode": "require"}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_line_that_stays_lost_is_told_once(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    tries = [psycopg.OperationalError("gone")] * 5

    def fail(_: str, **__: Any) -> NoReturn:
        if tries:
            raise tries.pop()
        raise SystemExit

    monkeypatch.setattr(psycopg, "connect", fail)
    monkeypatch.setattr(room_bridge, "PAUSE_S", 0.0)
    with caplog.at_level(logging.INFO, room_bridge.__name__):
        start_bridge(make_url("postgresql://somewhere/rooms"), Hub(), lambda code: None).join(10)
    assert not tries
    assert caplog.messages == ["The connection that wakes rooms was lost (OperationalError); trying again."]
