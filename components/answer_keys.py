"""The keys that work while a question is unanswered."""

from components import session
from components.too_soon import TOO_SOON
from core.content.choice_items import TrueFalse
from core.content.items import AnyItem
from core.quiz.option_texts import option_texts

TYPED = ("short-text", "number", "predict-number", "cloze", "match")
"""Kinds whose form takes every letter, a menu to find a row by it: no letter of ours gives up or takes a hint there."""


def answer_keys(
    item: AnyItem, key: str, check: str = "", give_up: str = "", hint: str = ""
) -> dict[str, tuple[str, ...]]:
    """Which key does what for the form under `key`, in names for `key_presses`: numbers pick, in the order shown.

    Where there are buttons to check, to give up and for a hint, their keys are there too.
    """
    checks = dict.fromkeys(("Space", "Enter"), (check, f"!{TOO_SOON}")) if check else {}
    letters = {} if item.kind in TYPED else {"n": give_up, "h": hint}
    return {**_picks(item, key), **checks, **{letter: (name,) for letter, name in letters.items() if name}}


def _picks(item: AnyItem, key: str) -> dict[str, tuple[str, ...]]:
    names: tuple[str, ...] = (f"choice-{key}#", f"choice-code-{key}#", f"rows-{key}#")
    count = len(option_texts(item))
    if isinstance(item, TrueFalse):  # a verdict that is given is not changed by the key that is meant for its reason
        judged = session.widget_value(f"{key}.verdict") is not None
        names = (f"choice-reason-{key}#",) if judged else (f"choice-verdict-{key}?",)
        count = len(item.reasons) if judged else 2
    return {str(n): tuple(f"{name}{n}" for name in names) for n in range(1, count + 1)}
