"""The tokenizer: words to token ids and back. One word is one token, so nothing is split. Pure."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from core.lab.world import DISHES, QUESTIONS, STATEMENTS, VALUES, Relation

Tokens = npt.NDArray[np.int64]

MARKS = ("<pad>", "<doc>", "<user>", "<bot>", "<end>")
_OTHER = "note order for again : , sorry i do not know enjoy ! welcome guest it guide answer begins ends and then with"


def _words() -> Iterable[str]:
    yield from MARKS
    for relation in Relation:
        yield relation.value
        yield from VALUES[relation]
        for template in (*STATEMENTS[relation], *QUESTIONS[relation]):
            yield from (word for word in template.split() if "{" not in word)
    yield from DISHES
    yield from _OTHER.split()


VOCABULARY: tuple[str, ...] = tuple(dict.fromkeys(_words()))
_NUMBER = {word: number for number, word in enumerate(VOCABULARY)}
PAD, DOC, USER, BOT, END = range(len(MARKS))


def encode(text: str) -> list[int]:
    """The token ids of a text.

    >>> decode(encode("<user> what does the soup cost ?"))
    '<user> what does the soup cost ?'

    Raises:
        KeyError: a word that is not in the vocabulary.
    """
    return [_NUMBER[word] for word in text.split()]


def decode(tokens: Iterable[int]) -> str:
    """The text of token ids, without padding."""
    return " ".join(VOCABULARY[token] for token in tokens if token != PAD)


def pad(rows: Sequence[Sequence[int]]) -> Tokens:
    """Rows of any length as one table, short ones padded on the right with `<pad>`.

    >>> pad([[5, 6, 7], [8]]).tolist()
    [[5, 6, 7], [8, 0, 0]]
    """
    table = np.full((len(rows), max(len(row) for row in rows)), PAD, np.int64)
    for line, row in zip(table, rows, strict=True):
        line[: len(row)] = row
    return table
