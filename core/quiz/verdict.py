"""The verdict on an answer, in a sentence or two. Pure."""

from core.content.items import AnyItem
from core.language.text import t
from core.quiz.answers import SELF_GRADED, AnyAnswer
from core.quiz.log import Confidence
from core.quiz.mark import Grade, Mark

_COUNTED = ("cloze", "match", "order")


def verdict(item: AnyItem, answer: AnyAnswer | None, found: Mark, confidence: Confidence | None = None) -> str:
    """The verdict; it never blames, and it says what confidence adds.

    >>> from core.content.typed_items import Flashcard
    >>> card = Flashcard.model_construct(kind="flashcard")
    >>> verdict(card, None, Mark(0.0))
    'Here is the answer.'
    """
    if answer is None or item.kind in SELF_GRADED:
        return t("Here is the answer.")
    if found.grade is Grade.PARTLY:
        return _partly(item, found)
    if found.grade is Grade.WRONG:
        sure = t("You were sure, so this one is worth a second look.") if confidence is Confidence.SURE else ""
        return _joined(_wrong(item, found), found.note, sure)
    guessed = t("You called it a guess, so read why it holds.") if confidence is Confidence.GUESS else ""
    return _joined(t("Right."), found.note, guessed)


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _partly(item: AnyItem, found: Mark) -> str:
    if item.kind == "true-false":
        return t("Partly right: the verdict is right, the reason is not.")
    if item.kind == "multiple-choice":
        right, count, slips = _picks(found)
        if slips:
            return t("Partly right: {right} of {count}, and {slips} too many.", right=right, count=count, slips=slips)
        return t("Partly right: {right} of {count}.", right=right, count=count)
    if item.kind in _COUNTED:
        return _counted(item, found)
    return _joined(t("Partly right."), found.note)


def _counted(item: AnyItem, found: Mark) -> str:
    right, count = sum(one.right for one in found.feedback), len(found.feedback)
    if item.kind == "order":
        if right:
            return _joined(t("Partly right: {right} of {count} in place.", right=right, count=count), found.note)
        return t("Partly right: some follow each other correctly, none is in its place.")
    if right:
        return _joined(t("Partly right: {right} of {count}.", right=right, count=count), found.note)
    return t("Partly right.")


def _wrong(item: AnyItem, found: Mark) -> str:
    hits = item.kind == "multiple-choice" and any(one.given and one.right for one in found.feedback)
    if not hits:
        return t("Not quite.")
    right, count, slips = _picks(found)
    if slips:
        return t("Not quite: {right} of {count}, and {slips} too many.", right=right, count=count, slips=slips)
    return t("Not quite: {right} of {count}.", right=right, count=count)


def _picks(found: Mark) -> tuple[int, int, int]:
    """Right options that were picked, all right ones, and wrong ones that were picked."""
    right = [one for one in found.feedback if one.right]
    slips = sum(one.given for one in found.feedback if not one.right)
    return sum(one.given for one in right), len(right), slips
