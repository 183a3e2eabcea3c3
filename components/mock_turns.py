"""Every answer of a mock interview with its seconds; its marks when it is opened."""

from functools import partial

import streamlit as st

from components import session
from components.drawer import drawer
from components.interview_verdicts import interview_verdicts
from components.label_text import label_text
from components.markup import el, show
from components.mock_place import rate_past
from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.interview.follow_ups import target_seconds
from core.interview.mock import MockInterview
from core.interview.time_taken import pace
from core.interview.turn import Turn
from core.interview.verdicts import Verdict
from core.language.text import t


def mock_turns(content: Content, mock: MockInterview) -> None:
    """Draws one row each, closed."""
    note = t("Only the answers open here are printed. “{save}” has them all.", save=t("Save as Markdown"))
    show(el("h2", t("Your answers"), class_="sub ll-part"), el("p", note, class_="ll-note"))
    number = 0
    for place, turn in enumerate(mock.turns):
        item = content.item_by_id.get(turn.question)
        if not isinstance(item, FreeAnswer) or turn.rubric_id not in session.rubrics():
            continue
        follow_up = item.follow_up(turn.follow_up)
        number += follow_up is None
        head = t("Follow-up") if follow_up else f"{number}."
        asked = follow_up.question if follow_up else item.question
        target = target_seconds(item, follow_up)
        key = f"mock.{mock.id}.{place}"
        facts = _facts(turn, target, _made(turn, key))
        label = f"**{head}** {label_text(asked)}\u00a0· {facts}"
        with st.container(key=f"mock-turn-{place}"), drawer(label, key) as is_open:
            if is_open:
                interview_verdicts(item, turn, key, partial(rate_past, mock, place))


def _made(turn: Turn, key: str) -> int:
    """The points made. While the row is open, as many as at its opening: with a new label Streamlit would close it."""
    made = sum(1 for verdict in turn.verdicts.values() if verdict is Verdict.COVERED)
    kept = session.kept(f"{key}.made") if session.widget_value(key) else None
    session.keep(f"{key}.made", made if kept is None else kept)
    return made if kept is None else int(kept)


def _facts(turn: Turn, target: float, made: int) -> str:
    points = t("{made} of {all} points", made=made, all=len(turn.findings))
    return f"{points}, {pace(turn, target, whole=made == len(turn.findings))}"
