"""Checks what the links of content carry: the calculator and its inputs, or the step of the pipeline. Pure."""

from collections.abc import Iterator

from core.calculator_page.opened import PAGE_NAMES, read_link
from core.calculators.registry import calculators
from core.content.agendas import ShowStep
from core.content.findings import Finding
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.content.problems import choice_hint, suggestion
from core.content.reference import Reference


def link_findings(content: Content, reference: Reference) -> Iterator[Finding]:
    """One finding for each name or value that the page of a link does not know, and would pass over."""
    for kind, entry_id, field, links in _links(content):
        for number, link in enumerate(links, 1):
            for what in _wrong(link, content, reference):
                yield kind, entry_id, f"{field}.{number}.params", what


def _links(content: Content) -> Iterator[tuple[str, str, str, tuple[Link, ...]]]:
    yield from (("stages", stage.id, "links", stage.links) for stage in content.stages)
    yield from (("lab", station.id, "links", station.links) for station in content.lab)
    for outcome in content.guide.outcomes:
        yield "guide", content.guide.id, f"outcomes.{outcome.id}.links", outcome.links
    for agenda in content.agendas:
        shown = (step for step in agenda.steps if isinstance(step, ShowStep))
        yield from (("agendas", agenda.id, f"steps.{step.id}.links", step.links) for step in shown)


def _wrong(link: Link, content: Content, reference: Reference) -> Iterator[str]:
    step, name = link.params.get("step"), link.params.get("calc")
    if link.page is Page.PIPELINE and step is not None and step not in content.stage_by_id:
        yield f"{step!r} is not among the stages{suggestion(step, content.stage_by_id) or '; name a stop'}"
    if link.page is Page.CALCULATORS and name is not None and name not in calculators():
        yield f"{name!r} is not among the calculators{choice_hint(name, calculators())}"
    elif link.page is Page.CALCULATORS and name is not None:
        own = {key: value for key, value in link.params.items() if key not in PAGE_NAMES}
        _, problems = read_link(calculators()[name], own, reference)
        yield from (f"its inputs are refused: {problem.sentence}" for problem in problems)
