"""The marker as the app and the command line use it: loaded once a process, shared by all threads. Reads files."""

from dataclasses import replace
from functools import cache, lru_cache
from threading import Lock

from core.interview.embedding import EmbeddingUnavailableError, Encoder, load_model, vocabulary
from core.interview.marking import mark_text
from core.interview.phrases import Prepared, prepare
from core.interview.remembered import Remembered
from core.interview.rubric import Rubric
from core.interview.verdicts import AnswerMark
from core.language.text import marked

WORDS_NOTE = marked("Marked by shared words only, so points in other words are missed.")

KEPT_TEXTS = 4096
"""How many texts `marker_of_many` keeps: those of the whole bank and of some hundred answers, about 150 MB."""


class Marker:
    """Marks answers, one after the other; `note` says so when there is no embedding model and words are compared.

    `reason` says why, in English, to whoever runs the app.
    """

    def __init__(self, encoder: Encoder | None, note: str = "", reason: str = "") -> None:
        self._encoder, self.note, self.reason = encoder, note, reason
        self.known = vocabulary()
        self._prepared = lru_cache(maxsize=512)(self._prepare)
        self._turn = Lock()

    def remembering(self, texts: int) -> "Marker":
        """A marker that marks as this one does and reads a text once, however many rubrics and answers say it."""
        encoder = self._encoder and Remembered(self._encoder, texts)
        return Marker(encoder, self.note, self.reason)

    def _prepare(self, rubric: Rubric) -> Prepared:
        return prepare(rubric, self.known, self._encoder)

    def prepared(self, rubric: Rubric) -> Prepared:
        """What marking makes of a rubric; kept."""
        return self._prepared(rubric)

    def make_ready(self, rubric: Rubric) -> None:
        """Reads a rubric ahead (about 0.1 s), while the learner writes; it is kept."""
        self._prepared(rubric)

    def mark(self, rubric: Rubric, answer: str) -> AnswerMark:
        """The marks of an answer: the same for the same text, whoever asks and when."""
        with self._turn:
            found = mark_text(answer, self._prepared(rubric), self._encoder, self.known)
        return replace(found, notes=(*found.notes, self.note)) if self.note else found


@cache
def load_marker() -> Marker:
    """The process's marker, with the embedding model when it is there and unaltered, else by words alone.

    The first call takes about 0.4 s.
    """
    try:
        return Marker(load_model())
    except EmbeddingUnavailableError as error:
        return Marker(None, WORDS_NOTE, str(error))


@cache
def marker_of_many() -> Marker:
    """A marker that remembers what it has read, for benchmarks and repeated checks of one set; it takes memory.

    It helps where follow-ups are marked too, or an answer against several rubrics; a single check gains nothing.
    """
    return load_marker().remembering(KEPT_TEXTS)
