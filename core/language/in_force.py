"""Which language is spoken now: a thread's own, else what whoever runs the pages answers, else English. Pure."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ENGLISH = "en"


class _Thread(threading.local):
    language: str | None = None


_HERE = _Thread()
_ASKED: list[Callable[[], str]] = [lambda: ENGLISH]


def in_force() -> str:
    """The code of the language in force in this thread: `en`, `de`."""
    return _HERE.language or _ASKED[-1]()


def speak(language: str | None) -> None:
    """Sets the language of this thread; None asks again each time."""
    _HERE.language = language


def answer_by(asked: Callable[[], str]) -> None:
    """Has `asked` say which language is in force where no thread has set one."""
    _ASKED[1:] = [asked]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Sets the language for a block: in an export, in a test."""
    before = _HERE.language
    speak(language)
    try:
        yield
    finally:
        speak(before)
