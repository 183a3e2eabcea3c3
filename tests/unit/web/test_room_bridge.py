"""The line over which other processes wake the rooms of this one."""

from typing import Any, NoReturn

import psycopg
import pytest
from sqlalchemy.engine import make_url

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
