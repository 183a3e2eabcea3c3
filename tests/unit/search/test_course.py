"""A course speaks the language of its content, whoever asks for it first."""

import pytest

from core.content.translation_loader import load_languages
from core.join.entity import Entity, Kind
from core.language.in_force import speaking
from core.search.course import Course

PAGES = [
    ("en", "Decision guide"),
    ("de", "Entscheidungshilfe"),
    ("de", "Rechner"),
    ("de", "Beitreten"),
    ("de", "Progress"),
]
TITLES = {"en": "Serving memory", "de": "Speicher im Betrieb"}


@pytest.mark.parametrize("asks", ["en", "de"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_calculators_are_named_and_found_in_the_language_of_the_course(language: str, asks: str) -> None:
    course = Course(load_languages()[language])
    with speaking(asks):
        serving = course.join.places[Entity(Kind.CALCULATOR, "serving")]
        assert serving.title == TITLES[language]
        found = course.index.search(TITLES[language])
    assert Entity(Kind.CALCULATOR, "serving") in [one.entity for one in found]


@pytest.mark.parametrize(("language", "words"), PAGES)
def test_a_page_is_the_first_thing_found_by_its_name_in_either_language(language: str, words: str) -> None:
    first, *_ = Course(load_languages()[language]).index.search(words)
    assert first.entity.kind is Kind.PAGE
