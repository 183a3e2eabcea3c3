"""Practice in German: no question, option, reason or belief of the bank is left in English."""

from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from core.content.models import Content
from tests.app.pages import opened, press, words
from tests.app.quizzes import give_up_all, pick
from tests.read_once import load_content, load_languages

pytestmark = pytest.mark.usefixtures("in_german")
SHOWN_IN_A_ROW = 12
NOTE = "Auf Englisch"


@pytest.fixture(scope="module")
def english_only() -> set[str]:
    """Whole texts of the bank's items and beliefs that German says otherwise."""
    return _texts(load_content()) - _texts(load_languages()["de"])


def _texts(content: Content) -> set[str]:
    found: set[str] = set()
    for entry in (*content.items, *content.misconceptions):
        for text in _strings(entry.model_dump()):
            if " " in text:
                found.add(text)
    return found


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for one in inside for text in _strings(one)]


def left(test: AppTest, english_only: set[str]) -> list[str]:
    said = unescape(words(test)) + " ".join(option for radio in test.radio for option in radio.options)
    said += " ".join(box.label for box in test.checkbox)
    return [text for text in (*english_only, NOTE) if text in said]


def test_quick_fire_shows_no_english(english_only: set[str]) -> None:
    test = opened("quick_fire.py", {"lang": "de"})
    for _ in range(SHOWN_IN_A_ROW):
        assert left(test, english_only) == []
        keys = {button.key for button in test.button}
        press(test, "review-give-up.press" if "review-give-up.press" in keys else "review-check.press")
        assert left(test, english_only) == []
        press(test, next(str(button.key) for button in test.button if str(button.key).startswith("grade.")))


def test_case_drill_shows_no_english(english_only: set[str]) -> None:
    test = opened("cases.py", {"lang": "de"})
    assert left(test, english_only) == []
    press(test, "case-start.press")
    assert left(test, english_only) == []
    press(pick(test, "prompt"), "quiz-check.press")
    assert left(test, english_only) == []
    assert "Der Zwilling" in words(test)
    give_up_all(test)
    assert left(test, english_only) == []
