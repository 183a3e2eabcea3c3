"""A mock interview with its debrief as Markdown. Pure."""

import re

from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.interview.debrief import Debrief, debrief
from core.interview.mock import MockInterview, Turn
from core.interview.verdicts import Verdict

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_BOX = {Verdict.COVERED: "[x]", Verdict.NOT_SURE: "[?]", Verdict.MISSING: "[ ]"}


def interview_markdown(mock: MockInterview, content: Content) -> str:
    """The debrief first, then what to study, then each question with the answer as it was given."""
    found = debrief(mock, content)
    title = f"# Mock interview, {mock.started:%Y-%m-%d %H:%M}"
    parts = [title, f"Level: {mock.level.value}.", _judgements(found), _study(found)]
    parts += [_turn(number, turn, content) for number, turn in enumerate(mock.turns, 1)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _judgements(found: Debrief) -> str:
    rows = [f"| {one.dimension.value} | {one.band} | {_plain(one.evidence)} |" for one in found.judgements]
    return "\n".join(["| | | |", "| --- | --- | --- |", *rows])


def _study(found: Debrief) -> str:
    if not found.missed:
        return "## To study\n\nNo point was missed."
    lines = [f"- {_plain(one.text)} (`{one.item_id}`, claim `{one.claim}`)" for one in found.missed]
    return "\n".join(["## To study", "", *lines])


def _turn(number: int, turn: Turn, content: Content) -> str:
    item = content.item_by_id.get(turn.question)
    if not isinstance(item, FreeAnswer):
        return ""
    follow_up = next((one for one in item.follow_ups if one.id == turn.follow_up), None)
    points = follow_up.key_points if follow_up else item.key_points
    asked = follow_up.question if follow_up else item.question
    seconds = f"Thinking {turn.thinking_seconds:.0f} s, answering {turn.answering_seconds:.0f} s."
    boxes = [f"- {_BOX[turn.verdicts.get(point.id, Verdict.MISSING)]} {_plain(point.text)}" for point in points]
    quoted = "\n".join(f"> {_plain(line)}" for line in turn.answer.splitlines() or [""])
    return "\n\n".join([f"## {number}. {_plain(asked)}", quoted, seconds, "\n".join(boxes)])


def _plain(text: str) -> str:
    r"""Text that Markdown shows as it stands.

    >>> _plain("a *b* <c>") == r"a \*b\* \<c\>"
    True
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
