"""Finding an entry by the name that a person typed: case, dots, spaces and hyphens do not matter. Pure."""

import difflib
import re
from collections.abc import Mapping
from typing import Generic, TypeVar

T = TypeVar("T")

_SUFFIXES = ("instruct", "chat", "base", "hf", "it", "bf16")


class UnknownNameError(LookupError):
    """A name that no entry bears; the message says so, and names the nearest ones.

    `kind` is what was looked for: `model`, `GPU`, `API model` and so on.
    """

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


def normalise(name: str) -> str:
    """The name with all that people spell differently taken out.

    >>> normalise("Llama-3.1-8B"), normalise("llama_3_1 8b"), normalise("llama-3-1-8b")
    ('llama318b', 'llama318b', 'llama318b')
    """
    return re.sub(r"[^a-z0-9]", "", name.lower())


def without_decoration(name: str) -> str:
    """A Hub address or a tuned variant's name, cut to the architecture's name.

    >>> without_decoration("meta-llama/Llama-3.2-3B-Instruct")
    'Llama-3.2-3B'
    """
    words = name.rsplit("/", 1)[-1].split("-")
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        words.pop()
    return "-".join(words).removeprefix("Meta-")


class Index(Generic[T]):
    """Entries by normalised name. Two entries with one name is an error when the index is made."""

    def __init__(self, kind: str, names: Mapping[T, tuple[str, ...]]) -> None:
        self._kind = kind
        self._labels = tuple(spellings[1] if len(spellings) > 1 else spellings[0] for spellings in names.values())
        self._entries: dict[str, T] = {}
        for entry, spellings in names.items():
            for key in {normalise(spelling) for spelling in spellings}:
                if key in self._entries:
                    raise ValueError(f"Two {kind}s answer to “{key}”; rename one of them or drop the alias.")
                self._entries[key] = entry

    def find(self, name: str) -> T:
        """The entry that bears `name`.

        Raises: `UnknownNameError` when none does.
        """
        for spelling in (name, without_decoration(name)):
            entry = self._entries.get(normalise(spelling))
            if entry is not None:
                return entry
        raise UnknownNameError(self._kind, self._sentence(name))

    def _sentence(self, name: str) -> str:
        close = difflib.get_close_matches(normalise(name), [normalise(label) for label in self._labels], 3, 0.5)
        nearest = [label for key in close for label in self._labels if normalise(label) == key]
        if not name.strip():
            return f"No {self._kind} was named; pick one, for example {self._labels[0]}."
        hint = f"did you mean {' or '.join(nearest)}?" if nearest else f"known ones are {', '.join(self._labels[:5])} …"
        return f"“{name[:60]}” is not in the table of {self._kind}s; {hint}"
