"""The search of the glossary: what matches, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.facts import Term
from core.content.models import Content
from core.content.reference import Reference
from core.search.course import Course
from core.search.glossary import found_terms, search_terms
from tests.read_once import load_languages


def term(entry_id: str, name: str, text: str = "Something.", *also: str) -> Term:
    return Term(id=entry_id, term=name, definition=text, also=also, source="chapter.txt")


TERMS = (
    term("rank", "Rank", "The width of LoRA's matrices."),
    term("lora", "LoRA", "Trains small matrices.", "low-rank adaptation"),
    term("cafe-test", "Café test", "A test with accents."),
    term("reward-model", "Reward model", "Scores answers.", "RM"),
    term("forms", "Forms", "Where an rm in the middle must not match."),
)


def found(query: str) -> list[str]:
    return [entry.term for entry in search_terms(TERMS, query)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Café test", "Forms", "LoRA", "Rank", "Reward model"]),
        ("   ", ["Café test", "Forms", "LoRA", "Rank", "Reward model"]),
        ("rm", ["Reward model", "Forms"]),
        ("RANK", ["Rank", "LoRA"]),
        ("low rank", ["LoRA"]),
        ("cafe", ["Café test"]),
        ("matr", ["LoRA", "Rank"]),
        ("rew mod", ["Reward model"]),
        ("zzz", []),
        ("<script>", []),
    ],
)
def test_a_query_finds_its_terms_best_first(query: str, names: list[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("RM", "reward-model"),
        ("CoT", "chain-of-thought"),
        ("eval set", "evaluation-set"),
        ("lora", "lora"),
        ("dpo", "dpo"),
    ],
)
def test_abbreviations_and_other_names_lead_to_the_term(content: Content, query: str, first: str) -> None:
    assert search_terms(content.terms, query)[0].id == first


def test_every_term_and_other_name_finds_itself(content: Content) -> None:
    for entry in content.terms:
        for name in (entry.term, *entry.also):
            assert entry in search_terms(content.terms, name)


@given(st.text(max_size=300))
def test_no_query_breaks_the_search(query: str) -> None:
    assert set(search_terms(TERMS, query)) <= set(TERMS)


@pytest.mark.parametrize(
    ("language", "query", "term"),
    [
        ("en", "hallucinations", "hallucination"),
        ("en", "quantziation", "quantization"),
        ("de", "Halluzinationen", "hallucination"),
    ],
)
def test_the_glossary_finds_by_stem_and_slip_what_no_term_begins_with(
    language: str, query: str, term: str, reference: Reference
) -> None:
    assert found_terms(Course(load_languages()[language], reference), query)[0].id == term


def test_the_glossary_finds_nothing_for_what_no_term_has(reference: Reference) -> None:
    assert found_terms(Course(load_languages()["en"], reference), "zzzzzz") == ()
