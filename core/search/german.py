"""Cuts German words to stems, so that “Halluzination”, “Halluzinationen” and “halluzinieren” count as one. Pure."""

from functools import lru_cache

_ENDINGS = (
    *("ierungen", "ierung", "ationen", "ation", "ieren", "ierte", "iert", "ungen", "ung", "keiten", "keit", "heiten"),
    *("heit", "ischen", "ische", "isch", "lichen", "liche", "lich", "et", "ern", "em", "en", "er", "es", "e", "n", "s"),
)
_LEAST = 4


@lru_cache(maxsize=20_000)
def german_stem(word: str) -> str:
    """The stem of a folded German word; figures and words of up to four letters stay as they are.

    >>> [german_stem(word) for word in ("quantisierung", "quantisiert", "prompten", "prompts", "modelle", "lora")]
    ['quanti', 'quanti', 'prompt', 'prompt', 'modell', 'lora']
    """
    if not word.isalpha():
        return word
    rests = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))
    shorter = next((rest for rest in rests if len(rest) >= _LEAST), word)
    return word if shorter == word else german_stem(shorter)
