"""One term for one thing: abbreviations stand in the glossary, and German keeps to its word for each term."""

import re
from collections.abc import Iterator

import pytest

from core.content.loader import OWN_DIRECTORY, load_content
from core.search.glossary import search_terms
from tests.read_once import load_languages

ALL = load_content()
EVERYDAY = {"GPT", "H100", "FAQ"}
"""Abbreviations that a reader of this course brings along, or the names of products."""
ALIASES = ("Belohnungsmodell", "Datenleck", "Einbettung", "Feinabstimmung", "Gedankenkette", "Überanpassung")
"""German names of terms that the glossary finds and calls something else."""


def _taught() -> Iterator[str]:
    for claim in ALL.claims:
        yield f"{claim.text} {claim.note or ''}"
    for lesson in ALL.lessons:
        yield from (block.text for block in lesson.blocks)


def test_abbreviations_that_are_taught_are_in_the_glossary() -> None:
    named = {word for term in ALL.terms for name in (term.term, *term.also) for word in re.findall(r"\w+", name)}
    said = {word for text in _taught() for word in re.findall(r"\b[A-Z][A-Z0-9]{2,6}\b", text)}
    assert said - named - EVERYDAY == set()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("unit", ["GiB", "nats", "MFU"])
def test_units_that_calculators_and_the_lab_print_are_explained_in_the_glossary(unit: str, language: str) -> None:
    terms = load_languages()[language].terms
    assert [term.id for term in search_terms(terms, unit) if unit.casefold() in (one.casefold() for one in term.also)]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("activations", "activations"),
        ("activation checkpointing", "activations"),
        ("logits", "logits"),
        ("KV cache", "key-value-cache"),
        ("cached tokens", "prompt-caching"),
        ("reasoning model", "reasoning-model"),
    ],
)
def test_words_that_calculators_and_notes_take_as_known_are_terms(word: str, term: str, language: str) -> None:
    assert search_terms(load_languages()[language].terms, word)[0].id == term


def test_german_says_the_glossarys_word_and_no_other_name_for_it() -> None:
    known = {name for term in load_languages()["de"].terms for name in term.also}
    assert set(ALIASES) - known == set()
    accepted = re.compile(r"^\s*(?:- \{?)?(?:variants|texts|near_misses):|^\s*- \{texts:|^\s*- texts:")
    for path in sorted((OWN_DIRECTORY / "de").rglob("*.yaml")):
        if path.name == "glossary.yaml":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not accepted.search(line):
                said = [alias for alias in ALIASES if alias.casefold() in line.casefold()]
                assert not said, f"{path.name} line {number} says {said[0]}; use the glossary's word"


def test_the_guide_calls_the_flowchart_by_one_name() -> None:
    assert "chapter's graph" not in ALL.guide.model_dump_json()
    assert "Graph des Kapitels" not in load_languages()["de"].guide.model_dump_json()
