"""The label of the button that checks an answer; it names the key once that works wherever the focus is."""

from core.content.arranged_items import Match
from core.content.items import AnyItem
from core.language.text import t
from core.quiz.answers import AnyAnswer, Matched


def check_label(item: AnyItem, answer: AnyAnswer | None) -> str:
    """The label; `answer` is None while there is nothing to check."""
    return t("Check answer `Enter`") if answer is not None and not _goes_on(item, answer) else t("Check answer")


def _goes_on(item: AnyItem, answer: AnyAnswer) -> bool:
    """Whether Enter in a menu goes to the next one that is open, and checks only after that."""
    return isinstance(item, Match) and isinstance(answer, Matched) and len(answer.pairs) < len(item.pairs)
