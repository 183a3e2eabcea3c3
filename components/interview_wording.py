"""The learner's wording of a point that marking did not find, ready to be pasted into the question."""

from itertools import chain

import streamlit as st

from components import session
from components.markup import el, show
from core.interview.suggestion import suggest_wording
from core.interview.turn import Turn
from core.interview.verdicts import AnswerMark, PointMark, Verdict
from core.interview.windows import Span, sentences_of
from core.language.text import t


def interview_wording(turn: Turn, mark: AnswerMark, key: str) -> None:
    """Draws the wordings, closed; nothing when the learner has overruled no mark to “said it”."""
    overruled = [one for one in mark.points if _is_overruled(turn, one)]
    if not overruled:
        return
    with st.expander(t("Suggest my wording"), icon=":material/add_comment:", key=f"{key}.wording"):
        show(
            el("p", t("You said these points in words that marking does not know yet.")),
            el(
                "p",
                t("Paste a line under the point in the question's file, or send it to whoever runs this course."),
            ),
        )
        for one in overruled:
            _wording(turn, one, f"{key}.wording.{one.id}")


def _is_overruled(turn: Turn, one: PointMark) -> bool:
    return turn.own.get(one.id) is Verdict.COVERED and one.verdict is not Verdict.COVERED


def _wording(turn: Turn, one: PointMark, key: str) -> None:
    rubric = session.rubrics()[turn.rubric_id]
    points = {point.id: point.text for point in rubric.key_points}
    spans = list(dict.fromkeys(span for span in (one.evidence, *_sentences(turn.answer)) if span))
    first = suggest_wording(rubric, one.id, turn.answer, one.evidence)
    nearest = next((n for n, span in enumerate(spans) if first and first.phrase in _words(turn.answer, span)), 0)
    span = st.selectbox(
        t("Your words for: {point}", point=points[one.id]),
        spans,
        index=nearest,
        format_func=lambda span: _words(turn.answer, span),
        key=key,
    )
    found = suggest_wording(rubric, one.id, turn.answer, span)
    if found is None:
        show(el("p", t("Too few words, or the point already has them."), class_="ll-note", role="status"))
        return
    st.code(found.yaml.strip(), language="yaml", wrap_lines=True)
    taken = t("They already count for “{point}”.", point=points[found.taken]) if found.taken else None
    show(el("p", t("Goes under "), el("code", found.place), ".", class_="ll-note"), el("p", taken) if taken else None)


def _sentences(answer: str) -> list[Span]:
    parts = ((one.span, *(one.clauses if len(one.clauses) > 1 else ())) for one in sentences_of(answer))
    return list(chain.from_iterable(parts))


def _words(answer: str, span: Span) -> str:
    return " ".join(answer[span.start : span.end].split())
