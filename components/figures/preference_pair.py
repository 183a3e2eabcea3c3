"""One request, two answers, and the learner as the rater: what a choice turns into."""

import json
from dataclasses import dataclass

import streamlit as st

from components import session
from components.figures import LessonFigure
from components.markup import el, show
from core.content.models import Content
from core.language.text import marked, t


@dataclass(frozen=True)
class _Pair:
    """A request with two answers, and what each has going for it."""

    id: str
    request: str
    answers: tuple[str, str]
    strengths: tuple[str, str]


_PAIRS = (
    _Pair(
        "refund",
        marked("My parcel came broken. What now?"),
        (
            marked(
                "Sorry about that. Send a photo within 14 days and we replace it or refund you, whichever you like."
            ),
            marked(
                "Damage in transit is covered by section 7 of the terms. Consult section 7 for the applicable "
                "procedure."
            ),
        ),
        (marked("friendly, and says what to do"), marked("precise about where the rule stands")),
    ),
    _Pair(
        "sure",
        marked("Is it safe to take these two pills together?"),
        (
            marked("Yes, that is fine. Many people do it."),
            marked(
                "I can't tell without their names. Ask a pharmacist before you take both, and say what else you take."
            ),
        ),
        (marked("short and reassuring"), marked("honest about what it does not know, and safer")),
    ),
    _Pair(
        "length",
        marked("What does HTTP 404 mean?"),
        (
            marked("The server was reached, but it has nothing at that address."),
            marked(
                "HTTP is a protocol of requests and responses. A response carries a code of three digits. Codes from "
                "400 to 499 blame the request. 404 says that the server found nothing at that address."
            ),
        ),
        (marked("answers at once"), marked("teaches more, and looks more thorough")),
    ),
)
_KEPT = "preference-pair.at"


@st.fragment
def preference_pair(_: Content) -> None:
    """Draws a pair to choose from; the choice becomes a row of training data."""
    at = int(session.kept(_KEPT, 0))
    pair = _PAIRS[at]
    show(
        el("p", t("Pair {number} of {count}", number=at + 1, count=len(_PAIRS)), class_="ll-eyebrow"),
        el("p", el("strong", t("Request: “{request}”", request=t(pair.request)))),
    )
    with st.container(key=f"choice-preference-{pair.id}"):
        chosen = st.radio(
            t("Which answer is better?"),
            (0, 1),
            index=None,
            format_func=(t("Answer A"), t("Answer B")).__getitem__,
            captions=[t(answer) for answer in pair.answers],
            key=f"preference-pair.{pair.id}.chosen",
            width="stretch",
        )
    if chosen is not None:
        _outcome(pair, chosen)
    last = at == len(_PAIRS) - 1
    st.button(
        t("Start again") if last else t("Next pair"),
        on_click=_go,
        args=(0 if last else at + 1,),
        key="preference-pair.next",
    )


def _outcome(pair: _Pair, chosen: int) -> None:
    other = 1 - chosen
    words = t(
        "Your choice: {chosen}. The other: {other}. Neither reason is written down: the training data holds only this.",
        chosen=t(pair.strengths[chosen]),
        other=t(pair.strengths[other]),
    )
    show(el("p", words, role="status"))
    row = {"prompt": t(pair.request), "chosen": t(pair.answers[chosen]), "rejected": t(pair.answers[other])}
    st.code(json.dumps(row, ensure_ascii=False, indent=2), language="json", wrap_lines=True)


def _go(at: int) -> None:
    session.keep(_KEPT, at)


FIGURE = LessonFigure(preference_pair)
