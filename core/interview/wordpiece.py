"""Cuts text into the word pieces that the embedding model reads, and remembers where each stood. Pure.

The same cuts as BERT's lower-casing tokenizer: clean, split at spaces, punctuation and Chinese characters, then the
longest known piece first. Source: https://github.com/google-research/bert/blob/master/tokenization.py, 2026-11-24.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_MOST_LETTERS = 100
_CHINESE = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


@dataclass(frozen=True)
class Pieces:
    """Numbers of word pieces, and for each the characters start..end of the text that it stands for."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


def cut(text: str, vocabulary: Mapping[str, int], most: int) -> Pieces:
    """The text's word pieces, at most `most`, without the marks for its beginning and end.

    >>> cut("Un-a b", {"un": 1, "##a": 2, "-": 3, "a": 4, "[UNK]": 5}, 10)
    Pieces(ids=(1, 3, 4, 5), spans=((0, 2), (2, 3), (3, 4), (5, 6)))
    """
    ids: list[int] = []
    spans: list[tuple[int, int]] = []
    for word, places in _words(text):
        if len(ids) >= most:
            break
        for number, start, end in _pieces(word, vocabulary):
            ids.append(number)
            spans.append((places[start], places[end - 1] + 1))
    return Pieces(tuple(ids[:most]), tuple(spans[:most]))


def _pieces(word: str, vocabulary: Mapping[str, int]) -> list[tuple[int, int, int]]:
    """(number, start, end) of each piece; one unknown piece when any part of the word is unknown."""
    found, start = [], 0
    while start < len(word) and len(word) <= _MOST_LETTERS:
        end = len(word)
        while end > start and (word[start:end] if start == 0 else f"##{word[start:end]}") not in vocabulary:
            end -= 1
        if end == start:
            break
        found.append((vocabulary[word[start:end] if start == 0 else f"##{word[start:end]}"], start, end))
        start = end
    return found if start == len(word) else [(vocabulary["[UNK]"], 0, len(word))]


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Each word in lower case without accents, with the place in the text that each of its letters came from."""
    word: list[str] = []
    places: list[int] = []
    for letter, place in _letters(text):
        alone = letter != " " and _stands_alone(letter)
        if letter == " " or alone:
            if word:
                yield "".join(word), places
            word, places = [], []
        if alone:
            yield letter, [place]
        elif letter != " ":
            word.append(letter)
            places.append(place)
    if word:
        yield "".join(word), places


def _letters(text: str) -> Iterator[tuple[str, int]]:
    for place, char in enumerate(text):
        if char.isspace():
            yield " ", place
        elif ord(char) in (0, 0xFFFD) or unicodedata.category(char).startswith("C"):
            continue
        elif char.isascii():
            yield char.lower(), place
        else:
            for part in unicodedata.normalize("NFD", char.lower()):
                if unicodedata.category(part) != "Mn":
                    yield part, place


def _stands_alone(letter: str) -> bool:
    if letter.isascii():
        return not letter.isalnum()
    code = ord(letter)
    return unicodedata.category(letter).startswith("P") or any(low <= code <= high for low, high in _CHINESE)
