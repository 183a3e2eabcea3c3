"""A course speaks the language of its content, whoever asks for it first."""

import pytest

from core.content.translation_loader import load_languages
from core.join.entity import Entity, Kind
from core.language.in_force import speaking
from core.search.course import Course

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
