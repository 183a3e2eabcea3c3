"""A course speaks the language of its content, whoever asks for it first."""

import pytest

from core.content.loader import reference_directory
from core.content.reference_loader import load_references
from core.join.entity import Entity, Kind
from core.language.in_force import speaking
from core.search.course import Course, found_in
from tests.read_once import load_languages

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
    ("en", "case studies"),
    ("en", "room code"),
    ("en", "privacy"),
    ("en", "job interview"),
    ("en", "home"),
    ("de", "Fälle"),
    ("de", "Raumcode"),
    ("de", "Datenschutz"),
    ("de", "Vorstellungsgespräch"),
    ("en", "practise"),
    ("en", "practice"),
    ("de", "Üben"),
    ("de", "ueben"),
    ("en", "decide"),
    ("de", "entscheiden"),
    ("en", "learn"),
    ("de", "lernen"),
    ("en", "print"),
    ("de", "drucken"),
    ("de", "ausdrucken"),
    ("en", "handout"),
    ("de", "Handzettel"),
    ("en", "tour"),
    ("de", "Rundgang"),
    ("en", "decision record"),
    ("de", "Entscheidungsprotokoll"),
    ("en", "poll"),
    ("de", "Umfrage"),
    ("en", "agenda"),
    ("de", "Agenda"),
    ("en", "facilitator"),
    ("de", "Moderation"),
    ("de", "Präsentation"),
    ("de", "Bericht"),
    ("en", "forecast"),
    ("de", "Vorschau"),
    ("de", "Kalibrierung"),
    ("de", "Datensicherung"),
    ("de", "Statistik"),
    ("de", "Bewerbungsgespräch"),
    ("de", "Bewerbung"),
    ("de", "Lernkarten"),
    ("de", "Fallbeispiele"),
]
TITLES = {"en": "Serving memory", "de": "Speicher im Betrieb"}


@pytest.fixture(scope="module")
def courses() -> dict[str, Course]:
    contents = load_languages()
    tables = load_references(reference_directory(), {code: content.costs for code, content in contents.items()})
    return {code: Course(content, tables[code]) for code, content in contents.items()}


@pytest.mark.parametrize("asks", ["en", "de"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_calculators_are_named_and_found_in_the_language_of_the_course(
    courses: dict[str, Course], language: str, asks: str
) -> None:
    course = courses[language]
    with speaking(asks):
        serving = course.join.places[Entity(Kind.CALCULATOR, "serving")]
        assert serving.title == TITLES[language]
        found = course.index.search(TITLES[language])
    assert Entity(Kind.CALCULATOR, "serving") in [one.entity for one in found]


@pytest.mark.parametrize(("language", "words"), PAGES)
def test_a_page_is_the_first_thing_found_by_its_name_and_its_parts_in_either_language(
    courses: dict[str, Course], language: str, words: str
) -> None:
    first, *_ = courses[language].index.search(words)
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
        ("Pruefung", Entity(Kind.PAGE, "quick-fire")),
        ("Datenqualitaet", Entity(Kind.BLOCK, "good-beats-many")),
        ("Vorstellungsgespraech", Entity(Kind.PAGE, "interview")),
        ("Gewinnschwelle", Entity(Kind.CALCULATOR, "break-even")),
        ("Durchsatz", Entity(Kind.CALCULATOR, "throughput")),
        ("Tokenpreis", Entity(Kind.CALCULATOR, "break-even")),
        ("Feintuning", Entity(Kind.TERM, "fine-tuning")),
        ("Geschwindigkeit", Entity(Kind.CALCULATOR, "throughput")),
        ("Sicherung", Entity(Kind.PAGE, "progress")),
    ],
)
def test_question_in_german_is_found_by_what_it_asks_for(courses: dict[str, Course], query: str, first: Entity) -> None:
    found, *_ = courses["de"].index.search(query)
    assert found.entity == first


@pytest.mark.parametrize(
    ("query", "calculators"),
    [
        ("4090", {"memory", "cost", "serving", "throughput", "pretraining", "break-even"}),
        ("RTX 4090", {"memory", "serving"}),
        ("H100", {"memory", "cost"}),
        ("L40S", {"memory", "serving"}),
        ("Qwen2.5-14B", {"memory", "lora-params"}),
        ("claude sonnet", {"break-even"}),
        ("gemini 2.5 flash", {"break-even"}),
        ("gpt-4.1-nano", {"break-even", "cost"}),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_calculator_is_found_by_what_one_chooses_in_it(
    courses: dict[str, Course], language: str, query: str, calculators: set[str]
) -> None:
    found, unknown = found_in(courses[language], courses.values(), query)
    assert unknown == ()
    assert {place.entity.id for place in found[:10] if place.entity.kind is Kind.CALCULATOR} >= calculators


@pytest.mark.parametrize(
    ("query", "calculator", "chosen"),
    [
        ("4090", "memory", {"gpu": "RTX 4090 (fp32 accumulate)"}),
        ("4090", "cost", {}),
        ("Llama 3.1 70B H100", "serving", {"gpu": "H100 SXM", "model": "Llama-3.1-70B"}),
        ("gemini 2.5 flash", "break-even", {"api_model": "gemini-2-5-flash"}),
        ("claude", "break-even", {}),
        ("memory", "memory", {}),
    ],
)
def test_calculator_opens_with_what_the_query_names_in_it(
    courses: dict[str, Course], query: str, calculator: str, chosen: dict[str, str]
) -> None:
    found, _ = found_in(courses["en"], courses.values(), query)
    place = next(one for one in found if one.entity == Entity(Kind.CALCULATOR, calculator))
    assert place.params == {"calc": calculator, **chosen}


def test_calculators_that_fit_equally_come_in_the_order_of_their_page(courses: dict[str, Course]) -> None:
    found = courses["en"].index.search("4090")
    assert [place.entity.id for place in found[:4]] == ["memory", "cost", "break-even", "serving"]


@pytest.mark.parametrize(
    ("here", "query", "first"),
    [
        ("en", "Entscheidungshilfe", Entity(Kind.PAGE, "decide")),
        ("en", "Rechner", Entity(Kind.PAGE, "calculators")),
        ("en", "Überanpassung", Entity(Kind.TERM, "overfitting")),
        ("en", "speicherbedarf", Entity(Kind.CALCULATOR, "memory")),
        ("de", "pitfalls", Entity(Kind.PAGE, "pitfalls")),
        ("de", "price of labels", Entity(Kind.CALCULATOR, "labelling")),
    ],
)
def test_words_of_another_language_find_the_places_of_this_one(
    courses: dict[str, Course], here: str, query: str, first: Entity
) -> None:
    places, unknown = found_in(courses[here], courses.values(), query)
    assert places[0] == courses[here].join.places[first]
    assert unknown == ()


@pytest.mark.parametrize(
    ("query", "unknown"), [("prompt Injection", ("Injection",)), ("zzzz Größenwahn", ("zzzz", "Größenwahn")), ("x", ())]
)
def test_a_word_that_no_language_has_is_named_as_it_was_typed(
    courses: dict[str, Course], query: str, unknown: tuple[str, ...]
) -> None:
    assert found_in(courses["en"], courses.values(), query)[1] == unknown


@pytest.mark.parametrize("query", ["lora rank", "throughput", "Was ist LoRA?"])
def test_what_the_course_knows_is_not_looked_for_elsewhere(courses: dict[str, Course], query: str) -> None:
    here = courses["de"]
    assert found_in(here, courses.values(), query)[0] == here.index.search(query, most=len(here.index.documents))


def test_word_is_not_found_wherever_its_stem_is_a_word_of_every_sentence(courses: dict[str, Course]) -> None:
    """“Sicherheit” is cut to “sich”."""
    assert len(courses["de"].index.search("Sicherheit", most=200)) < 20
