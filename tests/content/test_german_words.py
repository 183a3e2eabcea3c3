"""German as ADR 15 has it: one word for one thing, and no sign that a line may part from its number."""

import re
from pathlib import Path

import pytest

from core.language.catalogue import DIRECTORY

CONTENT = DIRECTORY.parents[1] / "content" / "de"
FILES = (*sorted(CONTENT.rglob("*.yaml")), *sorted((DIRECTORY / "de").glob("*.po")))
PARTED = re.compile(r"(?<=[\d}]) [%$](?!\()")
SEVERAL = re.compile(r"\b(Euch|Euer|Eure[mnrs]?|Nehmt|Antwortet|Besprecht)\b|(?<=[a-zäöüß,] )Ihr\b")
"""Words for several people; a sentence that begins with “Ihr” may speak of its own thing."""
LONGER = re.compile(
    r"\b([Dd]rücke|[Pp]rüfe|[Ff]üge|Setze|Lege|Zähle|[Vv]ersuche (es|zuerst)|Suche dann|dann zeige|Nenn)\b"
)
"""Asks for something in another form than the rest of the course: “drück”, “prüf”, but “nenne”."""
INSTEAD = {
    "fine-tunst": "tunst",
    "Abläufe nutzen": "Workflows",
    "Auftrag": "Job",
    "indizier": "indexier",
    "Stilleitfaden": "Styleguide",
    "Task-Beispiel": "Aufgabenbeispiel",
    "Teilung nach Zeit": "zeitliche Teilung",
}
"""A word that is not ours, and the one that is."""


def german(file: Path) -> list[str]:
    """The lines of a file, of a catalogue only those with German in them."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("msgstr")] if file.suffix == ".po" else lines


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_per_cent_and_dollar_stay_with_their_number(file: Path) -> None:
    assert [line for line in german(file) if PARTED.search(line)] == [], "put a non-breaking space before % and $"


@pytest.mark.parametrize(("other", "ours"), INSTEAD.items())
def test_one_thing_has_one_german_word(other: str, ours: str) -> None:
    found = [line for file in FILES for line in german(file) if other in line]
    assert found == [], f"say {ours}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_german_addresses_one_person(file: Path) -> None:
    assert [line for line in german(file) if SEVERAL.search(line)] == [], "address one person, as Du"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_german_asks_for_one_thing_in_one_form(file: Path) -> None:
    assert [line for line in german(file) if LONGER.search(line)] == [], "ask as the rest does: drück, prüf, leg, nenne"
