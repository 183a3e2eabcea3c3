"""The terminal says where the app is: for this machine, and for phones where they reach it."""

import pytest

from components.say_addresses import say_addresses


@pytest.fixture(autouse=True)
def _at_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_LADDER_ADDRESS", "http://learn.example:8123/")
    options = {"server.port": 8123, "server.address": None, "server.sslCertFile": None}
    monkeypatch.setattr("components.say_addresses.st.get_option", options.get)


def test_server_that_others_reach_says_the_address_for_phones(capsys: pytest.CaptureFixture[str]) -> None:
    say_addresses()
    assert capsys.readouterr().out.splitlines()[1:-1] == [
        "LLM Ladder is ready. Stop it with Ctrl+C.",
        "  On this machine: http://localhost:8123",
        "  For phones on the same network: http://learn.example:8123",
    ]


@pytest.mark.parametrize(("own", "written"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")])
def test_server_that_listens_to_this_machine_alone_says_one_address(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own: str, written: str
) -> None:
    options = {"server.port": 8124, "server.address": own, "server.sslCertFile": "own.pem"}
    monkeypatch.setattr("components.say_addresses.st.get_option", options.get)
    say_addresses()
    assert capsys.readouterr().out.splitlines()[1:-1] == [
        "LLM Ladder is ready. Stop it with Ctrl+C.",
        f"  On this machine: https://{written}:8124",
    ]


def test_server_below_a_path_says_that_it_shows_no_page(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("components.say_addresses.st.get_option", {"server.baseUrlPath": "course"}.get)
    say_addresses()
    told = capsys.readouterr()
    assert "Start it without server.baseUrlPath" in told.err
    assert told.out == ""
