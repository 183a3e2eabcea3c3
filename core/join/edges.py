"""The links between entities that the content itself states, each once. Pure."""

import re
from collections.abc import Iterable, Iterator

from core.calculators.registry import calculators
from core.content.agendas import GuideStep, LabStep, ShowStep, VoteStep
from core.content.choice_items import Case
from core.content.interview_items import FreeAnswer
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.decision import walk
from core.join.entity import Entity, Kind
from core.join.places import item_entity, node_entity

Tie = tuple[Entity, Entity]


def ties(content: Content) -> Iterator[Tie]:
    """Every pair of entities of which one names the other."""
    yield from _of_the_chapter(content)
    yield from _of_the_guide(content)
    yield from _of_items(content)
    yield from _of_calculators(content)
    yield from _of_the_lab(content)
    yield from _of_agendas(content)
    yield from _of_terms(content)


def _to(start: Entity, kind: Kind, names: Iterable[str]) -> Iterator[Tie]:
    for name in names:
        yield start, Entity(kind, name)


def _opened(start: Entity, links: Iterable[Link]) -> Iterator[Tie]:
    opened = [link.params["calc"] for link in links if link.page is Page.CALCULATORS and "calc" in link.params]
    yield from _to(start, Kind.CALCULATOR, dict.fromkeys(opened))


def _of_the_chapter(content: Content) -> Iterator[Tie]:
    for stage in content.stages:
        here = Entity(Kind.STAGE, stage.id)
        guessed = stage.guess.claims if stage.guess else ()
        yield from _to(here, Kind.CLAIM, (*stage.claims, *stage.scale, *guessed))
        yield from ((here, item_entity(content.item_by_id[name])) for name in stage.items)
        yield from _opened(here, stage.links)
    for lesson in content.lessons:
        for block in lesson.blocks:
            here = Entity(Kind.BLOCK, block.id)
            yield here, Entity(Kind.PAGE, lesson.id)
            yield from _to(here, Kind.CLAIM, (*block.claims, *block.figures))
    for pitfall in content.pitfalls:
        here = Entity(Kind.PITFALL, pitfall.id)
        yield from _to(here, Kind.CLAIM, pitfall.claims)
        if pitfall.node:
            yield here, node_entity(content, pitfall.node)


def _of_the_guide(content: Content) -> Iterator[Tie]:
    guide = content.guide
    nodes = {node.id for node in content.guide_graph.nodes}
    for question in guide.questions:
        here = Entity(Kind.QUESTION, question.id)
        yield here, Entity(Kind.NODE, question.node)
        for option in question.options:
            kind = Kind.QUESTION if guide.question(option.leads_to) else Kind.OUTCOME
            yield here, Entity(kind, option.leads_to)
            yield from _to(here, Kind.NODE, option.path)
        before = (edge.start for edge in content.guide_graph.edges if edge.end == question.node)
        yield from _to(here, Kind.NODE, before)
    for outcome in guide.outcomes:
        here = Entity(Kind.OUTCOME, outcome.id)
        yield here, Entity(Kind.NODE, outcome.node)
        yield here, Entity(Kind.APPROACH, outcome.approach)
        yield from _to(here, Kind.CLAIM, outcome.claims)
        yield from _to(here, Kind.PITFALL, outcome.pitfalls)
        yield from _opened(here, outcome.links)
    for approach in content.approaches:
        here = Entity(Kind.APPROACH, approach.id)
        yield from _to(here, Kind.CLAIM, approach.claims)
        yield from _to(here, Kind.PITFALL, approach.pitfalls)
        for kind, known in ((Kind.STAGE, content.stage_by_id), (Kind.NODE, nodes)):
            yield from _to(here, kind, {approach.id} & set(known))
    for name in content.stage_by_id.keys() & nodes:
        yield Entity(Kind.STAGE, name), Entity(Kind.NODE, name)


def _of_items(content: Content) -> Iterator[Tie]:
    for item in content.items:
        here = item_entity(item)
        if isinstance(item, Case):
            yield from _of_a_case(content, item)
            continue
        yield here, node_entity(content, item.node)
        follow_ups = item.follow_ups if isinstance(item, FreeAnswer) else ()
        yield from _to(here, Kind.CLAIM, (*item.claims, *(name for one in follow_ups for name in one.claims)))


def _of_a_case(content: Content, case: Case) -> Iterator[Tie]:
    """A case's ties are its twin's too: a list that has both does not say which of them it is about."""
    here = item_entity(case)
    for one in (case, content.item_by_id.get(case.twin)):
        if not isinstance(one, Case):
            continue
        if one is not case:
            yield here, item_entity(one)
        yield here, node_entity(content, one.node)
        yield from _to(here, Kind.CLAIM, one.claims)
        yield from _to(here, Kind.QUESTION, one.guide)
        answers = {name: (option,) for name, option in one.guide.items()}
        way = walk(content.guide, content.guide_graph, answers)
        yield from _to(here, Kind.OUTCOME, (step.outcome.id for step in way.steps))


def _of_calculators(content: Content) -> Iterator[Tie]:
    for calculator in calculators().values():
        yield from _to(Entity(Kind.CALCULATOR, calculator.id), Kind.CLAIM, calculator.claims)
    for row in content.costs:
        yield Entity(Kind.CALCULATOR, "cost"), Entity(Kind.CLAIM, row.claim)


def _of_the_lab(content: Content) -> Iterator[Tie]:
    for station in content.lab:
        here = Entity(Kind.STATION, station.id)
        yield here, node_entity(content, station.node)
        yield from _to(here, Kind.CLAIM, (verdict.claim for verdict in station.verdicts))
        yield from ((here, item_entity(content.item_by_id[name])) for name in station.items)
        yield from _opened(here, station.links)


def _of_agendas(content: Content) -> Iterator[Tie]:
    for agenda in content.agendas:
        for step in agenda.steps:
            here = Entity(Kind.STEP, f"{agenda.id}/{step.id}")
            match step:
                case ShowStep():
                    yield from _to(here, Kind.STAGE, [step.stage] if step.stage else [])
                    yield from _opened(here, step.links)
                case VoteStep():
                    yield here, item_entity(content.item_by_id[step.item])
                case GuideStep():
                    yield here, Entity(Kind.QUESTION, content.guide.first)
                case LabStep():
                    yield here, Entity(Kind.STATION, step.station)
            yield here, Entity(Kind.PAGE, Page.HOST.value)


def _of_terms(content: Content) -> Iterator[Tie]:
    texts = {claim.id: claim.text.casefold() for claim in content.claims}
    for term in content.terms:
        here = Entity(Kind.TERM, term.id)
        yield from _to(here, Kind.TERM, term.see)
        if term.page:
            yield here, Entity(Kind.PAGE, term.page.value)
        yield from _to(here, Kind.CLAIM, (name for name, text in texts.items() if _says(text, (term.term, *term.also))))


def _says(text: str, names: Iterable[str]) -> bool:
    """Whether a text in lower case has one of the names as words of its own."""
    there = (re.escape(name) for name in (given.casefold() for given in names) if name in text)
    return any(re.search(rf"(?<!\w){name}s?(?!\w)", text) for name in there)
