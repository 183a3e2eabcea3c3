"""Where the relative clause begins that a negation stands in. Pure."""

from collections.abc import Sequence

from core.interview.listed import listed

_RELATIVE = listed("that which who")
_SAID = listed("believe believed clear guess is know mean means say says said so such sure think true was")
"""Behind these, “that” begins what is said or thought, and the negation is of all of it."""

_FRONT = listed("after by during for in there under when with without")
"""How a clause begins in which “that” means what was said before: “With LoRA that can't happen”."""

_DETERMINERS = listed("a an her his its my our the their your")
_PRONOUNS = listed("he i it she they users we you")
_AUXILIARIES = listed("are can could did do does had has have is must should was were will would")


def relative_clause(texts: Sequence[str], negation: int) -> int:
    """The place of the word that begins the relative clause of a negation; 0 if it is of the whole clause.

    “A test set that is not trained on” denies that it is trained on, and no test set.

    >>> relative_clause("a test set that is not trained on".split(), 5)
    3
    >>> relative_clause("an ability that the base model does not have".split(), 6)
    2
    >>> relative_clause("the model that we trained does not forget".split(), 6)
    0
    >>> relative_clause("with lora that cant happen".split(), 3)
    0
    """
    at = negation - 1
    at -= at > 0 and texts[at] in _AUXILIARIES
    article = next((place for place in (at - 1, at - 2) if place > 0 and texts[place] in _DETERMINERS), 0)
    if article:
        at = article - 1
    elif at > 0 and texts[at] in _PRONOUNS:
        at -= 1
    is_relative = at > 0 and texts[at] in _RELATIVE and texts[at - 1] not in _SAID and texts[0] not in _FRONT
    return at if is_relative else 0
