"""The answers of the decision guide: they are kept in the address, so that a link restores them."""

import re
from collections.abc import Mapping

from components import session
from core.content.graphs import Guide, Question
from core.content.models import Content
from core.decision import Answers, answer_params, parse_answers
from core.join.way_back import carried
from core.language.text import marked, t

CHANGE = "change"
"""The address's name for the question whose answer is being changed: Back then leads out of it again."""
RECORD = "record"
"""The view that shows the decision record."""
PICKED = "picked"
"""The address's name for what is picked of the open question and not yet given as its answer: a reload keeps it."""
FIGURE = "figure"
"""The address's name for how the flowchart is shown, where it is not as at first."""
FIGURES = {"guide": marked("With added gates"), "decision": marked("The chapter's own"), "text": marked("In words")}
_VALUES = {"view": {RECORD}, FIGURE: set(FIGURES)}
"""What may stand behind these names."""
_READ = {CHANGE, PICKED, "node", "for", "from", *_VALUES}
"""What else the page reads in the address: a node, the record and its subject, the flowchart, the way back."""
_OF_OTHERS = ("utm_", "fbclid", "gclid", "lang", "embed")
"""How names begin that services add to a link, and those that are read elsewhere."""
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.IGNORECASE)
_MOST_NAMED = 5
_FROM_ROW = "decision.from-row"


def answers_now(guide: Guide) -> tuple[Answers, tuple[str, ...]]:
    """The answers in the address, and a sentence for each part of it that was ignored."""
    params = session.params()
    answers, ignored = parse_answers(guide, params)
    if CHANGE in params and params[CHANGE] not in answers:
        ignored += (t("The address asks to change an answer that it does not have. It was ignored."),)
    unknown = _unknown(guide, params)
    if unknown:
        names = ", ".join((*unknown[:_MOST_NAMED], "…") if len(unknown) > _MOST_NAMED else unknown)
        ignored += (t("The address says “{names}”, which the guide does not know. It was ignored.", names=names),)
    return answers, ignored


def asked_again() -> str | None:
    """The id of the question whose answer is being changed, as the address says it."""
    return session.params().get(CHANGE)


def picked(question: Question, answers: Answers) -> tuple[str, ...]:
    """The options that are picked: as the address says, else those of the answer that is being changed."""
    named = session.params().get(PICKED)
    ids = answers.get(question.id, ()) if named is None else named.split(",")
    return tuple(option.id for option in question.options if option.id in ids)


def keep_picked(chosen: tuple[str, ...]) -> None:
    """Writes into the address what is picked so far."""
    session.put_param(PICKED, ",".join(chosen))


def put_answer(guide: Guide, question_id: str, chosen: tuple[str, ...]) -> None:
    """Writes an answer into the address; later answers stay, whether they are on the way now or not."""
    session.keep("decision.empty", None)
    answers, _ = answers_now(guide)
    session.set_params(_other_params(guide) | answer_params(guide, {**answers, question_id: chosen}))


def edit_answer(question_id: str) -> None:
    """Asks a question again, with the answer that it has."""
    session.put_param(CHANGE, question_id)
    session.put_param(PICKED, None)


def edit_from_row(question_id: str) -> None:
    """Asks again from the row of an answer, which stays below the question that opens."""
    session.keep(_FROM_ROW, True)
    edit_answer(question_id)


def came_from_row() -> bool:
    """Whether the question that is drawn now was opened from the row of its answer; says so once."""
    return bool(session.take(_FROM_ROW))


def start_over(guide: Guide) -> None:
    """Forgets all answers, and moves the focus to the first question, as the button is gone. The flowchart stays."""
    session.keep(_FROM_ROW, True)
    for question in guide.questions:
        session.set_widget_value(f"decision.{question.id}", None)
        for option in question.options:
            session.set_widget_value(f"decision.{question.id}.{option.id}", False)
    params = session.params()
    stays = {name: value for name, value in params.items() if name == FIGURE}
    session.set_params(carried(params) | stays)


def press_node(content: Content, node_id: str) -> None:
    """What pressing a node of the flowchart does: it answers the open question, or asks an earlier one again."""
    guide = content.guide
    answers, _ = answers_now(guide)
    for question in guide.questions:
        if question.node == node_id and question.id in answers:
            edit_answer(question.id)
            return
    for question in guide.questions:
        for option in question.options:
            ends = [o.node for o in (guide.outcome(option.leads_to), guide.question(option.leads_to)) if o]
            if node_id in (*option.path, *ends) and session.kept("decision.asked") == question.id:
                put_answer(guide, question.id, (option.id,))
                return
    session.keep("decision.hint", node_id)


def _unknown(guide: Guide, params: Mapping[str, str]) -> tuple[str, ...]:
    """Names in the address that nothing here reads. A name with odd characters is shown as “…”, not quoted."""
    known = {question.id for question in guide.questions} | _READ
    names = [name for name in params if name not in known and not name.startswith(_OF_OTHERS)]
    names += [name for name, values in _VALUES.items() if name in params and params[name] not in values]
    return tuple(dict.fromkeys(name if _PLAIN.fullmatch(name) else "…" for name in names))


def _other_params(guide: Guide) -> dict[str, str]:
    """The other parameters of the address, without those that an answer ends: the node, the change, what was picked."""
    ended = {"node", CHANGE, PICKED}
    return {name: value for name, value in session.params().items() if not guide.question(name) and name not in ended}
