"""Floors under marking with rubrics that are not the bank's, and marks that do not hang on what is read beside them."""

from functools import cache

import numpy as np
import pytest

from benchmarks.marking import Marked, belief_count, credited_share, point_count
from benchmarks.marking_others import (
    SEALED_RUBRICS,
    bare,
    by_rubrics,
    mark_all,
    marked_others,
    read_file,
    short_answers,
    well_ordered,
)
from core.interview.embedding import load_model
from core.interview.marker import marker_of_many
from core.interview.rubric import Rubric
from core.interview.verdicts import Verdict

TEXTS = ["RAG adds documents to the prompt.", "Tuning changes how it writes, which takes weeks.", "Yes, sure.", "Why?"]


@cache
def on_other_fields() -> list[Marked]:
    return marked_others(marker_of_many())


def test_points_of_other_fields_are_found_with_rubrics_of_their_own() -> None:
    marked = on_other_fields()
    count = point_count(marked, (Verdict.COVERED,))
    assert count.f1 >= 0.79 and count.precision >= 0.81, (count.f1, count.precision)
    assert belief_count(marked).f1 >= 0.6
    assert all(credited_share(marked, kind)[0] <= 0.1 for kind in ("negated", "off-topic", "injection"))


def test_points_of_other_fields_are_found_without_accept_phrases() -> None:
    asked = {one["question"] for one in read_file("other-fields.yaml")}
    marked = [one for one in on_other_fields() if one.rubric.question in asked]
    count = point_count(marked, (Verdict.COVERED,))
    assert count.f1 >= 0.78 and count.precision >= 0.88, (count.f1, count.precision)
    assert belief_count(marked).f1 >= 0.8
    assert all(credited_share(marked, kind)[0] <= 0.1 for kind in ("negated", "off-topic", "injection", "swapped"))


@pytest.mark.parametrize("name", SEALED_RUBRICS)
def test_answers_by_an_examiner_that_nothing_was_fitted_on_are_marked(name: str) -> None:
    answers = list(by_rubrics(name))
    marked, of_texts_only = (mark_all(some, marker_of_many()) for some in (answers, bare(answers)))
    count, of_texts = (point_count(some, (Verdict.COVERED,)) for some in (marked, of_texts_only))
    assert count.f1 >= 0.84 and count.precision >= 0.89, (count.f1, count.precision)
    assert of_texts.f1 >= 0.79 and of_texts.precision >= 0.88, (of_texts.f1, of_texts.precision)
    assert belief_count(marked).f1 >= 0.8


def test_short_answers_to_one_reference_are_put_in_order() -> None:
    questions = short_answers(marker_of_many())
    given, scores = zip(*(pair for answers in questions for pair in answers), strict=True)
    assert well_ordered(questions) >= 0.78 and np.corrcoef(given, scores)[0, 1] >= 0.75


def test_text_has_the_same_vectors_whatever_is_read_beside_it() -> None:
    model = load_model()
    together = model.encode(TEXTS)
    for text, read in zip(TEXTS, together, strict=True):
        assert np.array_equal(model.encode([text])[0].vectors, read.vectors)


def test_few_common_words_are_enough_where_the_point_has_no_more() -> None:
    rubric = Rubric(question="What is a queue?", key_points=[{"id": "a", "text": "First in, first out."}])
    assert marker_of_many().mark(rubric, "It is first in and first out.").points[0].verdict is Verdict.COVERED
