"""Theme and options are read once, and every press is sent the same ones as before."""

from collections.abc import Iterator

import pytest
from streamlit.proto.NewSession_pb2 import Config, CustomThemeConfig
from streamlit.runtime import app_session

from components.read_options_once import OPTIONS, THEME, read_options_once

SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar")


@pytest.fixture(autouse=True)
def streamlits_own() -> Iterator[None]:
    """Streamlit's functions as they were, afterwards."""
    reads = {name: getattr(app_session, name) for name in (THEME, OPTIONS)}
    yield
    for name, function in reads.items():
        setattr(app_session, name, function)


def _theme() -> CustomThemeConfig:
    whole = CustomThemeConfig()
    for section, message in zip(
        SECTIONS,
        (whole, whole.light, whole.dark, whole.sidebar, whole.light.sidebar, whole.dark.sidebar),
        strict=True,
    ):
        getattr(app_session, THEME)(message, section)
    return whole


def test_every_message_is_the_one_that_streamlit_would_send() -> None:
    read = _theme()
    read_options_once()
    first, second = _theme(), _theme()
    assert read.font_faces, "the test must run with the theme of the app"
    assert read.SerializeToString(deterministic=True) == first.SerializeToString(deterministic=True)
    assert read.SerializeToString(deterministic=True) == second.SerializeToString(deterministic=True)


def test_a_section_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(app_session, THEME, lambda message, section="theme": read.append(section))
    read_options_once()
    _theme()
    _theme()
    assert sorted(read) == sorted(SECTIONS)


def _options() -> Config:
    told = Config()
    getattr(app_session, OPTIONS)(told)
    return told


def test_the_options_are_those_that_streamlit_would_send() -> None:
    read = _options()
    read_options_once()
    first, second = _options(), _options()
    assert read.ByteSize() > 0
    assert read == first == second


def test_the_options_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Config] = []
    monkeypatch.setattr(app_session, OPTIONS, read.append)
    read_options_once()
    _options()
    _options()
    assert len(read) == 1


def test_a_second_call_changes_nothing() -> None:
    read_options_once()
    once = getattr(app_session, THEME)
    read_options_once()
    assert getattr(app_session, THEME) is once


def test_another_streamlit_without_the_function_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(app_session, THEME)
    read_options_once()
    assert not hasattr(app_session, THEME)
