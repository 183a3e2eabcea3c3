"""Word pieces as the reference tokenizer cuts them; the numbers were taken from the package `tokenizers`."""

import pytest

from core.interview.embedding import vocabulary
from core.interview.wordpiece import cut

PIECES = {number: piece for piece, number in vocabulary().items()}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Fine-tuning isn't RAG.", ["fine", "-", "tuning", "isn", "'", "t", "rag", "."]),
        ("quantized 4-bit", ["quan", "##tized", "4", "-", "bit"]),
        ("Café naïve", ["cafe", "naive"]),
        ("日本", ["日", "本"]),
        ("a\u200bb\x00c", ["abc"]),
        ("  tabs\tand\nlines ", ["tab", "##s", "and", "lines"]),
        ("😀", ["[UNK]"]),
        ("x" * 101, ["[UNK]"]),
    ],
)
def test_text_is_cut_as_the_model_was_taught(text: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in cut(text, vocabulary(), 99).ids] == pieces


def test_each_piece_knows_where_it_stood() -> None:
    text = "Évaluation: 50–200 ms"
    found = cut(text, vocabulary(), 99)
    assert [text[start:end] for start, end in found.spans] == ["Évaluation", ":", "50", "–", "200", "ms"]


def test_no_more_pieces_than_asked_for() -> None:
    assert len(cut("word " * 500, vocabulary(), 7).ids) == 7
