"""The address that phones in a room open."""

import pytest

from core.web import address
from core.web.address import OWN_MACHINE, reaches_others, room_address


def test_address_that_was_set_goes_before_that_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_LADDER_ADDRESS", "https://learn.example.com/course/")
    assert room_address("http://localhost:8501/host") == "https://learn.example.com/course"


@pytest.mark.parametrize(
    ("page", "scheme"), [("http://localhost:8501/host", "http"), ("https://own.test/host", "https")]
)
def test_address_that_was_set_without_a_scheme_has_that_of_the_page(
    monkeypatch: pytest.MonkeyPatch, page: str, scheme: str
) -> None:
    monkeypatch.setenv("LLM_LADDER_ADDRESS", "learn.example.com")
    assert room_address(page) == f"{scheme}://learn.example.com"


@pytest.mark.parametrize("host", [*OWN_MACHINE[:2], "[::1]"])
def test_own_machine_keeps_its_port_and_gets_none(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.delenv("LLM_LADDER_ADDRESS", raising=False)
    there = room_address(f"http://{host}:8501/host?room=ABC-234")
    assert there.startswith("http://")
    assert there.endswith(":8501")
    assert room_address(f"http://{host}/host") == there.removesuffix(":8501")


def test_address_that_a_server_for_all_is_started_with_is_no_address_for_phones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("LLM_LADDER_ADDRESS", raising=False)
    monkeypatch.setattr(address, "_own_address", lambda: "192.168.0.7")
    assert room_address("http://0.0.0.0:8501/host") == "http://192.168.0.7:8501"
    assert not reaches_others("http://0.0.0.0:8501")


def test_address_with_a_slip_reaches_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_LADDER_ADDRESS", "http://[::1:8501")
    assert not reaches_others(room_address("http://localhost:8501/host"))
