"""The interview in German: what its buttons and switches say is in the catalogue, and that answers are in English."""

import pytest

from core.interview.marking import ENGLISH_NOTE, LONG_NOTE
from core.interview.prose import MOST_WORDS
from core.language.text import t
from tests.app.german import labels, said_in_german
from tests.app.pages import opened, press, words

pytestmark = pytest.mark.usefixtures("in_german")
GERMAN = {"lang": "de"}


@pytest.mark.parametrize("way", ["one", "mock"])
def test_every_label_of_the_interview_is_german(way: str) -> None:
    test = opened("interview.py", {**GERMAN, "way": way})
    assert len(labels(test)) > 10
    assert not said_in_german("Ask me this question")
    assert [label for label in labels(test) if not said_in_german(label)] == []
    assert "Antworte auf Englisch" in words(test)


def test_question_is_answered_and_rated_in_german() -> None:
    test = press(opened("interview.py", GERMAN), "interview-choice.start")
    assert test.button(key="interview.other").label == "Andere Frage wählen"
    assert "Antworte auf Englisch" in words(test)


def test_notes_of_the_marks_are_kept_in_english_and_said_in_german() -> None:
    assert f"Only the first {MOST_WORDS:,} words were read." == LONG_NOTE
    assert t(ENGLISH_NOTE).startswith("Die Auswertung liest nur Englisch.")
    assert t(LONG_NOTE) == "Nur die ersten 2.000 Wörter wurden gelesen."
