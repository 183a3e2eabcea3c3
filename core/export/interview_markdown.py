"""A mock interview with its debrief as Markdown. Pure."""

import itertools

from core.content.interview_items import LEVEL_LABELS, FreeAnswer, KeyPoint
from core.content.models import Content
from core.interview.debrief import Debrief, debrief
from core.interview.follow_ups import target_seconds
from core.interview.mock import MockInterview
from core.interview.study_list import by_question
from core.interview.time_taken import pace
from core.interview.turn import Turn, is_whole, points_of
from core.interview.verdicts import Verdict
from core.language.text import marked, t
from core.numbers.number_format import clock
from core.text.markdown_text import literal

_BOX = {Verdict.COVERED: "[x]", Verdict.NOT_SURE: "[?]", Verdict.MISSING: "[ ]"}
_OWN = {Verdict.COVERED: marked("said it"), Verdict.NOT_SURE: marked("partly"), Verdict.MISSING: marked("no")}
_LEGEND = marked("Points: [x] made, [?] partly or not sure, [ ] missing. Where you and the marks differ, yours counts.")
_MARKED = {
    Verdict.COVERED: marked("covered"),
    Verdict.NOT_SURE: marked("not sure"),
    Verdict.MISSING: marked("missing"),
}


def interview_markdown(mock: MockInterview, content: Content) -> str:
    """The debrief first, then what to study, then each question with the answer as it was given."""
    found = debrief(mock, content)
    title = f"# {t('Mock interview')}, {mock.started:%Y-%m-%d %H:%M}"
    level = t("Level: {level}.", level=t(LEVEL_LABELS[mock.level]))
    topics = t("Topics: {topics}.", topics=mock.topic_words) if mock.topic_words else ""
    parts = [title, f"{level} {topics}".rstrip(), _judgements(found), _study(found), t(_LEGEND)]
    questions = itertools.count(1)
    for turn in mock.turns:
        head = f"{t('Follow-up')}: " if turn.follow_up else f"{next(questions)}. "
        parts.append(_turn(head, turn, content))
    return "\n\n".join(part for part in parts if part) + "\n"


def _judgements(found: Debrief) -> str:
    rows = [f"| {t(one.dimension.value)} | {t(one.band)} | {_plain(one.evidence)} |" for one in found.judgements]
    return "\n".join(["| | | |", "| --- | --- | --- |", *rows])


def _study(found: Debrief) -> str:
    heading = f"## {t('To study')}"
    if not found.missed:
        return f"{heading}\n\n{t('No point was missed.')}"
    claim = t("claim")
    parts = [heading]
    for asked, points in by_question(found.missed).items():
        lines = [f"- {_plain(one.text)} (`{one.item_id}`, {claim} `{one.claim}`)" for one in points]
        parts += [_plain(asked), "\n".join(lines)]
    return "\n\n".join(parts)


def _turn(head: str, turn: Turn, content: Content) -> str:
    item = content.item_by_id.get(turn.question)
    if not isinstance(item, FreeAnswer):
        return ""
    follow_up = item.follow_up(turn.follow_up)
    asked = follow_up.question if follow_up else item.question
    taken = pace(turn, target_seconds(item, follow_up), whole=is_whole(turn, item))
    seconds = t("Thinking: {thought}. Answer: {taken}.", thought=clock(turn.thinking_seconds), taken=taken)
    quoted = "\n".join(f"> {_plain(line)}" for line in turn.answer.splitlines()) or f"*{t('No answer given')}*"
    points = "\n".join(_point(point, turn) for point in points_of(turn, item))
    return "\n\n".join([f"## {head}{_plain(asked)}", quoted, seconds, points, *_beliefs(turn, content)])


def _point(point: KeyPoint, turn: Turn) -> str:
    own = turn.own.get(point.id)
    found = next((one.verdict for one in turn.findings if one.point == point.id), Verdict.MISSING)
    both = ""
    if own is not None and own is not found:
        both = f" ({t('you: {own}; marked: {found}', own=t(_OWN[own]), found=t(_MARKED[found]))})"
    return f"- {_BOX[turn.verdicts.get(point.id, Verdict.MISSING)]} {_plain(point.text)}{both}"


def _beliefs(turn: Turn, content: Content) -> list[str]:
    named = [content.misconception_by_id[name] for name in turn.misconceptions if name in content.misconception_by_id]
    return [f"{t('Did you mean “{name}”?', name=_plain(one.name))} {_plain(one.correction)}" for one in named]


def _plain(text: str) -> str:
    """One line of text that Markdown shows as it stands."""
    return literal(" ".join(text.split()))
