"""Sentences that name things and say nothing of them: “rank is a key concept”, “costs play a role”. Pure."""

import re

from core.interview.listed import listed
from core.interview.windows import without_sentences
from core.language.text import marked

NAMING_NOTE = marked("Sentences that only name things, and say nothing of them, were left out.")

_HOW = r"(?: (?:all|also|both|really|very|quite|just|so|of course|often|always|such|indeed))*"
_KINDS = "topic|concept|aspect|factor(?! of)|phrase|term|buzzword|field|subject|notion|keyword|ingredient|theme"
_WEIGHTY = "important|interesting|crucial|vital|relevant|essential|central|key|prominent|fascinating|classical|famous"
_A_TOPIC = (
    rf"(?<!\bthere )(?:is|are|was|were|as){_HOW}(?: (?:an?|the|one of the|some of the))?"
    rf"(?:(?: [\w-]+){{0,2}} (?:{_KINDS})s?| (?:important|key|big|famous) words)\b"
)
_OF_WEIGHT = rf"^[^,;]*\b(?:is|are|was|were){_HOW} (?:{_WEIGHTY})(?: too| as well| here)?\W*$"
_A_ROLE = r"plays?(?: [\w'’-]+){0,3} (?:role|part)s?(?: here| too| in (?:this|that|it|all this))?\W*$"
_TO_THINK_OF = (
    r"(?:(?:ha(?:ve|s)|needs?|ought) to|must|should) (?:think (?:about|of)|keep in mind|talk about|take into account"
    r"|be (?:kept in mind|thought (?:about|of)|talked about|discussed|mentioned|considered|taken into account|weighed))"
)
_TALKED_OF = (
    r"(?:one|you|we) (?:often )?(?:hears?|reads?)(?: about| of)?(?: \w+)? often"
    r"|(?:is|are)(?: \w+)? (?:mentioned|discussed|talked about)"
    r"|comes? (?:to mind|into play)(?: \w+){0,3}\W*$|belongs? to (?:the|this|that) (?:picture|field|topic)"
)
_NAMES = re.compile(rf"{_OF_WEIGHT}|\b(?:{_A_TOPIC}|{_A_ROLE}|{_TO_THINK_OF}|{_TALKED_OF})", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:there (?:is|are)|matters?\b(?! (?:more|less|most|because|for|when|if)\b))", re.IGNORECASE)
_OFTEN = 3
"""“There are test sets, there are baselines, there are metrics.” """

_SETS_APART = (
    r"\b(?:because|since|so|than|if|unless|until|instead|not|never|no|but|which|only|first|before|after|means?|provided"
    r"|next to|above|below|where|as \w+ ones)\b|n['’]t\b"
    r"|\d+ ?(?:%|h|hours?|ms|examples?|pairs?|dollars?)|[$€;]|\d\.\d"
)
_SETS_APART_AT_ALL = re.compile(_SETS_APART, re.IGNORECASE)
_SAYS_MORE = re.compile(rf"{_SETS_APART}|\bthat\b|:", re.IGNORECASE)
"""Who gives a reason, a condition or a figure, or sets one thing against another, says something."""

_BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+and\s+|:\s+")
_SAYS = listed("or is are it i we you they then do does")
_MANY, _WORDS_OF_ONE = 3, 4
_OF_MANY = re.compile(
    r"\b(?:(?:is|are)(?: all)? about|deals? with|ha(?:ve|s)(?: all| each)? (?:its|their) (?:own )?place"
    r"|things? (?:that )?(?:every|any|we|you|one)[\w ]* (?:knows?|hears?|should|must)|(?:is|are) (?:all )?part of"
    r"|(?:talk|think|hear|read|learn|know|care) about|(?:go|going|walk|look) (?:through|into)(?= \w)|explor(?:e|ing)"
    r"|(?:is|are) (?:all )?(?:connected|related|linked|known)|discuss|come together|go hand in hand)\b",
    re.IGNORECASE,
)
"""What is said of so many things at once, as “deals with data, pairs, quality and cost”, is said of none of them."""

_GOES_ON = re.compile(
    r"\band (?:[\w'’-]+ ){0,3}?(?:is|are|was|were|has|have|needs?|should|depends?|wants?|will|can|get|choose|use)\b",
    re.IGNORECASE,
)


def names_only(sentence: str) -> bool:
    """Whether a sentence says of what it names no more than that it counts, or is talked about.

    >>> [names_only(said) for said in ("Rank is a key concept.", "Rank is a key concept, because it sets the size.")]
    [True, False]
    """
    if _lists(sentence) and _OF_MANY.search(sentence) and not _SETS_APART_AT_ALL.search(sentence):
        return True
    if _SAYS_MORE.search(sentence):
        return False
    match = _NAMES.search(sentence)
    return bool(match and not _GOES_ON.search(sentence, match.end())) or len(_AGAIN.findall(sentence)) >= _OFTEN


def _lists(sentence: str) -> bool:
    """Whether a sentence has several scraps in a row that are things and say nothing."""
    scraps = [scrap.lower().split() for scrap in _BETWEEN.split(sentence)]
    return sum(0 < len(words) <= _WORDS_OF_ONE and _SAYS.isdisjoint(words) for words in scraps) >= _MANY


def without_naming(text: str) -> str:
    """The text with such sentences blanked out, so that places stay what they were.

    >>> without_naming("Rank and data are key aspects. I start at rank 8.").lstrip()
    'I start at rank 8.'
    """
    return without_sentences(text, names_only)
