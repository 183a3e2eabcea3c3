"""The verdict on an answer, in a sentence or two. Pure."""

from core.content.items import AnyItem
from core.quiz.answers import AnyAnswer
from core.quiz.log import Confidence
from core.quiz.mark import Grade, Mark

_SELF_GRADED = ("flashcard", "free-answer")
_COUNTED = {"cloze": "", "match": "", "order": " in place"}


def verdict(item: AnyItem, answer: AnyAnswer | None, found: Mark, confidence: Confidence | None = None) -> str:
    """The verdict; it never blames, and it says what confidence adds.

    >>> from core.content.typed_items import Flashcard
    >>> card = Flashcard.model_construct(kind="flashcard")
    >>> verdict(card, None, Mark(0.0))
    'Here is the answer.'
    """
    if answer is None or item.kind in _SELF_GRADED:
        return "Here is the answer."
    if found.grade is Grade.PARTLY:
        return f"Partly right{_how_far(item, found)}"
    if found.grade is Grade.WRONG:
        sure = " You were sure, so this one is worth a second look." if confidence is Confidence.SURE else ""
        return f"Not quite{_not_how_far(item, found)}{_noted(found)}{sure}"
    guessed = " You called it a guess, so read why it holds." if confidence is Confidence.GUESS else ""
    return f"Right.{_noted(found)}{guessed}"


def _noted(found: Mark) -> str:
    return f" {found.note}" if found.note else ""


def _how_far(item: AnyItem, found: Mark) -> str:
    if item.kind == "true-false":
        return ": the verdict is, the reason is not."
    if item.kind == "multiple-choice":
        return _picks(found)
    if item.kind in _COUNTED:
        right = sum(one.right for one in found.feedback)
        if right:
            return f": {right} of {len(found.feedback)}{_COUNTED[item.kind]}.{_noted(found)}"
        return ": some follow each other as they should, none is in its place." if item.kind == "order" else "."
    return f".{_noted(found)}"


def _not_how_far(item: AnyItem, found: Mark) -> str:
    hits = item.kind == "multiple-choice" and any(one.given and one.right for one in found.feedback)
    return _picks(found) if hits else "."


def _picks(found: Mark) -> str:
    right = [one for one in found.feedback if one.right]
    slips = sum(one.given for one in found.feedback if not one.right)
    too_many = f", and {slips} too many" if slips else ""
    return f": {sum(one.given for one in right)} of {len(right)}{too_many}."
