"""Finding an entry by the name that a person typed: case, dots, spaces and hyphens do not matter. Pure."""

import re
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from core.content.nearest import did_you_mean, nearest
from core.language.text import marked, t

T = TypeVar("T")

_DECORATION = ("instruct", "chat", "base", "hf", "it", "bf16")
_VENDORS = ("nvidia", "amd", "google", "geforce", "tesla", "instinct", "cloud")
_KINDS = (
    *(marked("model"), marked("models"), marked("GPU"), marked("GPUs"), marked("API model"), marked("API models")),
    *(marked("managed training"), marked("managed trainings"), marked("chapter row"), marked("chapter rows")),
)
"""What is looked for, one and many, for the catalogue."""
_SOCKETS = re.compile(r"sxm\d?|pcie|hbm\d?e?")


class UnknownNameError(LookupError):
    """No entry has this name; the message says so and suggests the nearest ones.

    `kind` is what was looked for: `model`, `GPU`, `API model` and so on.
    """

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


def normalise(name: str) -> str:
    """The name without what people spell differently: case, dots, spaces, hyphens.

    >>> normalise("Llama-3.1-8B"), normalise("llama_3_1 8b"), normalise("llama-3-1-8b")
    ('llama318b', 'llama318b', 'llama318b')
    """
    return re.sub(r"[^a-z0-9]", "", name.lower())


def model_spellings(name: str) -> tuple[str, ...]:
    """What to look a model up by: its name as given, then without account and tuned variant.

    >>> model_spellings("meta-llama/Llama-3.2-3B-Instruct"), model_spellings("Mistral-7B-Instruct-v0.2")[1]
    (('meta-llama/Llama-3.2-3B-Instruct', 'Llama-3.2-3B'), 'Mistral-7B-v0.2')
    """
    words = name.rsplit("/", 1)[-1].removeprefix("Meta-").split("-")
    bare = "-".join(word for word in words if word.lower() not in _DECORATION)
    return name, bare or name


def gpu_spellings(name: str) -> tuple[str, ...]:
    """What to look a GPU up by: its name as given, then without the vendor, then without socket and kind of memory.

    >>> gpu_spellings("NVIDIA A100-SXM4-40G")
    ('NVIDIA A100-SXM4-40G', 'a100 sxm4 40gb', 'a100 40gb')
    """
    words = [word for word in re.split(r"[^a-z0-9.]+", name.lower()) if word and word not in _VENDORS]
    words = [f"{word}b" if re.fullmatch(r"\d+g", word) else word for word in words]
    chip = [word for word in words if not _SOCKETS.fullmatch(word)]
    return name, " ".join(words), " ".join(chip)


def as_given(name: str) -> tuple[str, ...]:
    """The name alone."""
    return (name,)


class Index(Generic[T]):
    """Entries by normalised name. Two entries with one name is an error when the index is made.

    `spellings` says under which names, in turn, a typed name is looked up.
    """

    def __init__(
        self,
        kind: str,
        names: Mapping[T, tuple[str, ...]],
        spellings: Callable[[str], tuple[str, ...]] = as_given,
    ) -> None:
        self._kind = kind
        self._spellings = spellings
        self._labels = tuple(given[1] if len(given) > 1 else given[0] for given in names.values())
        self._entries: dict[str, T] = {}
        for entry, given in names.items():
            for key in {normalise(spelling) for spelling in given}:
                if key in self._entries:
                    raise ValueError(f"Two {kind}s answer to “{key}”; rename one of them or drop the alias.")
                self._entries[key] = entry

    def known(self, name: str) -> T | None:
        """The entry named `name`, or None; unlike `find`, it suggests nothing."""
        entries = (self._entries.get(normalise(spelling)) for spelling in self._spellings(name))
        return next((entry for entry in entries if entry is not None), None)

    def find(self, name: str) -> T:
        """The entry named `name`.

        Raises:
            UnknownNameError: none bears it; it names the nearest.
        """
        entry = self.known(name)
        if entry is None:
            raise UnknownNameError(self._kind, self.sentence(name))
        return entry

    def sentence(self, name: str) -> str:
        """That no entry is named `name`, with the nearest names."""
        if not name.strip():
            return t("No {kind} was named; pick one, for example {name}.", kind=t(self._kind), name=self._labels[0])
        bare = next(iter(self._spellings(name)[1:]), name)  # an account before it made far names as near as near ones
        hint = did_you_mean(nearest(bare, self._labels, most=3, cutoff=0.5, spelled=normalise))
        hint = hint or t("choose from {names} …", names=", ".join(self._labels[:5]))
        return t(
            "“{name}” is not in the table of {kinds}; {hint}", name=name[:60], kinds=t(f"{self._kind}s"), hint=hint
        )
