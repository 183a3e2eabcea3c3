"""The keys of a question that is still to be answered."""

from components import session
from components.too_soon import TOO_SOON
from core.content.choice_items import TrueFalse
from core.content.items import AnyItem
from core.quiz.option_texts import option_texts

TYPED = ("short-text", "number", "predict-number", "cloze")
"""Kinds whose form takes every letter: no key of ours gives up there."""


def answer_keys(item: AnyItem, key: str, check: str = "", give_up: str = "") -> dict[str, tuple[str, ...]]:
    """Which key does what for the form under `key`, in names for `key_presses`: numbers pick, in the order shown.

    Where there is a button to check and one to give up, their keys are there too.
    """
    checks = dict.fromkeys(("Space", "Enter"), (check, f"!{TOO_SOON}")) if check else {}
    gives_up = {"n": (give_up,)} if give_up and item.kind not in TYPED else {}
    return {**_picks(item, key), **checks, **gives_up}


def _picks(item: AnyItem, key: str) -> dict[str, tuple[str, ...]]:
    names: tuple[str, ...] = (f"choice-{key}#", f"choice-code-{key}#", f"rows-{key}#")
    count = len(option_texts(item))
    if isinstance(item, TrueFalse):  # a verdict that is given is not changed by the key that is meant for its reason
        judged = session.widget_value(f"{key}.verdict") is not None
        names = (f"choice-reason-{key}#",) if judged else (f"choice-verdict-{key}?",)
        count = len(item.reasons) if judged else 2
    return {str(n): tuple(f"{name}{n}" for name in names) for n in range(1, count + 1)}
