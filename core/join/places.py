"""Every entity of the course with its name and its address. Pure."""

from collections.abc import Iterator

from core.calculators.registry import calculators
from core.content.choice_items import Case
from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.content.models import Content
from core.content.pages import Page
from core.decision import answer_params
from core.join.entity import Entity, Kind, Place
from core.join.guide_ways import answers_to
from core.language.text import t

PAGE_TITLES = {
    Page.START: "Start",
    Page.PIPELINE: "Training pipeline",
    Page.FINE_TUNING: "Fine-tuning",
    Page.ALIGNMENT: "Alignment",
    Page.PITFALLS: "Pitfalls",
    Page.LAB: "Lab",
    Page.TAKEAWAYS: "Takeaways and glossary",
    Page.DECIDE: "Decision guide",
    Page.COMPARE: "Compare approaches",
    Page.CALCULATORS: "Calculators",
    Page.QUICK_FIRE: "Quick-fire",
    Page.CASES: "Case drill",
    Page.INTERVIEW: "Interview",
    Page.PROGRESS: "Progress",
    Page.HOST: "Host",
    Page.JOIN: "Join",
    Page.REMOTE: "Remote",
}
"""What each page is called where it is linked to; `pages/navigation.py` calls it the same."""


PRACTISED_ON = {Kind.ITEM: Page.QUICK_FIRE, Kind.CASE: Page.CASES, Kind.INTERVIEW: Page.INTERVIEW}
"""The page that asks each kind of question."""


def places(content: Content) -> dict[Entity, Place]:
    """All entities by name, in the order in which they are listed."""
    found = (*_pages(), *_taught(content), *_decided(content), *_practised(content), *_led(content))
    return {place.entity: place for place in found}


def item_entity(item: AnyItem) -> Entity:
    """An item's name: cases and interview questions are kinds of their own."""
    kind = Kind.CASE if isinstance(item, Case) else Kind.INTERVIEW if isinstance(item, FreeAnswer) else Kind.ITEM
    return Entity(kind, item.id)


def node_entity(content: Content, node_id: str) -> Entity:
    """A node's name: a stop of the pipeline where there is one of that id, else a node of the flowchart."""
    return Entity(Kind.STAGE if node_id in content.stage_by_id else Kind.NODE, node_id)


def _pages() -> Iterator[Place]:
    for page, title in PAGE_TITLES.items():
        yield Place(Entity(Kind.PAGE, page.value), t(title), page)


def _taught(content: Content) -> Iterator[Place]:
    graph = content.graph_by_id["pipeline"]
    for stage in content.stages:
        yield _place(Kind.STAGE, stage.id, graph.node(stage.id).name, Page.PIPELINE, step=stage.id)
    for lesson in content.lessons:
        for block in lesson.blocks:
            yield _place(Kind.BLOCK, block.id, block.heading, Page(lesson.id), block=block.id)
    for pitfall in content.pitfalls:
        yield _place(Kind.PITFALL, pitfall.id, pitfall.title, Page.PITFALLS, pitfall=pitfall.id)
    for claim in content.claims:
        yield _place(Kind.CLAIM, claim.id, claim.text, Page.TAKEAWAYS, claim=claim.id)
    for term in content.terms:
        yield _place(Kind.TERM, term.id, term.term, Page.TAKEAWAYS, term=term.id)
    for station in content.lab:
        yield _place(Kind.STATION, station.id, station.title, Page.LAB, station=station.id)


def _decided(content: Content) -> Iterator[Place]:
    guide = content.guide
    for node in content.guide_graph.nodes:
        name = t("Flowchart: {name}", name=node.name)  # else an outcome is called nearly the same
        yield _place(Kind.NODE, node.id, name, Page.DECIDE, node=node.id)
    for question in guide.questions:
        yield _place(Kind.QUESTION, question.id, question.text, Page.DECIDE, **_way(content, question.id))
    for outcome in guide.outcomes:
        yield _place(Kind.OUTCOME, outcome.id, outcome.title, Page.DECIDE, **_way(content, outcome.id))
    for approach in content.approaches:
        yield _place(Kind.APPROACH, approach.id, approach.title, Page.COMPARE, approach=approach.id)
    for calculator in calculators().values():
        yield _place(Kind.CALCULATOR, calculator.id, t(calculator.title), Page.CALCULATORS, calc=calculator.id)


def _way(content: Content, end: str) -> dict[str, str]:
    return answer_params(content.guide, answers_to(content.guide, end) or {})


def _practised(content: Content) -> Iterator[Place]:
    for item in content.items:
        entity = item_entity(item)
        param = "question" if entity.kind is Kind.INTERVIEW else "item"
        yield Place(entity, item.stem, PRACTISED_ON[entity.kind], {param: item.id})


def _led(content: Content) -> Iterator[Place]:
    for agenda in content.agendas:
        for step in agenda.steps:
            params = {"agenda": agenda.id, "step": step.id}
            yield _place(Kind.STEP, f"{agenda.id}/{step.id}", step.title, Page.HOST, **params)


def _place(kind: Kind, name: str, title: str, page: Page, **params: str) -> Place:
    return Place(Entity(kind, name), title, page, params)
