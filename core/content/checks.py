"""Rules across files: what refers to what, what can be reached, what is taught. Pure.

Each rule yields `(kind, id, field, message)`; the loader adds the file.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from core.content.agenda_checks import agendas_hold_together
from core.content.facts import Claim, Range, Unit
from core.content.findings import Finding, dangling
from core.content.graph_checks import GRAPH_RULES
from core.content.graphs import Graph, Guide, NodeKind, Option, Question
from core.content.id_checks import ID_RULES
from core.content.item_checks import ITEM_RULES
from core.content.lab_checks import LAB_RULES
from core.content.lesson_checks import LESSON_RULES
from core.content.models import Content
from core.content.problems import suggestion

Rule = Callable[[Content], Iterator[Finding]]


def check_content(content: Content) -> tuple[Finding, ...]:
    """Everything that is wrong with content whose entries are each well formed."""
    return tuple(finding for rule in RULES for finding in rule(content))


def claims_exist(content: Content) -> Iterator[Finding]:
    """Every claim that is named exists."""
    for kind, entry_id, field, names in _claim_references(content):
        yield from dangling(kind, entry_id, field, names, content.claim_by_id)


def _claim_references(content: Content) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    yield "chapter", content.chapter.id, "claims", content.chapter.claims
    yield "chapter", content.chapter.id, "quotation.claims", content.chapter.quotation.claims
    for takeaway in content.chapter.takeaways:
        yield "chapter", content.chapter.id, f"takeaways.{takeaway.id}.claims", takeaway.claims
    for stage in content.stages:
        yield "stages", stage.id, "claims", stage.claims
        yield "stages", stage.id, "scale", stage.scale
        yield "stages", stage.id, "guess.claims", stage.guess.claims if stage.guess else ()
    for lesson in content.lessons:
        for block in lesson.blocks:
            yield "lessons", lesson.id, f"blocks.{block.id}.claims", block.claims
            yield "lessons", lesson.id, f"blocks.{block.id}.figures", block.figures
    for approach in content.approaches:
        yield "approaches", approach.id, "claims", approach.claims
    for cost in content.costs:
        yield "costs", cost.id, "claim", (cost.claim,)
    for pitfall in content.pitfalls:
        yield "pitfalls", pitfall.id, "claims", pitfall.claims
    for outcome in content.guide.outcomes:
        yield "guide", content.guide.id, f"outcomes.{outcome.id}.claims", outcome.claims
    for item in content.items:
        yield "items", item.id, "claims", item.claims
        for follow_up in getattr(item, "follow_ups", ()):
            yield "items", item.id, f"follow_ups.{follow_up.id}.claims", follow_up.claims


def claims_are_taught(content: Content) -> Iterator[Finding]:
    """Every claim is taught by a stop, a lesson, a table, a pitfall, an outcome or the summary; items only test."""
    taught = {name for kind, _, _, names in _claim_references(content) if kind != "items" for name in names}
    for claim in content.claims:
        if claim.id not in taught:
            yield "claims", claim.id, "id", "is taught nowhere; name it in the claims of a stop or of a lesson's block"


def shown_figures_exist(content: Content) -> Iterator[Finding]:
    """A claim that is to be shown big has figures."""
    for stage in content.stages:
        yield from _figureless("stages", stage.id, "scale", stage.scale, content.claim_by_id)
        for name in stage.guess.claims if stage.guess else ():
            claim = content.claim_by_id.get(name)
            if claim and not any(figure.unit is Unit.USD for figure in claim.figures):
                yield "stages", stage.id, "guess.claims", f"{name!r} has no figure in usd; name a claim that has one"
    for lesson in content.lessons:
        for block in lesson.blocks:
            field = f"blocks.{block.id}.figures"
            yield from _figureless("lessons", lesson.id, field, block.figures, content.claim_by_id)


def _figureless(
    kind: str, entry_id: str, field: str, names: tuple[str, ...], claims: dict[str, Claim]
) -> Iterator[Finding]:
    for name in names:
        if name in claims and not claims[name].figures:
            yield kind, entry_id, field, f"{name!r} has no figures to show; name a claim that has some"


def references_exist(content: Content) -> Iterator[Finding]:
    """Every section, pitfall, term, item, node and approach that is named exists."""
    sections = {section.id for section in content.chapter.sections}
    for kind in ("claims", "stages", "approaches", "costs", "pitfalls", "lessons", "items", "lab"):
        for entry in getattr(content, kind):
            if entry.source not in sections:
                hint = suggestion(entry.source, sections) or "; add the section to chapter.yaml"
                yield kind, entry.id, "source", f"{entry.source!r} is not a section of the chapter{hint}"
    for approach in content.approaches:
        yield from dangling("approaches", approach.id, "pitfalls", approach.pitfalls, content.pitfall_by_id)
    for stage in content.stages:
        yield from dangling("stages", stage.id, "items", stage.items, content.item_by_id)
    terms = {term.id for term in content.terms}
    for term in content.terms:
        yield from dangling("terms", term.id, "see", term.see, terms)
        named = [part for part in term.source.split("; ") if " " not in part]  # a work that is cited has words
        yield from dangling("terms", term.id, "source", named, sections)
    nodes = {node.id for graph in content.graphs for node in graph.nodes}
    for item in content.items:
        yield from dangling("items", item.id, "node", [item.node], nodes)
    for pitfall in content.pitfalls:
        yield from dangling("pitfalls", pitfall.id, "node", [pitfall.node] if pitfall.node else [], nodes)


def cost_rows_agree_with_claims(content: Content) -> Iterator[Finding]:
    """What a row of the cost table says is a figure of the claim that it names."""
    for row in content.costs:
        claim = content.claim_by_id.get(row.claim)
        for field, stated in (("cost", row.cost), ("time", row.time)):
            if claim and stated and _ends(stated) not in [_ends(figure) for figure in claim.figures]:
                there = ", ".join(_ends(figure) for figure in claim.figures) or "none"
                what = f"{_ends(stated)} is not among the figures of its claim {claim.id!r} ({there})"
                yield "costs", row.id, field, f"{what}; write the same in both"


def _ends(found: Range) -> str:
    return f"{found.low:g}{'' if found.high is None else f'–{found.high:g}'} {found.unit.value}"


def guide_leads_somewhere(content: Content) -> Iterator[Finding]:
    """Each option leads to a question or an outcome along edges of the graph, and every outcome can be reached."""
    guide = content.guide
    graph = content.graph_by_id.get(guide.graph)
    if graph is None:
        yield "guide", guide.id, "graph", f"{guide.graph!r} is not among the graphs; name one that exists"
        return
    if guide.question(guide.first) is None:
        yield "guide", guide.id, "first", f"{guide.first!r} is not among the questions; name the first question"
    for question in guide.questions:
        for option in question.options:
            yield from _option_findings(guide, graph, question, option)
        if question.unsure and question.unsure.assume not in {option.id for option in question.options}:
            where = f"questions.{question.id}.unsure.assume"
            yield "guide", guide.id, where, f"{question.unsure.assume!r} is not among the options; name one of them"
    yield from _dead_ends(guide, graph)
    for outcome in guide.outcomes:
        where = f"outcomes.{outcome.id}"
        yield from dangling("guide", guide.id, f"{where}.approach", [outcome.approach], content.approach_by_id)
        yield from dangling("guide", guide.id, f"{where}.pitfalls", outcome.pitfalls, content.pitfall_by_id)


def _option_findings(guide: Guide, graph: Graph, question: Question, option: Option) -> Iterator[Finding]:
    where = f"questions.{question.id}.{option.id}"
    target = guide.question(option.leads_to) or guide.outcome(option.leads_to)
    if target is None:
        known = [q.id for q in guide.questions] + [o.id for o in guide.outcomes]
        hint = suggestion(option.leads_to, known) or "; write that question or outcome"
        yield "guide", guide.id, f"{where}.leads_to", f"{option.leads_to!r} is neither a question nor an outcome{hint}"
        return
    edges = {(edge.start, edge.end) for edge in graph.edges}
    way = (question.node, *option.path, target.node)
    for start, end in pairwise(way):
        if (start, end) not in edges:
            yield "guide", guide.id, f"{where}.path", f"the graph has no edge {start} → {end}; correct the path"


def _dead_ends(guide: Guide, graph: Graph) -> Iterator[Finding]:
    reached, open_ids = set(), [guide.first]
    while open_ids:
        here = open_ids.pop()
        if here in reached:
            continue
        reached.add(here)
        question = guide.question(here)
        open_ids.extend(option.leads_to for option in (question.options if question else ()))
    for name in (*(q.id for q in guide.questions), *(o.id for o in guide.outcomes)):
        if name not in reached:
            yield "guide", guide.id, name, "cannot be reached; let an option lead to it, or remove it"
    asked = {question.node for question in guide.questions}
    for node in graph.nodes:
        if node.kind is NodeKind.DECISION and node.id not in asked:
            yield "guide", guide.id, "questions", f"the graph asks at {node.id!r} and the guide does not; add it"
    taken = {(q.node, option.path[0] if option.path else _node_at(guide, option)) for q, option in _answers(guide)}
    for edge in graph.edges:
        if edge.start in asked and (edge.start, edge.end) not in taken:
            what = f"no option takes the edge {edge.start} → {edge.end} of the graph; add one, or remove the edge"
            yield "guide", guide.id, "questions", what


def _answers(guide: Guide) -> Iterator[tuple[Question, Option]]:
    return ((question, option) for question in guide.questions for option in question.options)


def _node_at(guide: Guide, option: Option) -> str | None:
    target = guide.question(option.leads_to) or guide.outcome(option.leads_to)
    return target.node if target else None


RULES: tuple[Rule, ...] = (
    claims_exist,
    claims_are_taught,
    shown_figures_exist,
    references_exist,
    cost_rows_agree_with_claims,
    *GRAPH_RULES,
    guide_leads_somewhere,
    agendas_hold_together,
    *LESSON_RULES,
    *ID_RULES,
    *ITEM_RULES,
    *LAB_RULES,
)
