"""What a model said in a run, by what it was asked, in words that a person reads. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.lab.events import Said
from core.lab_page.told import who_words

_MARKS = re.compile(r"<user>|<bot>|<end>")
_SPACES = re.compile(r"\s+")
_BEFORE_POINT = re.compile(r" (?=[.,?!])")
MOST_SPEAKERS = 6
_LONG = 160


@dataclass(frozen=True)
class Reply:
    """Who said what."""

    who: str
    text: str


@dataclass(frozen=True)
class Asked:
    """One question or beginning, what stood before it in the prompt, and what was made of it."""

    question: str
    before: str
    replies: tuple[Reply, ...]


def replies_by_question(samples: Sequence[Said]) -> tuple[Asked, ...]:
    """The replies to each prompt together, in the order in which they came; of many speakers some, evenly chosen.

    >>> replies_by_question([Said("tuned", "<user> who cooks the dhal ? <bot>", "greta . <end>")])
    (Asked(question='who cooks the dhal?', before='', replies=(Reply(who='tuned', text='greta.'),)),)
    """
    found: dict[tuple[str, str], list[Reply]] = {}
    for said in samples:
        before, question = _parts(said.prompt)
        found.setdefault((question, before), []).append(Reply(who_words(said.who), _reply(said.reply)))
    return tuple(Asked(question, before, _some(replies)) for (question, before), replies in found.items())


def _some(replies: list[Reply]) -> tuple[Reply, ...]:
    if len(replies) <= MOST_SPEAKERS:
        return tuple(replies)
    last = len(replies) - 1
    return tuple(replies[round(n * last / (MOST_SPEAKERS - 1))] for n in range(MOST_SPEAKERS))


def _parts(prompt: str) -> tuple[str, str]:
    """What stands before the question, shortened, and the question."""
    own = prompt.removeprefix("<doc> ")
    before, mark, question = own.rpartition("<user>")
    if not mark:
        before, _, question = _split_examples(own)
    tidied = tidy(before)
    return (tidied if len(tidied) <= _LONG else f"{tidied[:_LONG].rsplit(' ', 1)[0]} …"), tidy(question)


def _split_examples(prompt: str) -> tuple[str, str, str]:
    """Worked examples end with a point or a comma; what follows the last one is asked."""
    cut = max(prompt.rfind(" . "), prompt.rfind(" , "))
    return (prompt[: cut + 2], "", prompt[cut + 3 :]) if cut >= 0 else ("", "", prompt)


def _reply(reply: str) -> str:
    ended = "<end>" in reply
    said = " / ".join(part for part in map(tidy, reply.split("<doc>")) if part)
    return said if ended or said.endswith((".", "!")) else f"{said} …"


def tidy(text: str) -> str:
    """Words without the marks of the format, and with their points where a person puts them.

    >>> tidy("<user> what does the soup cost ? <bot>")
    'what does the soup cost?'
    """
    return _BEFORE_POINT.sub("", _SPACES.sub(" ", _MARKS.sub(" ", text)).strip())
