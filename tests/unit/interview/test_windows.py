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


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "It trains little, 0.1-1% params, 10-100x cheaper, 1-3 % worse.",
            ["It trains little", "0.1-1% params", "10-100x cheaper", "1-3 % worse."],
        ),
        ("The ranks are 4, 8 and 16.", ["The ranks are 4, 8 and 16."]),
        ("It leaks 1 %, 5 % and 10 % of it.", ["It leaks 1 %, 5 %", "and 10 % of it."]),
    ],
)
def test_comma_before_a_share_of_something_ends_a_clause(text: str, clauses: list[str]) -> None:
    (sentence,) = sentences_of(text)
    assert [text[one.start : one.end] for one in sentence.clauses] == clauses
