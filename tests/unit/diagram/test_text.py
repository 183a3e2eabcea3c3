import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.diagram.text import evenly, text_width, wrapped


def test_widths_are_those_of_the_face():
    assert text_width("RAG", 10, 600) == pytest.approx((664 + 672 + 712) / 100)
    assert text_width("", 14) == 0


def test_bold_is_wider_than_regular():
    assert text_width("Fine-tuning", 14, 600) > text_width("Fine-tuning", 14, 400)


def test_a_line_breaks_at_spaces_only():
    assert wrapped("RAG: retrieve at query time", 100, 14, 600) == ("RAG: retrieve", "at query time")
    assert wrapped("Incomprehensibilities", 20, 14) == ("Incomprehensibilities",)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=12), st.floats(20, 400))
def test_wrapping_loses_no_word_and_keeps_to_the_limit(words, limit):
    parts = wrapped(" ".join(words), limit, 14)
    assert " ".join(parts).split(" ") == words
    assert all(text_width(part, 14) <= limit or " " not in part for part in parts)


def test_parts_of_a_label_are_of_about_one_width() -> None:
    assert evenly("Have you tried good prompting?", 106, 14, 600) == ("Have you", "tried good", "prompting?")
    assert evenly("RAG: retrieve at query time", 114, 14, 600) == ("RAG: retrieve", "at query time")


@given(st.lists(st.text("abcdefg", min_size=1, max_size=12), min_size=1, max_size=8), st.integers(20, 200))
def test_even_parts_are_as_few_as_can_be_and_none_is_wider(words: list[str], limit: int) -> None:
    line = " ".join(words)
    parts, greedy = evenly(line, limit, 14), wrapped(line, limit, 14)
    assert " ".join(parts) == line
    assert len(parts) == len(greedy)
    assert max(text_width(part, 14) for part in parts) <= max(text_width(part, 14) for part in greedy)
