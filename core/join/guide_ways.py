"""The shortest list of answers that leads the guide to an outcome, so that a link can open it there. Pure."""

from collections import deque

from core.content.graphs import Guide
from core.decision import Answers


def answers_to(guide: Guide, outcome_id: str) -> Answers | None:
    """The fewest answers that end at this outcome, one option each; None when none do.

    >>> from core.content.loader import load_content
    >>> answers_to(load_content().guide, "prompt-stuffing")
    {'problem': ('knowledge',), 'data-size': ('fits',)}
    """
    ways: deque[tuple[str, dict[str, tuple[str, ...]]]] = deque([(guide.first, {})])
    seen: set[str] = set()
    while ways:
        here, answers = ways.popleft()
        if here == outcome_id:
            return answers
        question = guide.question(here)
        if here in seen or question is None:
            continue
        seen.add(here)
        ways.extend((option.leads_to, {**answers, here: (option.id,)}) for option in question.options)
    return None
