"""The form of an item: every kind is answered by keyboard and by thumb."""

from collections.abc import Callable

from components.answer_forms.fill_gaps import fill_gaps
from components.answer_forms.judge_statement import judge_statement
from components.answer_forms.match_pairs import match_pairs
from components.answer_forms.order_steps import order_steps
from components.answer_forms.pick_many import pick_many
from components.answer_forms.pick_one import pick_one
from components.answer_forms.type_answer import type_answer
from components.answer_now import answer_now
from core.content.arranged_items import Match
from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer

_FORMS: dict[str, Callable[..., None]] = {
    "single-choice": pick_one,
    "case": pick_one,
    "spot-error": pick_one,
    "multiple-choice": pick_many,
    "true-false": judge_statement,
    "order": order_steps,
}
_TYPED: dict[str, Callable[..., None]] = {
    "short-text": type_answer,
    "number": type_answer,
    "predict-number": type_answer,
    "cloze": fill_gaps,
}


def answer_form(
    item: AnyItem,
    order: tuple[str, ...],
    key: str,
    draft: AnyAnswer | None = None,
    on_submit: Callable[[], None] | None = None,
) -> AnyAnswer | None:
    """Draws the widgets of an item, filled from `draft` the first time that `key` is seen, and reads them.

    None while the answer is incomplete, and for what is recalled and graded by the learner. `on_submit` is called when
    Enter is pressed in a field, or in a menu, whose answer is complete; in it, as in every callback, `answer_now` reads
    the widgets.
    """
    if item.kind in _FORMS:
        _FORMS[item.kind](item, order, key, draft)
    elif item.kind in _TYPED:
        _TYPED[item.kind](item, key, draft, on_submit)
    elif isinstance(item, Match):
        match_pairs(item, order, key, draft, on_submit)
    return answer_now(item, key)
