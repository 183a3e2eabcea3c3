"""Where an answer is cut into sentences."""

import pytest

from core.interview.windows import sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I weigh RAG vs. tuning. Then I test.", ["I weigh RAG vs. tuning.", "Then I test."]),
        ("Facts, e.g. prices, need RAG (i.e. a search).", ["Facts, e.g. prices, need RAG (i.e. a search)."]),
        ("E.g. a bot. Approx. 5 of it, cf. the table.", ["E.g. a bot.", "Approx. 5 of it, cf. the table."]),
        ("It keeps PDFs. They change.", ["It keeps PDFs.", "They change."]),
        ("I tuned canvs. Tested.Then ran it.", ["I tuned canvs.", "Tested.", "Then ran it."]),
    ],
)
def test_sentence_does_not_end_at_an_abbreviation(text: str, sentences: list[str]) -> None:
    assert [text[one.span.start : one.span.end] for one in sentences_of(text)] == sentences
