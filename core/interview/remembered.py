"""An encoder that reads a text once, however many rubrics and answers say it. Pure.

Rubrics share their misconceptions, with all that is said against them: the bank's 4,200 texts are 1,800.
A text has the same vectors whatever is read beside it, so what is kept stays right.
"""

from collections.abc import Sequence

from core.interview.embedding import Encoded, Encoder


class Remembered:
    """Keeps what an encoder made of the texts it was given last, about 40 kB each."""

    def __init__(self, encoder: Encoder, most: int) -> None:
        self._encoder, self._most = encoder, most
        self._kept: dict[str, Encoded] = {}

    def encode(self, texts: Sequence[str]) -> tuple[Encoded, ...]:
        """Each text's word pieces as vectors; the encoder reads those that are not kept, each once."""
        new = [text for text in dict.fromkeys(texts) if text not in self._kept]
        known = {text: self._kept[text] for text in texts if text in self._kept}
        known |= zip(new, self._encoder.encode(new), strict=True)
        for text in known:
            self._kept.pop(text, None)
        self._kept |= known
        for text in list(self._kept)[: -self._most]:
            self._kept.pop(text, None)
        return tuple(known[text] for text in texts)
