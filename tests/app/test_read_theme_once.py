"""The theme is read once, and every press is sent the same one as before."""

from collections.abc import Iterator

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from components.read_theme_once import READS, read_theme_once

SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar")


@pytest.fixture(autouse=True)
def streamlits_own() -> Iterator[None]:
    """Streamlit's function as it was, afterwards."""
    reads = getattr(app_session, READS)
    yield
    setattr(app_session, READS, reads)


def _theme() -> CustomThemeConfig:
    whole = CustomThemeConfig()
    for section, message in zip(
        SECTIONS,
        (whole, whole.light, whole.dark, whole.sidebar, whole.light.sidebar, whole.dark.sidebar),
        strict=True,
    ):
        getattr(app_session, READS)(message, section)
    return whole


def test_every_message_is_the_one_that_streamlit_would_send() -> None:
    read = _theme()
    read_theme_once()
    first, second = _theme(), _theme()
    assert read.font_faces, "the test must run with the theme of the app"
    assert read.SerializeToString(deterministic=True) == first.SerializeToString(deterministic=True)
    assert read.SerializeToString(deterministic=True) == second.SerializeToString(deterministic=True)


def test_a_section_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(app_session, READS, lambda message, section="theme": read.append(section))
    read_theme_once()
    _theme()
    _theme()
    assert sorted(read) == sorted(SECTIONS)


def test_a_second_call_changes_nothing() -> None:
    read_theme_once()
    once = getattr(app_session, READS)
    read_theme_once()
    assert getattr(app_session, READS) is once


def test_another_streamlit_without_the_function_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(app_session, READS)
    read_theme_once()
    assert not hasattr(app_session, READS)
