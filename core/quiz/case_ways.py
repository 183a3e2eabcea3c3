"""Checks a case's answers to the guide's questions against the guide itself. Pure."""

from collections.abc import Iterator

from core.content.choice_items import Case
from core.content.findings import Finding
from core.content.graphs import Guide
from core.content.models import Content
from core.content.problems import choice_hint
from core.decision import walk


def case_findings(content: Content) -> Iterator[Finding]:
    """One finding for each case whose answers do not lead through the guide from its first question to an outcome."""
    for item in content.items:
        if isinstance(item, Case) and item.guide:
            for message in (*_unknown(item, content.guide),) or _off_the_way(item, content):
                yield "items", item.id, "guide", message


def _unknown(case: Case, guide: Guide) -> Iterator[str]:
    for name, answer in case.guide.items():
        question = guide.question(name)
        if question is None:
            names = [one.id for one in guide.questions]
            yield f"{name!r} is not among the guide's questions{choice_hint(name, names)}"
        elif answer not in (names := [option.id for option in question.options]):
            yield f"{answer!r} is not among the answers to {name!r}{choice_hint(answer, names)}"


def _off_the_way(case: Case, content: Content) -> Iterator[str]:
    answers = {name: (answer,) for name, answer in case.guide.items()}
    found = walk(content.guide, content.guide_graph, answers)
    way = [one.question.id for one in found.answered]
    if found.asks:
        options = ", ".join(option.id for option in found.asks.options)
        yield f"leaves {found.asks.id!r} open; answer it with one of {options}, or leave guide out"
    elif way != list(case.guide):
        yield f"the guide asks {', '.join(way)} on this way; answer these, in this order"
