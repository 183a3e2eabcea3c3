"""What the search indexes of each entity: its name, other names, and words that give no answer away. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.calculator_page.layout import ordered
from core.calculators.model import Calculator
from core.calculators.reading import extra_of
from core.calculators.registry import calculators
from core.content.agendas import ShowStep
from core.content.models import Content
from core.content.pages import Page
from core.content.reference import Reference
from core.join.entity import Entity, Kind, Place
from core.join.join import Join
from core.join.places import PAGE_TITLES
from core.language.text import marked, t

PARTS = {
    Page.START: (marked("Home page"), marked("Ladder"), marked("Learn"), marked("Tour")),
    Page.TAKEAWAYS: (
        *(marked("Glossary"), marked("Summary"), marked("Cheat sheet"), marked("Handout"), marked("Print")),
    ),
    Page.DECIDE: (
        *(marked("Decide"), marked("Decision tree"), marked("RAG vs fine-tuning"), marked("RAG or fine-tuning")),
        *(marked("Decision record"), marked("Print")),
    ),
    Page.COMPARE: (marked("Prompting vs RAG vs fine-tuning"),),
    Page.PITFALLS: (marked("When not to fine-tune"),),
    Page.QUICK_FIRE: (
        *(marked("Review"), marked("Drill"), marked("Exam"), marked("Quiz"), marked("Flashcards")),
        *(marked("Spaced repetition"), marked("Review settings"), marked("Practise")),
    ),
    Page.INTERVIEW: (
        *(marked("Mock interview"), marked("Interview questions"), marked("Debrief"), marked("Past interviews")),
        *(marked("Job interview"), marked("Practise")),
    ),
    Page.CASES: (marked("Cases"), marked("Case studies"), marked("Practise")),
    Page.HOST: (
        *(marked("Workshop"), marked("Agenda"), marked("Poll"), marked("Vote"), marked("Presenter view")),
        *(marked("Facilitator"), marked("Workshop report"), marked("Print")),
    ),
    Page.JOIN: (marked("Room code"), marked("QR code")),
    Page.PROGRESS: (
        *(marked("Interview date"), marked("Weak spots"), marked("Export everything"), marked("Import")),
        *(marked("To another device"), marked("Delete my data"), marked("Anki deck"), marked("Privacy")),
        *(marked("Forecast"), marked("Calibration"), marked("Backup"), marked("Statistics")),
    ),
}
"""What a page is also looked for by: the names of what it holds, and that of its section in the menu.

A language may have several words for one of them: its catalogue then lists them, with a comma between.
"""

_NAMES: Mapping[str, Callable[[Reference], Iterable[str]]] = {
    "models": lambda tables: (name for one in tables.models for name in (one.name, *one.aliases)),
    "gpus": lambda tables: (name for one in tables.gpus for name in (one.name, *one.aliases)),
    "api_models": lambda tables: (one.model for one in tables.api_models),
    "training_prices": lambda tables: (one.model for one in tables.training_prices),
}
"""What a calculator's field lets one choose from, by the name that the field has for it."""


@dataclass(frozen=True)
class Document:
    """An entity as the search knows it; `also` holds names that count as much as its title."""

    place: Place
    also: tuple[str, ...] = ()
    body: str = ""


def documents(content: Content, join: Join, tables: Reference) -> Iterator[Document]:
    """A document for each entity. Of questions it holds what is asked, never options, answers or reasons.

    A calculator is also found by the models, GPUs and prices of `tables` that one chooses from there.
    """
    told = dict(_told(content, tables))
    names = {Entity(Kind.TERM, term.id): term.also for term in content.terms}
    names |= {Entity(Kind.STAGE, stage.id): (stage.title,) for stage in content.stages}
    names |= {
        Entity(Kind.CALCULATOR, one.id): (t(one.question), *one.found_by, *_said(one.found_by))
        for one in calculators().values()
    }
    names |= {
        Entity(Kind.PAGE, page.value): (title, *_said(PARTS.get(page, ()))) for page, title in PAGE_TITLES.items()
    }
    order = {Entity(Kind.CALCULATOR, one.id): place for place, one in enumerate(ordered(calculators()))}
    for entity in sorted(join.places, key=lambda one: order.get(one, -1)):  # equal ones come as on the page
        place = join.places[entity]
        yield Document(place, names.get(entity, ()), told.get(entity, ""))


def _said(names: Iterable[str]) -> Iterator[str]:
    """Names in the language in force, which may have several words for one."""
    for name in names:
        yield from t(name).split(", ")


def _told(content: Content, tables: Reference) -> Iterator[tuple[Entity, str]]:
    for stage in content.stages:
        yield Entity(Kind.STAGE, stage.id), " ".join((stage.text, stage.data, stage.cost, stage.who, stage.chef))
    for lesson in content.lessons:
        yield Entity(Kind.PAGE, lesson.id), lesson.lede
        yield from ((Entity(Kind.BLOCK, block.id), block.text) for block in lesson.blocks)
    for pitfall in content.pitfalls:
        yield Entity(Kind.PITFALL, pitfall.id), f"{pitfall.text} {pitfall.instead}"
    for claim in content.claims:
        labels = " ".join(figure.label for figure in claim.figures)
        yield Entity(Kind.CLAIM, claim.id), f"{content.section_by_id[claim.source].title} {labels}"
    for term in content.terms:
        yield Entity(Kind.TERM, term.id), term.definition
    for question in content.guide.questions:
        yield Entity(Kind.QUESTION, question.id), " ".join(option.label for option in question.options)
    for outcome in content.guide.outcomes:
        yield Entity(Kind.OUTCOME, outcome.id), outcome.because
    for approach in content.approaches:
        yield Entity(Kind.APPROACH, approach.id), f"{approach.best_for} {approach.avoid_when}"
    for one in calculators().values():
        yield Entity(Kind.CALCULATOR, one.id), " ".join(_set_in(one, tables))
    for station in content.lab:
        yield Entity(Kind.STATION, station.id), f"{station.chef} {station.text}"
    for agenda in content.agendas:
        for step in agenda.steps:
            lines = " ".join(step.lines) if isinstance(step, ShowStep) else ""
            yield Entity(Kind.STEP, f"{agenda.id}/{step.id}"), f"{agenda.title} {lines}"


def _set_in(calculator: Calculator[Any], tables: Reference) -> Iterator[str]:
    """Words for what can be set in a calculator: its inputs, their choices, and the texts of its examples."""
    fields = calculator.inputs.model_fields.values()
    yield from (t(each.title) for each in fields if each.title)
    chosen_from = {extra_of(each).get("choices") for each in fields}
    yield from (name for table in _NAMES if table in chosen_from for name in _NAMES[table](tables))
    for example in calculator.examples:
        yield from (value for value in example.inputs.values() if isinstance(value, str))
