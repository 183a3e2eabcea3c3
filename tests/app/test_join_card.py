"""The card by which people join a room."""

import pytest

from core.web import address
from tests.app.pages import ran, words
from tests.app.rooms import hosting

TOLD = "Phones cannot open this address: this computer is in no network."


def test_host_whose_machine_is_in_no_network_is_told_that_phones_cannot_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LLM_LADDER_ADDRESS", raising=False)
    monkeypatch.setattr(address, "_own_address", lambda: None)
    test, _ = hosting()
    assert "localhost:8501/join" in words(test)
    assert TOLD in words(test)
    monkeypatch.setattr(address, "_own_address", lambda: "192.168.0.7")
    assert "192.168.0.7:8501/join" in words(ran(test))
    assert TOLD not in words(test)
