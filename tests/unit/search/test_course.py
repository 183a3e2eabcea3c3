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
    ("en", "exam"),
    ("en", "delete my data"),
    ("en", "export"),
    ("en", "spaced repetition"),
    ("en", "settings"),
    ("en", "debrief"),
    ("en", "anki"),
    ("de", "Nachbesprechung"),
    ("de", "Einstellungen"),
    ("de", "Prüfung"),
    ("de", "Meine Daten löschen"),
    ("de", "Interview-Termin"),
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
def test_a_page_is_the_first_thing_found_by_its_name_and_its_parts_in_either_language(
    language: str, words: str
) -> None:
    first, *_ = Course(load_languages()[language]).index.search(words)
    assert first.entity.kind is Kind.PAGE


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Was ist LoRA?", Entity(Kind.TERM, "lora")),
        ("Was ist ein Reward-Modell?", Entity(Kind.TERM, "reward-model")),
        ("Wann nimmt man RAG?", Entity(Kind.STAGE, "rag")),
        ("Passt es auf meine GPU?", Entity(Kind.CALCULATOR, "memory")),
        ("Wie viel Speicher braucht LoRA?", Entity(Kind.CALCULATOR, "memory")),
        ("Was kostet ein Fine-Tuning?", Entity(Kind.CALCULATOR, "cost")),
        ("Halluzinationen", Entity(Kind.TERM, "hallucination")),
        ("halluziniert", Entity(Kind.TERM, "hallucination")),
        ("quantisieren", Entity(Kind.TERM, "quantization")),
        ("finetuning", Entity(Kind.PAGE, "fine-tuning")),
        ("Sprachmodelle", Entity(Kind.TERM, "llm")),
        ("Trainingskosten", Entity(Kind.CALCULATOR, "labelling")),
        ("Karteikarten", Entity(Kind.PAGE, "quick-fire")),
        ("Grafikkarte", Entity(Kind.TERM, "gpu")),
    ],
)
def test_question_in_german_is_found_by_what_it_asks_for(query: str, first: Entity) -> None:
    found, *_ = Course(load_languages()["de"]).index.search(query)
    assert found.entity == first
