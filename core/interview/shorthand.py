"""Writes out what people abbreviate or leave out when they type fast, so that it is read as what it means. Pure."""

import re
from collections.abc import Mapping, Sequence

from core.interview.spelling import Mended, mended, replaced

_NEGATED = "is are do does did wo ca would could should was were has have had"
_ACTS = (
    "also|always|first|just|never|not|only|probably|rather|still|then|add|argue|ask|be|build|buy|change|check|choose|cut"
    "|compare|default|expect|explain|fine|fix|get|give|go|have|keep|label|let|like|look|make|measure|need|offer|pick|prefer"
    "|prompt|propose|pull|push|put|read|recommend|reply|run|say|see|show|split|start|stay|suggest|switch|take|tell|test|train|try"
    "|tune|use|want|write"
)
"""Behind “id” they tell that “I’d” is meant."""

_WORDS = {
    r"\bFT(?:['’]?ing)?\b": "fine-tuning",
    r"\bFT['’]?e?d\b": "fine-tuned",
    r"\bRMs?\b": "reward model",
    r"(?<=\bno )rm\b": "reward model",
    r"(?<=\bno )rl\b": "reinforcement learning",
    r"\b[Cc]at\.?(?= forgetting)": "catastrophic",
    r"\bCo[Tt]\b": "chain of thought",
    r"\b[Ww]/o(?=\s)": "without",
    r"\b[Ww]/\s?(?=[A-Za-z\d])": "with ",
    r"\bb/c\b": "because",
    r"\bb4\b": "before",
    r"\b1st\b(?! [A-Z])": "first",
    r"\b[Pp]rompt eng(?:\.|\b)": "prompt engineering",
    r"\bpref(?:s\b|\.|\b)(?= (?:pairs?|data|labels?)\b)": "preference",
    r"\b[Cc]onvos\b": "conversations",
    r"\b[Cc]onvo\b": "conversation",
    r"\b(?:bc|cuz|coz)\b": "because",
    r"\bparams\b": "parameters",
    r"(?<!\S)<(?=\d)": "less than ",
    r"\babt\b": "about",
    r"\b[Dd]upes\b": "duplicates",
    r"\b[Hh]yper-?params\b": "hyperparameters",
    r"\b[Ss]ys(?= prompt)": "system",
    r"(?<=[\dk] )ex(?:\.|\b)": "examples",
    **{rf"\b(?i:{verb}nt)\b": f"{verb}n't" for verb in _NEGATED.split()},
    **{rf"\b(?i:{who}d)\b(?= (?:{_ACTS})\b)": f"{who}'d" for who in ("i", "we", "you", "they")},
}
"""Case tells some of them from words, so it is kept. “SFT”, “NF4” and arrows are read well as they are."""

_BETWEEN = {
    r"\s*(?:!=|≠|=/=)\s*": " is not ",
    r"\s*(?:>>+|≫)\s*": " matters far more than ",
    r"\s+>\s+": " matters more than ",
    r"\s+={1,2}\s+": " is ",
    r"\s*&\s*": " and ",
    r"\s+\+\s+": " and ",
}
"""Signs that stand for words where a word, and no figure, stands on both sides."""

_BEFORE, _AFTER = r"(?<=[A-Za-z.)\]”\"])(?<!\d[kKMBT])", r"(?=[A-Za-z(“\"])"
_FORMS = _WORDS | {f"{_BEFORE}{form}{_AFTER}": words for form, words in _BETWEEN.items()}
_SHORT = re.compile("|".join(f"(?P<s{at}>{form})" for at, form in enumerate(_FORMS)))
_LONG = tuple(_FORMS.values())
_OPEN_END = re.compile(r"(?<=[\w)\]”\"’'%])(?<![.!?…][)\]”\"’'])\s*\Z")


def written_out(text: str) -> Mended:
    """The text with abbreviations and signs as words; places can be followed back.

    >>> written_out("Lacks facts -> RAG, lacks form -> FT").text
    'Lacks facts -> RAG, lacks form -> fine-tuning'
    >>> written_out("Quality >> quantity, w/ us: 5 h = 300 min").text
    'Quality matters far more than quantity, with us: 5 h = 300 min'
    """
    return replaced(text, [(m.start(), m.end(), _LONG[int(str(m.lastgroup)[1:])]) for m in _SHORT.finditer(text)])


def closed(text: str) -> Mended:
    """The text with the full stop that its last sentence lacks; places can be followed back.

    >>> closed("RAG is slower").text, closed("Is it?").text, closed("“It is.”").text, closed("First, ").text
    ('RAG is slower.', 'Is it?', '“It is.”', 'First, ')
    """
    found = _OPEN_END.search(text)
    return replaced(text, [(found.start(), found.start(), ".")] if found else [])


def as_matched(text: str, known: Mapping[str, int], wanted: Sequence[str], *, is_sentence: bool) -> Mended:
    """The text written out, then with slips mended towards the wanted words.

    What is hardly more than a sentence is closed, too: the model reads that otherwise without its full stop.
    """
    long = written_out(text)
    right = long.then(mended(long.text, known, wanted))
    return right.then(closed(right.text)) if is_sentence else right
