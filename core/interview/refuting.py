"""Whether a sentence takes back all that it says. Pure."""

import re

_REFUTING = re.compile(
    r"\s*(?:(?:it|that|this)(?: is|'s|’s)(?: simply| just| plainly)?"
    r" (?:(?:not|hardly) (?:true|so|right|correct|the case)|false|wrong|untrue|incorrect|a myth|a mistake)"
    r"|it isn['’]t (?:true|so|right|correct|the case)"
    r"|(?:i|we) (?:do not|don['’]t|would not|wouldn['’]t|cannot|can['’]t) (?:think|believe|agree|say|accept)"
    r"|(?:i|we) (?:doubt|deny|dispute|disagree)|contrary to|nobody (?:should|would|needs))\b",
    re.IGNORECASE,
)


def refutes(sentence: str) -> bool:
    """Whether a sentence takes back all that it says, as one does that begins with “it is not true that”.

    >>> refutes("It is not true that RAG is slow, or dear."), refutes("RAG is not slow.")
    (True, False)
    """
    return _REFUTING.match(sentence) is not None


_AGREES = re.compile(
    r"\W*(?:(?:yes|yeah|yep|sure|of course|certainly|absolutely|definitely|why not)\b(?! and no\b)"
    r"|(?:that[’']?s |that is )?(?:no|not an?) (?:real |big )?(?:problem|issue)\b)",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(r"\b(?:but|however|only|except|though)\b", re.IGNORECASE)


def agrees(answer: str) -> bool:
    """Whether an answer begins by agreeing to what was asked, and takes nothing of it back.

    >>> agrees("No problem, you just train again."), agrees("Yes, but each week?"), agrees("No, we would train again.")
    (True, False, False)
    """
    return bool(_AGREES.match(answer)) and not _TAKES_BACK.search(answer)
