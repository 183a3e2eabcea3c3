"""What `t` says, in which language, and what it costs."""

import threading
from collections.abc import Iterator
from timeit import repeat

import pytest

from core.language import catalogue as catalogues
from core.language.catalogue import Catalogue, languages
from core.language.in_force import ENGLISH, answer_by, in_force, speak, speaking
from core.language.text import marked, nt, pt, t

FORMS = {
    ("", "Show the answer"): ("Antwort zeigen",),
    ("", "Room {code} is open."): ("Raum {code} ist offen.",),
    ("", "{n} card"): ("{n} Karte", "{n} Karten"),
    ("verb", "Open"): ("Öffnen",),
    ("state", "Open"): ("Offen",),
}


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Catalogue(FORMS, lambda n: int(n != 1))
    monkeypatch.setattr("core.language.text.catalogue", lambda language: made)


@pytest.fixture
def nobody_asked() -> Iterator[None]:
    yield
    speak(None)
    answer_by(lambda: ENGLISH)


def test_english_is_what_stands_in_the_code() -> None:
    assert t("Show the answer") == "Show the answer"
    assert t("Room {code} is open.", code="{x}") == "Room {x} is open."
    assert (nt("{n} card", "{n} cards", 1), nt("{n} card", "{n} cards", 0)) == ("1 card", "0 cards")
    assert marked("Open") == "Open"


def test_a_text_is_said_in_the_language_in_force() -> None:
    with speaking("de"):
        assert t("Show the answer") == "Antwort zeigen"
        assert t("Room {code} is open.", code="ABC") == "Raum ABC ist offen."
        assert [nt("{n} card", "{n} cards", n) for n in (0, 1, 1.5, 2)] == [
            "0 Karten",
            "1 Karte",
            "1.5 Karten",
            "2 Karten",
        ]
    assert t("Show the answer") == "Show the answer"


def test_one_word_has_a_translation_for_each_context() -> None:
    with speaking("de"):
        assert (pt("verb", "Open"), pt("state", "Open"), pt("noun", "Open")) == ("Öffnen", "Offen", "Open")


def test_what_has_no_translation_is_said_in_english() -> None:
    with speaking("de"):
        assert t("Nobody translated {this}", this=1) == "Nobody translated 1"
        assert nt("{n} dog", "{n} dogs", 2) == "2 dogs"


def test_braces_without_values_stay_as_they_are() -> None:
    assert t('Write {"a": 1}') == 'Write {"a": 1}'


@pytest.mark.usefixtures("nobody_asked")
def test_each_thread_speaks_its_own_language() -> None:
    heard: list[str] = []
    speak("de")
    other = threading.Thread(target=lambda: heard.append(in_force()))
    other.start()
    other.join()
    assert (heard, in_force()) == ([ENGLISH], "de")


@pytest.mark.usefixtures("nobody_asked")
def test_who_runs_the_pages_is_asked_where_no_thread_has_said() -> None:
    answer_by(lambda: "de")
    assert t("Show the answer") == "Antwort zeigen"
    with speaking(ENGLISH):
        assert t("Show the answer") == "Show the answer"


def test_a_text_costs_next_to_nothing() -> None:
    with speaking("de"):
        german = min(repeat(lambda: t("Show the answer"), number=10_000, repeat=5)) / 10_000
    assert german < 10e-6  # measured: under 1 µs; the rest is room for a busy machine


def test_english_and_german_ship_with_names_of_their_own() -> None:
    assert dict(languages()) == {"en": "English", "de": "Deutsch"}
    assert catalogues.DIRECTORY.name == "language"
