"""Cuts English words to stems, so that “retrieval”, “retrieved” and “retrieves” count as one. Pure."""

from functools import lru_cache

_IRREGULAR = {
    "bought": "buy", "broke": "break", "broken": "break", "brought": "bring", "built": "build", "chose": "choose",
    "chosen": "choose", "fed": "feed", "felt": "feel", "forgets": "forget", "forgot": "forget", "forgotten": "forget",
    "froze": "freeze", "frozen": "freeze", "gave": "give", "given": "give", "gone": "go", "grew": "grow",
    "grown": "grow",
    "held": "hold", "kept": "keep", "knew": "know", "known": "know", "learnt": "learn", "lost": "lose", "made": "make",
    "meant": "mean", "paid": "pay", "ran": "run", "said": "say", "saw": "see", "seen": "see", "shown": "show",
    "sold": "sell", "spent": "spend", "taken": "take", "taught": "teach", "thought": "think", "told": "tell",
    "took": "take", "understood": "understand", "went": "go", "writes": "write", "written": "write", "wrote": "write",
    "data": "data", "bias": "bias", "less": "less", "lens": "lens", "news": "news", "always": "always",
}  # fmt: skip
_ENDINGS = (
    "ization", "isation", "ational", "fulness", "iveness", "ability", "ibility", "ation", "ition", "ement", "ating",
    "ingly", "ment", "ness", "able", "ible", "ance", "ence", "ency", "ancy", "ally", "ized", "ised", "izer", "iser",
    "ated", "ator", "ent", "ant", "ity", "ive", "ize", "ise", "ion", "ate", "ous", "ful", "ing", "est", "ial", "al",
    "er", "or", "ed", "ly", "ic", "e", "y",
)  # fmt: skip
_SHORT = {"ing": 3, "ed": 3, "e": 3, "y": 4, "ly": 3}
_VOWELS = set("aeiouy")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a lower-case word; figures and words of up to three letters stay as they are.

    >>> [stem(word) for word in ("retrieval", "retrieved", "quantization", "quantised", "frozen", "behaviours")]
    ['retriev', 'retriev', 'quant', 'quant', 'freez', 'behav']
    """
    if word in _IRREGULAR:
        base = _IRREGULAR[word]
        return word if base == word else stem(base)
    if len(word) <= 3 or not word.isalpha():
        return word
    word = _singular(word)
    word = f"{word[:-3]}or" if word.endswith("our") and len(word) > 5 else word
    for _ in range(3):
        shorter = _without_ending(word)
        if shorter == word:
            break
        word = shorter
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORT.get(ending, 4) and _VOWELS & set(rest):
            return _undoubled(rest)
    if word.endswith(("iz", "at")) and len(word) > 6:
        return word[:-2]
    return f"{word[:-1]}y" if word.endswith("i") and len(word) > 4 else word


def _undoubled(word: str) -> str:
    doubled = len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouslz"
    return word[:-1] if doubled or (word.endswith("ll") and len(word) > 5) else word
